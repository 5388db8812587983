import * as fs from 'node:fs';
import * as path from 'node:path';
import type { TestProject } from 'vitest/node';
import { makeSandbox, repository } from '../../scripts/vscode/sandbox.mjs';
import { installExtension } from '../../scripts/vscode/workbench.mjs';

declare module 'vitest' {
  interface ProvidedContext {
    /** A folder of installed extensions: ours, as a user installs it. Each window gets a copy. */
    extensions: string;
  }
}

export default function installOnce({ provide }: TestProject): () => void {
  const vsix = path.join(repository, 'oos-toolkit.vsix');
  if (!fs.existsSync(vsix)) throw new Error('oos-toolkit.vsix is missing: `npm run package` makes it');
  const sandbox = makeSandbox();
  installExtension(sandbox, vsix);
  provide('extensions', path.join(sandbox.data, 'extensions'));
  return () => sandbox.remove();
}
