import type { SyntaxTree, ValueNode } from '../syntax/node.ts';
import type { Fix } from './rule.ts';

const KEY = /^[A-Za-z][\w.-]*(?:::[\w-]+)*/;

/**
 * Makes a pair of a plain text of YAML that stands on a line of its own where a map is wanted: what was meant as a key
 * lacks its colon, or the blank behind it.
 */
export function withColon({ notation, text }: SyntaxTree, node: ValueNode): Fix | undefined {
  if (notation !== 'yaml' || node.kind !== 'scalar' || node.style !== 'plain') return undefined;
  const { start, end } = node.range;
  const isOnOwnLine = /(?:^|\n)[ \t]*(?:- +)*$/.test(text.slice(Math.max(0, start - 200), start));
  const written = text.slice(start, end);
  const key = KEY.exec(written)?.[0];
  if (!isOnOwnLine || key === undefined || key.length === written.length) return undefined;
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
