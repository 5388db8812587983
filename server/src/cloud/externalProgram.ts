import { spawn } from 'node:child_process';
import type { Environment } from './environment.ts';
import { splitCommand } from './splitCommand.ts';

const MOST_BYTES = 64 * 1024;

/** What a program wrote to its standard output, or why there is nothing; `code` may be shown, the output may not. */
export type ProgramOutcome = { readonly output: string } | { readonly code: string };

/**
 * Runs the program that a profile names, without a shell. It gets no input, so that one that asks for something ends instead
 * of waiting, and what it writes to standard error is dropped, since it may hold keys. After `limit` milliseconds it is killed.
 */
export function runProgram(command: string, env: Environment, limit: number): Promise<ProgramOutcome> {
  const [program, ...args] = splitCommand(command) ?? [];
  if (!program) return Promise.resolve({ code: 'process_command' });
  return new Promise((resolve) => {
    const child = spawn(program, args, { env: { ...env }, stdio: ['ignore', 'pipe', 'ignore'], windowsHide: true });
    const pieces: Buffer[] = [];
    let size = 0;
    const giveUp = (code: string): void => {
      resolve({ code });
      child.kill('SIGKILL');
      // A grandchild may hold the other end open.
      child.stdout.destroy();
    };
    const timer = setTimeout(() => giveUp('ETIMEDOUT'), limit);
    child.stdout.on('data', (piece: Buffer) => {
      pieces.push(piece);
      size += piece.length;
      if (size > MOST_BYTES) giveUp('ETOOLARGE');
    });
    child.once('error', (error: NodeJS.ErrnoException) => {
      clearTimeout(timer);
      resolve({ code: error.code ?? 'error' });
    });
    child.once('close', (status, signal) => {
      clearTimeout(timer);
      resolve(status === 0 ? { output: Buffer.concat(pieces).toString('utf8') } : { code: signal ?? `exit ${status}` });
    });
  });
}
