import * as fs from 'node:fs';
import * as path from 'node:path';
import type { Window } from './window.ts';

/** The processes that run a program of ours for this window. */
export function processesOf(window: Window, program: string): number[] {
  const sandbox = path.dirname(path.dirname(window.pathOf('file')));
  return fs
    .readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .filter((id) => {
      const command = commandOf(id);
      return command.includes(sandbox) && command.includes(program);
    })
    .map(Number);
}

function commandOf(id: string): string {
  try {
    return fs.readFileSync(`/proc/${id}/cmdline`, 'utf8').replaceAll('\0', ' ');
  } catch {
    return ''; // It has ended in the meantime.
  }
}
