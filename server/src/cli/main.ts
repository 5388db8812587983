import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { inLanguage } from '../words/words.ts';
import { exitCode } from './exitCode.ts';
import { languageAsked, languageOfTerminal } from './language.ts';
import { run } from './run.ts';
import { Interrupts } from './terminal/interrupts.ts';
import { lostOutput } from './terminal/lostOutput.ts';
import { terminalPrompter } from './terminal/terminalPrompter.ts';

let isReaderGone = false;
let isOutputLost = false;
/** A reader that has seen enough (`oos check . | head`) is no fault: what is written afterwards is dropped. */
process.stdout.on('error', ({ code }: NodeJS.ErrnoException) => {
  isReaderGone = true;
  if (code === 'EPIPE' || isOutputLost) return;
  isOutputLost = true;
  process.exitCode = exitCode.unusable;
  const language = languageAsked(process.argv.slice(2)) ?? languageOfTerminal(process.env);
  process.stderr.write(inLanguage(lostOutput(code), language));
});
/** There is no other place to tell of it. */
process.stderr.on('error', ({ code }: NodeJS.ErrnoException) => {
  if (code !== 'EPIPE') process.exitCode = exitCode.unusable;
});

const interrupts = new Interrupts(process);
const onInterrupt = interrupts.add.bind(interrupts);

run(process.argv.slice(2), {
  stdout: process.stdout,
  stderr: process.stderr,
  get isReaderGone() {
    return isReaderGone;
  },
  get stdin() {
    return process.stdin;
  },
  get prompter() {
    const somebodyThere = process.stdin.isTTY && process.stderr.isTTY;
    return somebodyThere ? terminalPrompter(process.stdin, process.stderr, onInterrupt) : undefined;
  },
  env: process.env,
  cwd: process.cwd(),
  version: () => JSON.parse(readFileSync(join(__dirname, '../package.json'), 'utf8')).version,
  onInterrupt,
  wait: (milliseconds, signal) => sleep(milliseconds, undefined, { signal }).catch(() => undefined),
}).then(async (code) => {
  // No process.exit: what is still on its way to a pipe would be lost, and a language server goes on.
  process.exitCode = isOutputLost ? exitCode.unusable : code;
  interrupts.end();
  if (!interrupts.happened) return;
  // Somebody waits for the end, so nothing else is waited for: input that is being read, a program that gets keys.
  await Promise.all([process.stdout, process.stderr].map(written));
  process.exit();
});

/** Everything so far is on its way. */
const written = (out: NodeJS.WritableStream): Promise<void> => new Promise((done) => out.write('', () => done()));
