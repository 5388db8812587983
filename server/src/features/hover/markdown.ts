import type { Words } from '../../words/words.ts';

/** Gives a text in the language that is being written. */
export type Say = (words: Words) => string;

/** Writes a text once in each language. */
export const inBoth = (write: (say: Say) => string): Words => ({
  en: write(({ en }) => en),
  zh: write(({ zh }) => zh),
});

export const same = (text: string): Words => ({ en: text, zh: text });

/** As much of a text as a person reads in passing. */
export const cut = (text: string, most: number): string =>
  text.length > most ? `${text.slice(0, most).replace(/[\uD800-\uDBFF]$/, '')}...` : text;

const MOST_TEXT = 600;
const MOST_CODE = 200;

/**
 * A text that is not ours on one line, such that Markdown shows it as it stands: no markup, no HTML, and addresses are not
 * made links. Pipes are left to `table`.
 */
export function escaped(text: string): string {
  return oneLine(cut(text.trim(), MOST_TEXT))
    .replace(/[\\`*_[\]<>&~@]/g, '\\$&')
    .replace(/\/(?=\/)/g, '\\/')
    .replace(/(?<!\w)(www)\./gi, '$1\\.')
    .replace(/^[-+=#]/, '\\$&')
    .replace(/^(\d+)([.)])/, '$1\\$2');
}

/** A text that is not ours as code, where nothing is markup. */
export function code(text: string, most = MOST_CODE): string {
  const line = oneLine(cut(text, most));
  if (line === '' || /\\.*\||\|.*\\/.test(line)) return escaped(line);
  const longest = Math.max(0, ...Array.from(line.matchAll(/`+/g), ([ticks]) => ticks.length));
  const fence = '`'.repeat(longest + 1);
  const space = /^[` ]|[` ]$/.test(line) ? ' ' : '';
  return `${fence}${space}${line}${space}${fence}`;
}

/** Without line breaks, and without the signs that turn the direction of what follows. */
const oneLine = (text: string): string => text.replace(/[\p{Bidi_Control}\p{Cc}\s]+/gu, ' ').trim();

/** Code over several lines. `text` is ours. */
export const codeBlock = (text: string, notation: string): string => `\`\`\`${notation}\n${text}\n\`\`\``;

/** The parts that say something, with a blank line between them. */
export const paragraphs = (...parts: readonly (string | undefined)[]): string =>
  parts.filter((part) => part !== undefined && part !== '').join('\n\n');

/** A line for each fact that is known. */
export function facts(say: Say, ...known: readonly (readonly [label: Words, fact: string | undefined])[]): string {
  return known
    .filter(([, fact]) => fact !== undefined && fact !== '')
    .map(([label, fact]) => `- ${say({ en: `${label.en}: `, zh: `${label.zh}：` })}${fact}`)
    .join('\n');
}

/** Empty without rows. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  if (rows.length === 0) return '';
  const line = (cells: readonly string[]): string => `| ${cells.map((it) => it.replaceAll('|', '\\|')).join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}

export const comma: Words = { en: ', ', zh: '、' };

/** The names or values, as code; of a long list the begin. */
export function codes(say: Say, values: readonly unknown[], most = 30): string {
  const shown = values.slice(0, most).map((it) => code(asText(it), 60));
  return [...shown, ...(values.length > most ? ['...'] : [])].join(say(comma));
}

/** A value as a person would write it; the empty text as two quotes. */
export const asText = (value: unknown): string =>
  typeof value === 'string' && value.trim() !== '' ? value : JSON.stringify(value);

/** What `markdown` says, for clients that show it as it stands. Knows what the functions above write, and links. */
export function plainText(markdown: string): string {
  let inCode = false;
  return markdown
    .split('\n')
    .flatMap((line) => {
      const isFence = /^```\w*$/.test(line);
      if (isFence) inCode = !inCode;
      if (isFence || line.startsWith('| --- |')) return [];
      return [inCode ? line : plainLine(line)];
    })
    .join('\n');
}

const MARKUP = /(`+)(.+?)\1(?!`)|\\([!-/:-@[-`{-~])|\*\*|\[([^\]]*)\]\(([^)]*)\)/g;

function plainLine(line: string): string {
  const cells = line.startsWith('| ') ? line.slice(2, -2).replaceAll(' | ', '  ').replaceAll('\\|', '|') : line;
  return cells.replace(MARKUP, (all, _ticks, inside?: string, sign?: string, text?: string, address?: string) => {
    if (inside !== undefined) return /^ .*[` ]$|^[` ].* $/.test(inside) ? inside.slice(1, -1) : inside;
    if (sign !== undefined) return sign;
    return all === '**' ? '' : `${text}: ${address}`;
  });
}
