import { expect, test } from 'vitest';
import { manifestPage } from './manifestPage.ts';

test('docs/vscode.md says what package.json adds to VS Code (npm run docs writes it)', async () => {
  await expect(manifestPage()).toMatchFileSnapshot('../../docs/vscode.md');
});
