import type { SyntaxTree, ValueNode } from '../syntax/node.ts';
import type { Words } from '../words/words.ts';
import type { Fix } from './rule.ts';

const KEY = /^[A-Za-z][\w.-]*(?:::[\w-]+)*/;

/** Behind a sentence about a word of YAML that stands on a line of its own where a map is wanted: it may become a key. */
export function halfKeyWords({ notation, text }: SyntaxTree, node: ValueNode): Words {
  if (notation !== 'yaml' || node.kind !== 'scalar' || node.style !== 'plain') return { en: '', zh: '' };
  const written = text.slice(node.range.start, node.range.end);
  if (!isOnOwnLine(text, node) || KEY.exec(written)?.[0] !== written) return { en: '', zh: '' };
  return {
    en: ` If '${written}' is a key, a ':' is missing after it.`,
    zh: `若“${written}”是键，其后缺少“:”。`,
  };
}

const isOnOwnLine = (text: string, { range: { start } }: ValueNode): boolean =>
  /(?:^|\n)[ \t]*(?:- +)*$/.test(text.slice(Math.max(0, start - 200), start));

/**
 * Makes a pair of a plain text of YAML that stands on a line of its own where a map is wanted: what was meant as a key
 * lacks its colon, or the blank behind it.
 */
export function withColon({ notation, text }: SyntaxTree, node: ValueNode): Fix | undefined {
  if (notation !== 'yaml' || node.kind !== 'scalar' || node.style !== 'plain') return undefined;
  const { start, end } = node.range;
  const written = text.slice(start, end);
  const key = KEY.exec(written)?.[0];
  if (!isOnOwnLine(text, node) || key === undefined || key.length === written.length) return undefined;
  const [colon = ''] = /^[:：]/.exec(written.slice(key.length)) ?? [];
  const at = start + key.length;
  const isGlued = !/\s/.test(text.charAt(at + colon.length));
  if (colon === '' && isGlued) return undefined;
  return {
    title: { en: `Make '${key}' a key`, zh: `将“${key}”写成键` },
    edits: [{ range: { start: at, end: at + colon.length }, newText: isGlued ? ': ' : ':' }],
    guess: true,
  };
}
