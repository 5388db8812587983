import { distance } from 'fastest-levenshtein';
import { asSequence, keyName, stringOf, valueFor } from '../syntax/navigate.ts';
import type { MappingNode, Notation } from '../syntax/node.ts';
import type { TemplateDocument } from './document.ts';

/** What is known about a text besides the text. */
export interface Origin {
  /** As the editor says it: yaml, json, jsonc, oos-yaml, oos-json. */
  readonly languageId?: string | undefined;
  /** A file name, or a path, or an address that ends with a file name. */
  readonly fileName?: string | undefined;
  /** A person named this very file, so a template with a broken head is still taken for one. */
  readonly named?: boolean | undefined;
}

/** What the decision needs of a text, read from its tree or, where the tree is broken, from its lines. */
interface Sketch {
  readonly rootKeys: readonly string[];
  readonly formatVersion: string | undefined;
  /** Some item of `Tasks` has an `Action` that begins with `ACS::`. */
  readonly hasAction: boolean;
}

const ownName = /\.oos\.(?:ya?ml|json)$/i;
const oosVersion = /^OOS-/;
const oosAction = /^ACS::/i;

/** Above this many UTF-16 units a text is judged by its lines only, since nothing of that size is parsed. */
const longestParsed = 1024 * 1024;

/** Slips such as `FormatVerison` or `formatversion` stay below; `Version` and `ROSTemplateFormatVersion` do not. */
const nearEnough = 3;

/**
 * Whether a text is meant as an OOS template: its language or name says so, its root has a `FormatVersion` that begins
 * with `OOS-`, or its tasks carry `ACS::` actions. A text without any of these words is refused without parsing it.
 */
export function isOosTemplate(document: Pick<TemplateDocument, 'text' | 'tree'>, origin: Origin): boolean {
  if (origin.languageId?.startsWith('oos-') || ownName.test(origin.fileName ?? '')) return true;
  const { text } = document;
  const named = origin.named === true;
  if (!hasTellingWords(text)) return named && judge(sketchOfLines(text), named);
  if (text.length > longestParsed) return judge(sketchOfLines(text), named);
  const { root, problems } = document.tree;
  return (
    (root?.kind === 'mapping' && judge(sketchOfTree(root), named)) ||
    (problems.length > 0 && judge(sketchOfLines(text), named))
  );
}

/** The notation of a text: by the language id, else by the extension, else JSON when it begins with a brace. */
export function notationOf(fileName: string | undefined, languageId: string | undefined, text: string): Notation {
  const said = languageId ?? '';
  if (/json/i.test(said)) return 'json';
  if (/yaml/i.test(said)) return 'yaml';
  const extension = /\.(json|ya?ml)$/i.exec(fileName ?? '')?.[1]?.toLowerCase();
  if (extension) return extension === 'json' ? 'json' : 'yaml';
  return /^\s*\{/.test(text) ? 'json' : 'yaml';
}

function hasTellingWords(text: string): boolean {
  return /FormatVersion|Tasks|ACS::/i.test(text);
}

function judge({ rootKeys, formatVersion, hasAction }: Sketch, named: boolean): boolean {
  if (formatVersion !== undefined && oosVersion.test(formatVersion)) return true;
  if (rootKeys.includes('ROSTemplateFormatVersion')) return false;
  const hasTasks = rootKeys.includes('Tasks');
  if (hasTasks && hasAction) return true;
  return named && (hasTasks || rootKeys.some(isNearFormatVersion));
}

function isNearFormatVersion(key: string): boolean {
  return distance(key.toLowerCase(), 'formatversion') <= nearEnough;
}

function sketchOfTree(root: MappingNode): Sketch {
  const tasks = asSequence(valueFor(root, 'Tasks'))?.items ?? [];
  return {
    rootKeys: root.pairs.map(keyName),
    formatVersion: stringOf(valueFor(root, 'FormatVersion')),
    hasAction: tasks.some((task) => oosAction.test(stringOf(valueFor(task, 'Action')) ?? '')),
  };
}

/** A key at the begin of a line, with the scalar behind it. */
const firstKey = /^[ \t\-{]*(["']?)([\w:.-]{1,80}?)\1[ \t]*:(?=[\s"'{[]|$)[ \t]*["']?([^\s"',}]{0,80})/;
/** The same behind a brace or comma, for texts that have many keys on one line. */
const flowKey = /[{,][ \t]*(["']?)([\w:.-]{1,80}?)\1[ \t]*:[ \t]*["']?([^\s"',}]{0,80})/g;

interface KeyInLine {
  readonly key: string;
  readonly value: string;
}

/** Root keys are those in the lines that stand furthest left; this holds in both notations, however broken. */
function sketchOfLines(text: string): Sketch {
  let least = Number.POSITIVE_INFINITY;
  let root: KeyInLine[] = [];
  let hasAction = false;
  for (const [line] of text.matchAll(/[^\r\n]+/g)) {
    // Where the first key of the line stands, or would stand.
    const indent = line.search(/[^ \t\-{]/);
    if (indent > least && !line.includes('Action')) continue;
    const keys = keysOfLine(line);
    if (keys.length === 0) continue;
    hasAction ||= keys.some(({ key, value }) => key === 'Action' && oosAction.test(value));
    if (indent > least) continue;
    if (indent < least) root = [];
    least = indent;
    for (const found of keys) root.push(found);
    // Nothing stands further left, so this decides it without the rest of a text that may be long.
    if (indent === 0 && keys.some(isOosVersion)) break;
  }
  return {
    rootKeys: root.map(({ key }) => key),
    formatVersion: root.find(isOosVersion)?.value,
    hasAction,
  };
}

function isOosVersion({ key, value }: KeyInLine): boolean {
  return key === 'FormatVersion' && oosVersion.test(value);
}

function keysOfLine(line: string): KeyInLine[] {
  const first = firstKey.exec(line);
  if (!first) return [];
  const [, , key = '', value = ''] = first;
  if (!/^[ \t-]*[{"]/.test(line)) return [{ key, value }];
  const others = line.slice(first[0].length - value.length).matchAll(flowKey);
  return [{ key, value }, ...Array.from(others, ([, , key = '', value = '']) => ({ key, value }))];
}
