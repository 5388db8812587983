import { quoteScalar } from '../syntax/edit.ts';
import type { ScalarNode, SyntaxTree } from '../syntax/node.ts';
import { isSameName } from './fixes.ts';
import type { Fix } from './rule.ts';

const MOST_SHOWN = 40;

/** A value as a message shows it: on one line, and cut where it is long. */
export function shown(value: unknown): string {
  const text = (typeof value === 'string' ? value : JSON.stringify(value)).replace(/\s+/g, ' ');
  return text.length > MOST_SHOWN ? `${text.slice(0, MOST_SHOWN)}...` : text;
}

/** The words among which one has to choose; long lists are cut. Chinese puts `、` between them. */
export function choices(values: readonly unknown[], between = ', '): string {
  const most = 8;
  const words = values.slice(0, most).map(shown).join(between);
  return values.length > most ? `${words}${between}...` : words;
}

/** Makes a text of a number or a boolean, as it is written. */
export function asText(tree: SyntaxTree, { range }: ScalarNode): Fix {
  const edit =
    tree.notation === 'yaml'
      ? quoteScalar(tree.text, range)
      : { range, newText: JSON.stringify(tree.text.slice(range.start, range.end)) };
  return { title: { en: 'Put quotes around it', zh: '加引号' }, edits: [edit] };
}

/** Writes a number, a boolean or a short list in the place of a value. */
export function asLiteral({ range }: ScalarNode, value: unknown): Fix {
  const newText = JSON.stringify(value);
  return { title: { en: `Write ${newText}`, zh: `写作 ${newText}` }, edits: [{ range, newText }] };
}

/**
 * Writes a word in the place of a scalar: its quotes are kept, and put in where JSON or YAML wants them. A guess, unless it
 * is the same word but for letter case and signs.
 */
export function asWord(tree: SyntaxTree, { range, style, value }: ScalarNode, word: string): Fix {
  const plain = /^[A-Za-z][\w.-]*(?:::[\w.-]+)*$/.test(word);
  const single = `'${word.replaceAll("'", "''")}'`;
  const newText =
    tree.notation === 'json' || style === 'double'
      ? JSON.stringify(word)
      : style === 'single' || !plain
        ? single
        : word;
  const fix = { title: { en: `Change to '${word}'`, zh: `改为“${word}”` }, edits: [{ range, newText }] };
  return isSameName(String(value), word) ? fix : { ...fix, guess: true };
}

/** Makes a list of one element. Undefined where the brackets would change what the element is. */
export function asList({ notation, text }: SyntaxTree, { range, style }: ScalarNode): Fix | undefined {
  const written = text.slice(range.start, range.end);
  const safe =
    notation === 'json' ||
    style === 'single' ||
    style === 'double' ||
    (style === 'plain' && /^[\w.:/-]+$/.test(written));
  if (!safe) return undefined;
  return { title: { en: 'Make it a list', zh: '改为列表' }, edits: [{ range, newText: `[${written}]` }] };
}

const NUMBER = /^\s*[-+]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][-+]?\d+)?\s*$/;

/** The number that a text writes out. */
export const numberIn = (text: string): number | undefined => (NUMBER.test(text) ? Number(text) : undefined);

const BOOLEANS: ReadonlyMap<string, boolean> = new Map([
  ['true', true],
  ['yes', true],
  ['on', true],
  ['1', true],
  ['false', false],
  ['no', false],
  ['off', false],
  ['0', false],
]);

/** The boolean that a text or number stands for in common usage. */
export const booleanIn = (value: string | number): boolean | undefined =>
  BOOLEANS.get(String(value).trim().toLowerCase());
