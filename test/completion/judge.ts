import { isDeepStrictEqual } from 'node:util';
import { analyze } from '../../server/src/analysis/analyze.ts';
import type { Diagnostic } from '../../server/src/analysis/rule.ts';
import type { Catalog } from '../../server/src/catalog/catalog.ts';
import { toData } from '../../server/src/syntax/navigate.ts';
import type { Notation, TextRange } from '../../server/src/syntax/node.ts';
import { TemplateDocument } from '../../server/src/template/document.ts';
import { type Accepted, accept, isShown, type Offer } from './accept.ts';
import type { KeySite, Path, Position, Site } from './position.ts';

export interface Verdict {
  readonly position: Position;
  /** The place of what is wanted among the offers that an editor shows, from 0; -1: it is not there. */
  readonly rank: number;
  /** The labels of all offers that are shown. */
  readonly labels: readonly string[];
  /** What the text becomes. Undefined: it was not offered. */
  readonly text: string | undefined;
  /** What is wrong with that text; undefined: nothing. */
  readonly wrong: string | undefined;
  /** What is said about that text and not about the whole one, places to be filled in left aside. */
  readonly findings: readonly string[];
}

/** What becomes of the offers at a position, for an editor with snippets and for one without. */
export function judge(
  position: Position,
  offers: readonly Offer[],
  withoutSnippets: readonly Offer[],
  catalog: Catalog,
): Verdict {
  const shown = offers.filter((it) => isShown(it, position.text, position.offset));
  const rank = shown.findIndex((it) => isWanted(it, position));
  const labels = shown.map(({ label }) => label);
  const offer = shown[rank];
  if (!offer) return { position, rank, labels, text: undefined, wrong: undefined, findings: [] };
  const accepted = accept(position.text, offer);
  const plain = withoutSnippets[offers.indexOf(offer)];
  const document = new TemplateDocument(accepted.text, position.notation);
  const isAlike = plain !== undefined && accept(position.text, plain).text === accepted.text;
  return {
    position,
    rank,
    labels,
    text: accepted.text,
    wrong: whatIsWrong(position, document) ?? (isAlike ? undefined : 'is another text without snippets'),
    findings: newFindings(position, accepted, document, catalog),
  };
}

function isWanted(offer: Offer, { site, text, offset, typed }: Position): boolean {
  const same = (a: string): boolean =>
    site.ignoresCase ? a.toLowerCase() === site.wanted.toLowerCase() : a === site.wanted;
  if (site.shape !== 'inner') return same(offer.label);
  if (site.braces) return same(offer.label) || same(site.lead + offer.label);
  // The first dot of a selector may be missing.
  if (site.lead === '' && typed === '' && site.wanted === `.${offer.label}`) return true;
  const start = offset - typed.length - site.lead.length;
  const { text: after } = accept(text, offer);
  const isWhole =
    after.startsWith(site.wanted, start) &&
    after.length - text.length === site.wanted.length - typed.length - site.lead.length;
  return isWhole;
}

function whatIsWrong(position: Position, { tree }: TemplateDocument): string | undefined {
  const { site, path, notation, original } = position;
  const [problem] = tree.problems;
  if (problem) return `does not parse: ${problem.code}`;
  const data = toData(tree.root);
  const before = toData(new TemplateDocument(original, notation).tree.root);
  const found = take(data, path);
  const wanted = take(before, path);
  if (found === undefined) return 'is not where it belongs';
  if (site.shape !== 'key' && !isSame(found.value, wanted?.value, site)) {
    return `became ${JSON.stringify(found.value)} instead of ${JSON.stringify(wanted?.value)}`;
  }
  takeAdditions(data, before, path);
  return isDeepStrictEqual(data, before) ? undefined : 'harms the rest';
}

/** What comes with the value of a key, where it is not there already. */
const companions = ['Properties', 'Parameters', 'AssociationPropertyMetadata'];

function takeAdditions(data: unknown, before: unknown, path: Path): void {
  const [holder, former] = [holderOf(data, path), holderOf(before, path)];
  for (const key of companions) if (holder && former && !(key in former)) delete holder[key];
}

/** Takes what a path leads to out of data. */
function take(data: unknown, path: Path): { readonly value: unknown } | undefined {
  const last = path.at(-1);
  const holder = holderOf(data, path);
  if (holder === undefined || last === undefined || !(last in holder)) return undefined;
  const value = holder[last];
  holder[last] = null;
  return { value };
}

function holderOf(data: unknown, path: Path): Record<string, unknown> | undefined {
  const into = (at: unknown, step: string | number) => (isHolder(at) ? at[step] : undefined);
  const holder = path.slice(0, -1).reduce(into, data);
  return isHolder(holder) ? holder : undefined;
}

const isHolder = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;

function isSame(a: unknown, b: unknown, { ignoresCase, shape }: Site): boolean {
  if (typeof a !== 'string' || typeof b !== 'string') return a === b;
  const plain = (text: string): string => {
    // Blanks inside of braces mean nothing, and neither does the first dot of a selector.
    const inner = text.replaceAll(/\{\{\s*|\s*\}\}/g, (braces) => braces.trim()).replace(/^\./, '');
    const spaced = shape === 'inner' ? inner : text;
    return ignoresCase ? spaced.toLowerCase() : spaced;
  };
  return plain(a) === plain(b);
}

/**
 * What is said only now, and not about a place to be filled in. A key whose value is still to be written is compared
 * with the text without it too: what the rest says about its absence is not the fault of the offer.
 */
function newFindings(
  { site, original, notation }: Position,
  { holes, text, written }: Accepted,
  document: TemplateDocument,
  catalog: Catalog,
): string[] {
  const known = new Set(found(original, notation, catalog).map(inWords));
  if (site.shape === 'key') {
    for (const it of found(withoutPair(site, original), notation, catalog)) known.add(inWords(it));
  }
  const lines = holes.map(({ start, end }) => ({ start: text.lastIndexOf('\n', start - 1) + 1, end }));
  return analyze(document, catalog).flatMap((it) => {
    if (it.severity !== 'error' && it.severity !== 'warning') return [];
    if (lines.some((line) => touches(line, it.range)) || known.has(inWords(it))) return [];
    // Names that stood in the value are missing elsewhere, since it is still to be written.
    const isLost = site.shape === 'key' && /^un(known|reachable)-/.test(it.rule) && !touches(written, it.range);
    return isLost ? [] : [inWords(it)];
  });
}

function withoutPair({ mapping, pair }: KeySite, text: string): string {
  const [before, after] = [text.slice(0, pair.range.start), text.slice(pair.range.end)];
  if (!mapping.flow) return before + after;
  return mapping.pairs.at(-1) === pair ? before.replace(/,\s*$/, '') + after : before + after.replace(/^\s*,/, '');
}

/** Of whole texts, which are asked for again and again. */
const foundIn = new Map<string, readonly Diagnostic[]>();

function found(text: string, notation: Notation, catalog: Catalog): readonly Diagnostic[] {
  const known = foundIn.get(text) ?? analyze(new TemplateDocument(text, notation), catalog);
  foundIn.set(text, known);
  return known;
}

const inWords = ({ rule, message }: Diagnostic): string => `${rule}: ${message.en}`;

const touches = (a: TextRange, b: TextRange): boolean => a.start <= b.end && b.start <= a.end;
