import type { Patch } from './patchedText.ts';
import { lineEnd } from './yamlScan.ts';

/** Says of a block, by the keys down to it (`-` for an item of a list), whether a text can be read without it. */
export type LeavesOut = (path: readonly string[]) => boolean;

const ENTRY =
  /^([ ]*)((?:-[ ]+)*)(?:"([^"]*)"|'([^']*)'|([^\s#"'{}[\],&*!|>%@`][^#]*?))[ \t]*:(?=[ \t\r]|$)[ \t]*([^\r]*)/;

/**
 * Patches that take blocks out of a YAML text, so that it is read sooner. The block around `offset` stays. Goes by the
 * indentation of lines alone: a text that is written in another way may be broken by it, so what comes of it has to be
 * looked at.
 */
export function excerpt(text: string, offset: number, leavesOut: LeavesOut): Patch[] {
  const patches: Patch[] = [];
  let path: { readonly column: number; readonly name: string }[] = [];
  for (let start = 0; start < text.length; ) {
    const end = lineEnd(text, start);
    const next = end + 1;
    const [all, indent = '', dashes = '', double, single, plain, value = ''] = ENTRY.exec(text.slice(start, end)) ?? [];
    const key = double ?? single ?? plain;
    start = next;
    if (all === undefined || key === undefined) continue;
    path = path.filter(({ column }) => column < indent.length);
    for (const { index } of dashes.matchAll(/-/g)) path.push({ column: indent.length + index, name: '-' });
    const column = indent.length + dashes.length;
    path.push({ column, name: key });
    const isText = /^[|>]/.test(value);
    if (!isText && value !== '' && !value.startsWith('#')) continue;
    const isLeftOut = leavesOut(path.map(({ name }) => name));
    if (!isText && !isLeftOut) continue;
    const behind = blockEnd(text, next, column, !isText);
    const isAround = next <= offset && offset < behind;
    // Lines of a text are no entries.
    if (isText) start = behind;
    if (!isLeftOut || isAround || behind <= next) continue;
    patches.push({ start: next, end: behind, text: '' });
    start = behind;
  }
  return patches;
}

/** Where the lines end that stand further right than a column, or begin with a dash in it. */
function blockEnd(text: string, from: number, column: number, dashes: boolean): number {
  let found = from;
  for (let at = from; at < text.length; ) {
    const end = lineEnd(text, at);
    const first = text.slice(at, end).search(/\S/);
    const belongs =
      first > column || (dashes && first === column && /^-\s/.test(text.slice(at + first, at + first + 2)));
    if (first >= 0 && !belongs) return found;
    at = end + 1;
    if (first >= 0) found = Math.min(at, text.length);
  }
  return found;
}
