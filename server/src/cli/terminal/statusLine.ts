import stringWidth from 'string-width';
import type { Io, Out } from '../io.ts';
import { printable } from './terminal.ts';

const eraseLine = '\r\x1b[K';

/** One line that is rewritten again and again and then taken away; nothing of it where no person watches, or the terminal cannot rewrite a line. */
export interface StatusLine {
  /** `text` is made printable and cut to the width of the terminal. */
  show(text: string): void;
  /** Takes the line away. What is written to the same stream afterwards begins a line. */
  end(): void;
}

export function statusLineOn(out: Out, { TERM }: Io['env']): StatusLine {
  if (!out.isTTY || TERM === 'dumb') return { show: () => undefined, end: () => undefined };
  let shown = false;
  return {
    show(text) {
      shown = true;
      out.write(eraseLine + clipped(printable(text), (out.columns || 80) - 1));
    },
    end() {
      if (shown) out.write(eraseLine);
      shown = false;
    },
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
