import stringWidth from 'string-width';
import type { Out } from './io.ts';
import { printable } from './terminal.ts';

/** Below this many files there is nothing to wait for. */
const worthShowing = 20;
const eraseLine = '\r\x1b[K';

export interface Progress {
  step(path: string): void;
  /** Takes the line away again. */
  end(): void;
}

/** One line that counts the files, rewritten at each percent; only where a person watches `out`. */
export function progressOn(out: Out, total: number): Progress {
  if (!out.isTTY || total < worthShowing) return { step: () => undefined, end: () => undefined };
  const width = (out.columns || 80) - 1;
  let done = 0;
  let percent = -1;
  return {
    step(path) {
      done++;
      const now = Math.floor((done * 100) / total);
      if (now === percent) return;
      percent = now;
      out.write(eraseLine + clipped(printable(`${done}/${total} ${path}`), width));
    },
    end: () => out.write(eraseLine),
  };
}

/** A line that wrapped could not be erased. */
function clipped(line: string, width: number): string {
  let shown = '';
  let used = 0;
  for (const character of line) {
    used += stringWidth(character);
    if (used > width) break;
    shown += character;
  }
  return shown;
}
