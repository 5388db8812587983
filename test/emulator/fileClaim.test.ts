import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { build } from 'esbuild';
import { expect, onTestFinished, test } from 'vitest';
import { folderWith, writeInto } from '../support/folder.ts';

/** Claims the file that it is told at the time that it is told, and lets it go when it is told to. */
const claimant = `
  import { claimFile } from ${JSON.stringify(join(import.meta.dirname, '../../server/src/emulator/store/fileClaim.ts'))};
  let claim;
  process.on('message', ({ file, at }) => {
    if (file === undefined) {
      claim?.release();
      claim = undefined;
      return process.send('released');
    }
    while (Date.now() < at);
    try {
      claim = claimFile(file);
    } catch {}
    process.send(claim ? 'has it' : 'refused');
  });
  process.send('ready');
`;

const said = async (child: ChildProcess): Promise<unknown> => (await once(child, 'message'))[0];

test('of two processes that claim a file in the same moment one gets it', async () => {
  const folder = folderWith({});
  const program = join(folder, 'claimant.mjs');
  await build({
    stdin: { contents: claimant, resolveDir: import.meta.dirname },
    outfile: program,
    bundle: true,
    platform: 'node',
    format: 'esm',
  });
  const children = [1, 2].map(() => fork(program));
  onTestFinished(() => {
    for (const child of children) child.kill();
  });
  await Promise.all(children.map(said));
  const tell = (message: object) =>
    Promise.all(
      children.map((child) => {
        child.send(message);
        return said(child);
      }),
    );
  for (let round = 0; round < 40; round++) {
    const file = join(folder, `${round}.journal`);
    // In every other round a process that is dead has left its mark; no process may be numbered so high.
    if (round % 2 === 1) writeInto(folder, `${round}.journal.lock`, '4194999\n');
    expect((await tell({ file, at: Date.now() + 20 })).sort()).toEqual(['has it', 'refused']);
    await tell({});
  }
});
