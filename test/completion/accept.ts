import type { TextEdit, TextRange } from '../../server/src/syntax/node.ts';
import { expand } from '../support/snippet.ts';

/** What a client gets to know of a proposal. */
export interface Offer {
  readonly label: string;
  readonly filterText: string;
  readonly range: TextRange;
  readonly newText: string;
  readonly isSnippet: boolean;
  readonly additionalEdits: readonly TextEdit[];
}

export interface Accepted {
  readonly text: string;
  /** The places to be filled in. */
  readonly holes: readonly TextRange[];
  readonly written: TextRange;
}

/** What a text becomes when an offer is accepted and nothing is filled in. */
export function accept(text: string, { range, newText, isSnippet, additionalEdits }: Offer): Accepted {
  const { plain, holes } = isSnippet ? expand(newText) : { plain: newText, holes: [] };
  const edits = [...additionalEdits, { range, newText: plain }].sort(
    (a, b) => b.range.start - a.range.start || b.range.end - a.range.end,
  );
  edits.slice(1).forEach((edit, index) => {
    if (edit.range.end > (edits[index]?.range.start ?? 0)) throw new Error(`edits touch: ${JSON.stringify(edits)}`);
  });
  const before = additionalEdits.filter((it) => it.range.end <= range.start);
  const start = before.reduce((at, it) => at + it.newText.length - (it.range.end - it.range.start), range.start);
  return {
    text: edits.reduce((all, it) => all.slice(0, it.range.start) + it.newText + all.slice(it.range.end), text),
    holes: holes.map((it) => ({ start: start + it.start, end: start + it.end })),
    written: { start, end: start + plain.length },
  };
}

/** As editors do it: whoever has typed these letters sees an offer that has them all in their order. */
export function isShown({ filterText, range }: Offer, text: string, offset: number): boolean {
  const name = filterText.toLowerCase();
  let at = -1;
  return [...text.slice(range.start, offset).trimStart().toLowerCase()].every((letter) => {
    at = name.indexOf(letter, at + 1);
    return at >= 0;
  });
}
