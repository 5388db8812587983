import { indentAt, insertPairs } from '../../syntax/edit.ts';
import type { MappingNode, PairNode, ScalarNode, SyntaxTree, TextEdit, TextRange } from '../../syntax/node.ts';
import { endsInKeptLines } from './keptLines.ts';
import { endOfLine, lineStart } from './lines.ts';

export type Language = 'en' | 'zh-cn';

/** The language of a text by its script. */
export const languageOf = (text: string): Language => (/\p{Script=Han}/u.test(text) ? 'zh-cn' : 'en');

/** Adds languages with empty texts. Undefined where that could change the text before them. */
export function addLanguages(
  tree: SyntaxTree,
  map: MappingNode,
  languages: readonly Language[],
): TextEdit[] | undefined {
  const last = map.pairs.at(-1);
  if (tree.problems.length > 0 || (last && (!last.value || endsInKeptLines(tree.text, last.value)))) return undefined;
  return [
    insertPairs(
      tree,
      map,
      languages.map((key) => ({ key, value: '' })),
    ),
  ];
}

/**
 * Makes a map of languages of a text, which stays as it is written; the other language is left empty. Undefined where
 * that could change the text.
 */
export function toLanguageMap(tree: SyntaxTree, { key, value }: PairNode, inFlow: boolean): TextEdit[] | undefined {
  if (value?.kind !== 'scalar' || tree.problems.length > 0) return undefined;
  const { text } = tree;
  const language = languageOf(String(value.value));
  const between = text.slice(key.range.end, value.range.start);
  if (!/^\s*:\s*$/.test(between) || endsInKeptLines(text, value)) return undefined;
  // Lines below a text that stands below its key may stand left of it.
  if (between.includes('\n') && text.slice(value.range.start, value.range.end).includes('\n')) return undefined;
  return inFlow ? inline(tree, value, language) : onLines(text, key.range, value, language);
}

function inline({ text, notation }: SyntaxTree, { range }: ScalarNode, language: Language): TextEdit[] {
  const quote = (name: string) => (notation === 'json' ? `"${name}"` : name);
  const empty = notation === 'json' ? '""' : "''";
  const written = text.slice(range.start, range.end);
  const of = (it: Language) => `${quote(it)}: ${it === language ? written : empty}`;
  return [{ range, newText: `{ ${of('en')}, ${of('zh-cn')} }` }];
}

function onLines(text: string, key: TextRange, { range }: ScalarNode, language: Language): TextEdit[] {
  const newline = text.includes('\r\n') ? '\r\n' : '\n';
  const keyColumn = key.start - lineStart(text, key.start);
  const ownLine = text.slice(key.end, range.start).includes('\n');
  const indent = ownLine ? indentAt(text, range.start) : ' '.repeat(keyColumn + 2);
  const from = ownLine ? range.start : key.end + text.slice(key.end, range.start).indexOf(':') + 1;
  // A comment behind the text stays beside it.
  const to = endOfLine(text, range.end);
  const written = `${language}: ${deeper(text.slice(range.start, to))}`;
  const lines = language === 'en' ? [written, "zh-cn: ''"] : ["en: ''", written];
  const newText = lines.join(newline + indent);
  return [{ range: { start: from, end: to }, newText: ownLine ? newText : newline + indent + newText }];
}

/** The lines below the first one two columns further right. */
const deeper = (written: string): string => written.replace(/\n(?=[^\r\n])/g, '\n  ');
