import stringWidth from 'string-width';
import type { ActionSpec, PropertySpec } from '../../catalog/catalog.ts';
import { actionSummary } from '../../features/completion/actionDocumentation.ts';
import { inLanguage, type Language, type Words } from '../../words/words.ts';
import { printable, type Terminal } from '../terminal/terminal.ts';
import { originLine } from './actionOrigin.ts';

const titles = {
  properties: { en: 'Properties', zh: '属性' },
  outputs: { en: 'Outputs', zh: '输出' },
  calls: { en: 'Calls', zh: '调用的操作' },
  required: { en: 'required', zh: '必填' },
  values: { en: 'one of', zh: '可选值' },
  standard: { en: 'default', zh: '默认值' },
} satisfies Record<string, Words>;

/** All that is known about an action, for a person at a terminal. */
export function formatActionPage(action: ActionSpec, { paint }: Terminal, language: Language): string {
  const title = (key: keyof typeof titles) => inLanguage(titles[key], language);
  const section = (key: keyof typeof titles, rows: readonly string[]) =>
    rows.length === 0 ? [] : ['', paint('bold', title(key)), ...rows];
  const properties = [...action.properties.values()].sort((a, b) => Number(b.required) - Number(a.required));
  return `${[
    `${paint('bold', printable(action.name))}  ${paint('dim', printable(action.type))}`,
    printable(inLanguage(actionSummary(action), language)),
    ...section(
      'properties',
      columns(properties.map((it) => [it.name, typeOf(it, title('required')), about(it, title, language)])),
    ),
    ...section('outputs', columns([...(action.outputs ?? [])])),
    ...section('calls', columns(action.calls.map(({ service, api }) => [service, api]))),
    '',
    paint('dim', inLanguage(originLine(action), language)),
  ].join('\n')}\n`;
}

const typeOf = ({ types, required }: PropertySpec, word: string): string =>
  [types.join('/'), required ? word : ''].filter(Boolean).join(', ');

function about(
  { summary, description, allowedValues, defaultValue }: PropertySpec,
  title: (key: 'values' | 'standard') => string,
  language: Language,
): string {
  const words = summary ? inLanguage(summary, language) : (description ?? '');
  const values = allowedValues ? `${title('values')}: ${allowedValues.map(String).join(', ')}` : '';
  const standard = defaultValue === undefined ? '' : `${title('standard')}: ${JSON.stringify(defaultValue)}`;
  return [words, values, standard].filter(Boolean).join('  ');
}

/** The columns stand in line; the last one ends where it ends. */
function columns(rows: readonly (readonly string[])[]): string[] {
  const safe = rows.map((row) => row.map(printable));
  const width = (at: number) => Math.max(0, ...safe.map((row) => stringWidth(row[at] ?? '')));
  const widths = [0, 1].map(width);
  return safe.map((row) => {
    const cells = row.map((text, at) => text + ' '.repeat(Math.max(0, (widths[at] ?? 0) - stringWidth(text))));
    return `  ${cells.join('  ')}`.trimEnd();
  });
}
