import type { TextRange } from './node.ts';

/** A replacement that makes a broken text readable. It never reaches the user's file. */
export interface Patch extends TextRange {
  readonly text: string;
}

/** A text with patches, and the way back from its offsets to those of the original. */
export class PatchedText {
  readonly text: string;
  readonly #segments: readonly { readonly patch: Patch; readonly from: number; readonly to: number }[];

  /** @param patches sorted by start, not overlapping */
  constructor(original: string, patches: readonly Patch[]) {
    let text = '';
    let end = 0;
    this.#segments = patches.map((patch) => {
      text += original.slice(end, patch.start);
      const from = text.length;
      text += patch.text;
      end = patch.end;
      return { patch, from, to: text.length };
    });
    this.text = text + original.slice(end);
  }

  /** A range of the patched text in the original. What lies in a patch goes to the nearest offset around it. */
  toOriginal({ start, end }: TextRange): TextRange {
    if (this.#segments.length === 0) return { start, end };
    const from = this.#offset(start, 'start');
    return { start: from, end: Math.max(from, this.#offset(end, 'end')) };
  }

  #offset(offset: number, edge: 'start' | 'end'): number {
    let low = 0;
    let high = this.#segments.length;
    // The last segment that begins before (for an end) or at (for a start) the offset.
    while (low < high) {
      const middle = (low + high) >> 1;
      const from = this.#segments[middle]?.from ?? 0;
      if (edge === 'start' ? from <= offset : from < offset) low = middle + 1;
      else high = middle;
    }
    const segment = this.#segments[low - 1];
    if (!segment) return offset;
    const { patch, from, to } = segment;
    if (offset >= to) return patch.end + (offset - to);
    return Math.min(patch.end, patch.start + (offset - from));
  }
}
