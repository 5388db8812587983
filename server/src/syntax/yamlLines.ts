import type { Mend } from './mender.ts';
import type { Patch } from './patchedText.ts';
import { keyEnd, lineEnd, trimmedLineEnd } from './yamlScan.ts';

export const DASH = /^-(?:\s|$)/;
const SIMPLE_KEY = /^[A-Za-z][\w-]*(?:::[\w-]+)*:(?:\s|$)/;

/** A key without its colon; quotes with nothing between them are what an editor makes of the first one. */
const ALONE = /^(?:[\w-]+(?:::[\w-]+)*|(["'])(?:[\w-]+(?:::[\w-]+)*:{0,2})?\1)$/;
/** `key:|` in front of a block of text. */
const GLUED_BLOCK = /^[\w-]+:[|>][-+0-9]*$/;
const GLUED_KEY = /^[A-Za-z][\w-]*(?::(?=[^:\s/])|：)/;

export interface LinesEnd {
  /** Behind the last sign. */
  readonly end: number;
  /** Where the next line begins. */
  readonly next: number;
}

/** The lines from `next` on that continue a text which ends at `stop`: deeper than `parent`, no pairs and no entries. */
export function continuationOf(text: string, stop: number, next: number, parent: number): LinesEnd {
  let found: LinesEnd = { end: stop, next };
  while (found.next < text.length) {
    const lineStop = lineEnd(text, found.next);
    const line = text.slice(found.next, lineStop);
    const said = line.trim();
    if (said === '' || /^[#\]}]/.test(said) || DASH.test(said) || line.search(/\S/) <= parent) break;
    if (keyEnd(said, 0, said.length) !== undefined) break;
    found = { end: trimmedLineEnd(text, found.next, lineStop), next: lineStop + 1 };
  }
  return found;
}

/** Patches that give each line in a range the columns that a strict parser wants, where white space has no meaning. */
export function indentedLines(text: string, from: number, to: number, least: number): Patch[] {
  const patches: Patch[] = [];
  for (let start = lineEnd(text, from) + 1; start < to; start = lineEnd(text, start) + 1) {
    const indent = /^ */.exec(text.slice(start, to))?.[0].length ?? 0;
    if (indent >= least || /^[ \t]*\r?\n/.test(text.slice(start, to))) continue;
    patches.push({ start, end: start, text: ' '.repeat(least - indent) });
  }
  return patches;
}

export interface BlockLines {
  readonly next: number;
  readonly mends: readonly Mend[];
  readonly patches: readonly Patch[];
}

/**
 * The lines of a block scalar whose key stands in the column `parent` and is moved by `delta`. Lines that stand left of
 * the first one end it for the parser, so they are indented; unless they look like the next key.
 */
export function blockLines(text: string, from: number, parent: number, delta: number): BlockLines {
  const mends: Mend[] = [];
  const patches: Patch[] = [];
  let own: number | undefined;
  let at = from;
  for (; at < text.length; at = lineEnd(text, at) + 1) {
    const line = text.slice(at, lineEnd(text, at));
    if (line.trim() === '') continue;
    const indent = line.search(/[^ ]/);
    own ??= indent;
    if (indent <= parent || (indent < own && SIMPLE_KEY.test(line.slice(indent)))) break;
    const range = { start: at, end: at + indent };
    const right = Math.max(0, delta);
    if (indent < own) mends.push({ code: 'bad-indent', range, patch: { ...range, text: ' '.repeat(own + right) } });
    else if (right > 0) patches.push({ start: at, end: at, text: ' '.repeat(right) });
  }
  return { next: at, mends, patches };
}

/** True when what stands at `at`, though it has no colon, is the first key of a map, as the lines below it show. */
export function startsMap(text: string, lineStart: number, at: number, end: number): boolean {
  if (!/^(?:["']?[A-Za-z]|''|"")/.test(text.slice(at, at + 2))) return false;
  const own = at - lineStart;
  for (let start = end + 1; start < text.length; ) {
    const stop = lineEnd(text, start);
    const line = text.slice(start, stop);
    const said = line.trim();
    start = stop + 1;
    if (said === '' || said.startsWith('#')) continue;
    const indent = line.search(/\S/);
    if (indent === own) return keyEnd(said, 0, said.length) !== undefined || GLUED_KEY.test(said);
    const written = text.slice(at, trimmedLineEnd(text, at, end));
    if (indent > own && GLUED_BLOCK.test(written)) return true;
    return indent > own && ALONE.test(written) && (DASH.test(said) || keyEnd(said, 0, said.length) !== undefined);
  }
  return false;
}
