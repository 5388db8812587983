import type { SyntaxProblem, SyntaxProblemCode, TextEdit, TextRange } from './node.ts';
import type { Patch } from './patchedText.ts';

/** A mistake, and the patch that makes the text readable in spite of it. */
export interface Mend {
  readonly code: SyntaxProblemCode;
  readonly range: TextRange;
  readonly patch: Patch;
}

/** A text with more mistakes is not meant as what it was taken for; what stands behind them is left out. */
const MOST_MENDS = 2000;

/** Collects what a repair finds. With `only`, mistakes of other kinds are left alone. */
export class Mender {
  readonly problems: SyntaxProblem[] = [];
  readonly #patches: Patch[] = [];
  readonly #only: SyntaxProblemCode | undefined;

  constructor(only?: SyntaxProblemCode) {
    this.#only = only;
  }

  get full(): boolean {
    return this.problems.length >= MOST_MENDS;
  }

  mend({ code, range, patch }: Mend): void {
    if (this.#only && code !== this.#only) return;
    const { start, end, text } = patch;
    this.problems.push({ code, range, repair: { range: { start, end }, newText: text } });
    this.#patches.push(patch);
  }

  insert(code: SyntaxProblemCode, range: TextRange, at: number, text: string): void {
    this.mend({ code, range, patch: { start: at, end: at, text } });
  }

  replace(code: SyntaxProblemCode, range: TextRange, text: string): void {
    this.mend({ code, range, patch: { ...range, text } });
  }

  /** A mistake whose patch is collected by itself, since it is not what a person would write. */
  report(code: SyntaxProblemCode, range: TextRange, repair?: TextEdit): void {
    if (!this.#only) this.problems.push(repair ? { code, range, repair } : { code, range });
  }

  /** A patch that makes a text readable that is no mistake, or one that has been reported. */
  patch(patches: readonly Patch[]): void {
    if (!this.#only) for (const patch of patches) this.#patches.push(patch);
  }

  /** The patches by position. Of two that overlap the earlier one stays. */
  get patches(): Patch[] {
    let end = 0;
    return this.#patches
      .sort((a, b) => a.start - b.start || a.end - b.end)
      .filter((patch) => {
        const fits = patch.start >= end;
        if (fits) end = patch.end;
        return fits;
      });
  }
}
