/** A stretch of text, or a place to be filled in. The text of a hole is already written as its notation wants it. */
export type Piece = string | Hole;

interface Hole {
  readonly text: string;
  /** The values to choose from; the first is `text`. */
  readonly choices: readonly string[];
}

/** As plain text: what stands in the holes until they are filled in. */
export const toPlainText = (pieces: readonly Piece[]): string =>
  pieces.map((it) => (typeof it === 'string' ? it : it.text)).join('');

/** As a snippet of the Language Server Protocol: the holes are numbered in the order of the text. */
export function toSnippet(pieces: readonly Piece[]): string {
  const holes = pieces.filter((it) => typeof it !== 'string');
  const last = pieces.at(-1);
  // One empty hole at the end is where the cursor stays.
  if (holes.length === 1 && last === holes[0] && last?.text === '') return `${escaped(pieces.slice(0, -1))}$0`;
  let number = 0;
  return pieces.map((it) => (typeof it === 'string' ? escapeText(it) : hole(it, ++number))).join('');
}

const escaped = (pieces: readonly Piece[]): string =>
  pieces.map((it) => (typeof it === 'string' ? escapeText(it) : '')).join('');

function hole({ text, choices }: Hole, number: number): string {
  if (choices.length > 1) return `\${${number}|${choices.map(escapeChoice).join(',')}|}`;
  return text === '' ? `$${number}` : `\${${number}:${escapeText(text)}}`;
}

const escapeText = (text: string): string => text.replace(/[\\$}]/g, '\\$&');
const escapeChoice = (text: string): string => text.replace(/[\\$},|]/g, '\\$&');
