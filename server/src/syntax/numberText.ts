import type { ScalarNode } from './node.ts';

/**
 * A finite number in decimal digits, as both notations read it. `text` is the text of the tree: an integer beyond 2^53 keeps
 * all digits that it has there.
 */
export function numberText({ value, type, range }: ScalarNode, text: string): string {
  const source = text.slice(range.start, range.end);
  if (type === 'integer' && /^-?(?:0|[1-9]\d*)$/.test(source)) return source;
  const digits = String(value);
  if (type === 'float' && /^-?\d+$/.test(digits)) return `${digits}.0`;
  // PyYAML takes for a number only what has a point before the exponent.
  return digits.replace(/^(-?\d+)(?=e)/, '$1.0');
}
