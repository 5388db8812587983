import { formatPatch, structuredPatch } from 'diff';
import { printable, type Style, type Terminal } from '../terminal/terminal.ts';

/** One side of a comparison. */
export interface Side {
  /** For the head of the comparison, such as `restart-web v3`. */
  readonly title: string;
  readonly text: string;
}

/** Texts with more differences than this have nothing in common, and comparing them would take long. */
const MOST_DIFFERENCES = 10_000;

/** The unified diff from one text to another, with three lines around each change. Undefined: they differ too much. */
export function unifiedDiff(before: Side, after: Side): string | undefined {
  const options = { context: 3, maxEditLength: MOST_DIFFERENCES } as const;
  const { title: from, text: old } = before;
  const patch = structuredPatch(from, after.title, old, after.text, undefined, undefined, options);
  return patch && formatPatch(patch).replace(/^=+\n/, '');
}

/** A diff for a terminal: coloured, and whatever stands in the texts made safe. */
export function formatDiff(diff: string, { paint }: Terminal): string {
  return diff.replace(/[^\n]+/g, (line) => {
    const style = styleOf(line);
    return style ? paint(style, printable(line)) : printable(line);
  });
}

function styleOf(line: string): Style | undefined {
  if (/^(?:---|\+\+\+) /.test(line)) return 'bold';
  return styles.get(line.charAt(0));
}

const styles: ReadonlyMap<string, Style> = new Map([
  ['+', 'green'],
  ['-', 'red'],
  ['@', 'cyan'],
  ['\\', 'dim'],
]);
