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
  const [first] = holes;
  // One empty hole at the end is where the cursor stays.
  const isEnd = holes.length === 1 && pieces.at(-1) === first && first?.text === '';
  let written = '';
  // Stretches of text are escaped as a whole, since there are thousands of them in a list.
  let text = '';
  let number = 0;
  for (const piece of pieces) {
    if (typeof piece === 'string') text += piece;
    else {
      written += escapeText(text) + (isEnd ? '$0' : hole(piece, ++number));
      text = '';
    }
  }
  return written + escapeText(text);
}

function hole({ text, choices }: Hole, number: number): string {
  if (choices.length > 1) return `\${${number}|${choices.map(escapeChoice).join(',')}|}`;
  return text === '' ? `$${number}` : `\${${number}:${escapeText(text)}}`;
}

const escapeText = (text: string): string => text.replace(/[\\$}]/g, '\\$&');
const escapeChoice = (text: string): string => text.replace(/[\\$},|]/g, '\\$&');
