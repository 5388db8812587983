import stringWidth from 'string-width';
import { inLanguage, type Language, type Words } from '../../words/words.ts';
import { printable, type Terminal } from '../terminal/terminal.ts';

/** Columns in line, with their titles; the last one ends where it ends. Cells are made printable. */
export function formatTable(
  titles: readonly Words[],
  rows: readonly (readonly (string | undefined)[])[],
  { paint }: Terminal,
  language: Language,
): string {
  const head = titles.map((it) => inLanguage(it, language));
  const body = rows.map((row) => row.map((cell) => printable(cell || '-')));
  const widths = head.map((title, at) =>
    Math.max(...[title, ...body.map((row) => row[at] ?? '')].map((text) => stringWidth(text))),
  );
  const lineOf = (row: readonly string[]) =>
    row
      .map((cell, at) => (at === row.length - 1 ? cell : cell + ' '.repeat((widths[at] ?? 0) - stringWidth(cell))))
      .join('  ');
  return [paint('dim', lineOf(head)), ...body.map(lineOf)].map((line) => `${line}\n`).join('');
}
