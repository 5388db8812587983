import type { TextEdit, TextRange } from './node.ts';
import type { Patch } from './patchedText.ts';

/** What has to be done to the text of the user besides writing the word, so that it reads like the copy. */
export interface CursorMends {
  readonly before: readonly TextEdit[];
  readonly after: readonly TextEdit[];
  /** The quote that is missing behind the word, where the text of its scalar ends. */
  readonly closing: TextEdit | undefined;
}

/** How a text becomes readable with a word at the cursor. */
export interface CursorPatches {
  /** Sorted by start, not overlapping. */
  readonly patches: readonly Patch[];
  readonly mends: CursorMends;
}

/** Collects patches. Their offsets never go back. */
export class PatchWriter {
  readonly #patches: Patch[] = [];
  readonly #before: TextEdit[] = [];
  readonly #after: TextEdit[] = [];
  #closing: TextEdit | undefined;
  #isBehind = false;

  /** Insertions at one offset become one patch. */
  insert(at: number, text: string): void {
    const last = this.#patches.at(-1);
    if (last?.start === at && last.end === at)
      this.#patches[this.#patches.length - 1] = { ...last, text: last.text + text };
    else this.#patches.push({ start: at, end: at, text });
  }

  word(at: number, text: string): void {
    this.insert(at, text);
    this.#isBehind = true;
  }

  /** A patch that the text of the user needs as well. */
  mend(at: number, text: string): void {
    this.insert(at, text);
    this.#note({ range: { start: at, end: at }, newText: text });
  }

  /** Closes the string that holds the word. */
  close(at: number, quote: string): void {
    this.insert(at, quote);
    this.#closing = { range: { start: at, end: at }, newText: quote };
  }

  /** As `mend`, in the place of other text. */
  replace(range: TextRange, text: string): void {
    this.#patches.push({ ...range, text });
    this.#note({ range, newText: text });
  }

  /** As with patches: clients need not keep the order of several insertions at one offset. */
  #note(edit: TextEdit): void {
    const edits = this.#isBehind ? this.#after : this.#before;
    const last = edits.at(-1);
    const { start, end } = edit.range;
    if (last?.range.start === end && last.range.end === start) {
      edits[edits.length - 1] = { range: edit.range, newText: last.newText + edit.newText };
    } else edits.push(edit);
  }

  result(): CursorPatches {
    const mends = { before: this.#before, after: this.#after, closing: this.#closing };
    return { patches: this.#patches, mends };
  }
}

/**
 * Where the quote belongs that a string lacks: in front of the signs that the editor or the user put behind the cursor, but
 * not of those that end an expression in it. `said`: the string up to where it may end at most. `cursor`: in that, the least.
 */
export function openStringEnd(said: string, cursor: number): number {
  const expressions = Array.from(said.matchAll(/\{\{[^{}]*\}\}/g), (it) => it.index + it[0].length);
  const least = Math.max(cursor, ...expressions.slice(-1));
  let end = said.trimEnd().length;
  while (end > least && ',]}'.includes(said.charAt(end - 1))) end--;
  return Math.max(least, said.slice(0, end).trimEnd().length);
}

/** Edits in their order, of which the first may be at the offset of the second: clients need not keep the order of these. */
export function joined(first: TextEdit | undefined, others: readonly TextEdit[]): readonly TextEdit[] {
  if (!first) return others;
  const [second, ...more] = others;
  return second && second.range.start === first.range.start
    ? [{ range: second.range, newText: first.newText + second.newText }, ...more]
    : [first, ...others];
}
