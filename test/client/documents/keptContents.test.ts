import { expect, test } from 'vitest';
import { KeptContents } from '../../../client/src/documents/keptContents.ts';

test('contents are kept as long as their document is open, and of others the last ones', () => {
  const open = new Set(['a0', 'a1']);
  const contents = new KeptContents((address) => open.has(address));
  for (let index = 0; index < 100; index += 1) contents.set(`a${index}`, `${index}`);
  contents.set('a95', 'anew');
  expect([contents.get('a0'), contents.get('a1'), contents.get('a2'), contents.get('a95')]).toEqual([
    '0',
    '1',
    undefined,
    'anew',
  ]);
  expect(contents.addresses).toHaveLength(22);
  open.delete('a0');
  contents.set('last', '');
  expect(contents.get('a0')).toBeUndefined();
  expect(contents.get('a1')).toBe('1');
});
