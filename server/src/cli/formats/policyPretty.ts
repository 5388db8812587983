import { basisWords } from '../../features/risk/comparePolicy.ts';
import type { Right, Rights } from '../../risk/rights.ts';
import { inLanguage, type Language, type Words } from '../../words/words.ts';
import { Lines } from '../files/position.ts';
import { printable, type Terminal } from '../terminal/terminal.ts';
import { formatTable } from './table.ts';

/** Each right with the lines that need it and with how sure it is. */
export function formatRights(text: string, { run }: Rights, terminal: Terminal, language: Language): string {
  if (run.length === 0) return `${inLanguage(none, language)}\n`;
  const lines = new Lines(text);
  const linesOf = ({ ranges }: Right) =>
    [...new Set(ranges.map(({ start }) => lines.positionAt(start).line + 1))].join(', ');
  const rows = run.map((it) => [printable(it.action), linesOf(it), inLanguage(basisWords[it.basis], language)]);
  return formatTable(titles, rows, terminal, language);
}

const titles: readonly Words[] = [
  { en: 'Permission', zh: '权限' },
  { en: 'Lines', zh: '行' },
  { en: 'How sure', zh: '依据' },
];

const none: Words = { en: 'Its tasks need no permissions.', zh: '其任务不需要任何权限。' };
