import type { TextEdit, TextRange } from './node.ts';
import type { Patch } from './patchedText.ts';

/** What has to be done to the text of the user besides writing the word, so that it reads like the copy. */
export interface CursorMends {
  readonly before: readonly TextEdit[];
  readonly after: readonly TextEdit[];
  /** The quote behind the word is missing, where the text of its scalar ends. */
  readonly unclosed: boolean;
}

/** How a text becomes readable with a word at the cursor. */
export interface CursorPatches {
  /** Sorted by start, not overlapping. */
  readonly patches: readonly Patch[];
  readonly mends: CursorMends;
}

/** Collects patches. Their offsets never go back. */
export class PatchWriter {
  unclosed = false;
  readonly #patches: Patch[] = [];
  readonly #before: TextEdit[] = [];
  readonly #after: TextEdit[] = [];
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

  /** As `mend`, in the place of other text. */
  replace(range: TextRange, text: string): void {
    this.#patches.push({ ...range, text });
    this.#note({ range, newText: text });
  }

  #note(edit: TextEdit): void {
    (this.#isBehind ? this.#after : this.#before).push(edit);
  }

  result(): CursorPatches {
    const mends = { before: this.#before, after: this.#after, unclosed: this.unclosed };
    return { patches: this.#patches, mends };
  }
}
