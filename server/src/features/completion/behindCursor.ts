import type { Insertion } from './proposal.ts';
import type { Slot } from './slot.ts';
import { isPlain } from './yamlScalar.ts';

/**
 * What of the text behind the cursor is no part of what is being written before it. A name is one thing, wherever in it
 * the cursor stands; of another text, and where nothing was typed, what stands behind is there in its own right.
 */
export function restOf(before: string, after: string): string {
  const isName = before.trim() !== '' && /^[^\s{}]+$/.test(before + after);
  return isName || after.trim() === '' ? '' : after;
}

/**
 * Whether something can be written in front of such a rest. `replaces`: the person may choose to replace the rest, so that
 * what makes sense only in its place is of use too; what makes no sound text in front of it never is.
 */
export function goesInFront(insertion: Insertion, slot: Slot, replaces: boolean): boolean {
  if (slot.rest === '') return true;
  switch (slot.role) {
    case 'key':
      return replaces && slot.hasColon && insertion.kind === 'pair';
    case 'inner':
      // An expression that ends here may stand in front of a text, but no name in front of another one.
      return replaces || slot.suffix.includes('}');
    case 'value': {
      const text = textOf(insertion);
      return text !== undefined && (replaces || text.startsWith('{{'));
    }
  }
}

/** The text of a value that is one. */
export function textOf(insertion: Insertion): string | undefined {
  return (insertion.kind === 'scalar' || insertion.kind === 'scalarAndPairs') && typeof insertion.value === 'string'
    ? insertion.value
    : undefined;
}

/** The quote that has to stand around a text and the rest behind it, `''` for none. Undefined: no quote can. */
export function quoteAround(text: string, rest: string, isJson: boolean, flow: boolean): '"' | "'" | '' | undefined {
  const fitsDouble = !/["\\]/.test(rest);
  if (isJson) return fitsDouble ? '"' : undefined;
  // What begins with such a sign is more than a plain text.
  if (/^[[\]{}"'&*!|>%@`#]/.test(rest)) return undefined;
  if (isPlain(text, flow)) return '';
  if (!rest.includes("'")) return "'";
  return fitsDouble ? '"' : undefined;
}
