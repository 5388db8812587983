import type { Io, Out } from '../io.ts';

export type Style = 'bold' | 'dim' | 'red' | 'yellow' | 'cyan' | 'green';

const codes: Readonly<Record<Style, readonly [on: number, off: number]>> = {
  bold: [1, 22],
  dim: [2, 22],
  red: [31, 39],
  yellow: [33, 39],
  cyan: [36, 39],
  green: [32, 39],
};

/** How the reader of an output stream sees it. */
export interface Terminal {
  /** In columns. A pipe gets a fixed width, so that the same input gives the same bytes. */
  readonly width: number;
  paint(style: Style, text: string): string;
}

const widthOfPipe = 120;

/** Text that goes into a file. */
export const pipe: Terminal = { width: widthOfPipe, paint: (_, text) => text };

/** Colour on a terminal, unless NO_COLOR or TERM=dumb says otherwise; FORCE_COLOR asks for it elsewhere too. */
export function terminalOf(out: Out, env: Io['env']): Terminal {
  const coloured = wantsColour(out, env);
  return {
    width: (out.isTTY && out.columns) || widthOfPipe,
    paint(style, text) {
      const [on, off] = codes[style];
      return coloured ? `\x1b[${on}m${text}\x1b[${off}m` : text;
    },
  };
}

function wantsColour(out: Out, { NO_COLOR, FORCE_COLOR, TERM }: Io['env']): boolean {
  if (NO_COLOR) return false;
  if (FORCE_COLOR !== undefined) return FORCE_COLOR !== '0' && FORCE_COLOR !== 'false';
  return out.isTTY === true && TERM !== 'dumb';
}

/**
 * Text from a file or a file name, made safe for a terminal: control characters, which could move the cursor or recolour
 * the screen, and marks that turn the direction of writing become a replacement character.
 */
export function printable(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
  return text.replace(/[\u0000-\u001f\u007f-\u009f\u2028-\u202e\u2066-\u2069]/g, '\uFFFD');
}

/** The same for a text of many lines, which keeps its line ends and its tabs. */
export function printableText(text: string): string {
  return text.replace(/[^\r\n\t]+|\r(?!\n)/g, printable);
}
