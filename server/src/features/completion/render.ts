import { joined } from '../../syntax/cursorPatches.ts';
import type { CursorTree } from '../../syntax/cursorTree.ts';
import { keyName } from '../../syntax/navigate.ts';
import type { TextEdit, TextRange } from '../../syntax/node.ts';
import { lineEnd, lineStartAt } from '../../syntax/yamlScan.ts';
import { quoteAround, textOf } from './behindCursor.ts';
import { inString, JsonWriter } from './jsonWriter.ts';
import { type Layout, layoutOf } from './layout.ts';
import type { Piece } from './pieces.ts';
import type { Insertion, Skeleton } from './proposal.ts';
import type { InnerSlot, KeySlot, Slot, ValueSlot } from './slot.ts';
import { Written } from './written.ts';
import { yamlScalar } from './yamlScalar.ts';
import { isNested, YamlWriter } from './yamlWriter.ts';

/** What accepting a proposal does to the text of the user. */
export interface Rendered {
  /** It begins before or at the cursor and ends behind or at it, on one line. */
  readonly range: TextRange;
  /** What gives way of it where what stands behind the cursor is to stay. */
  readonly insertRange: TextRange;
  readonly text: Written;
  /** Edits elsewhere, which may begin where the range ends, but do not touch `insertRange`. */
  readonly additionalEdits: readonly TextEdit[];
}

type Pairs = readonly (readonly [key: string | Skeleton, value: Skeleton | undefined])[];
type WithPairs = Extract<Insertion, { readonly kind: 'scalarAndPairs' }>;

interface Circumstances {
  readonly edits?: readonly TextEdit[];
  /** A line break comes first, so that no blank is needed before it. */
  readonly breaks?: boolean;
  /** What stands at the end of the range and may stay. */
  readonly kept?: string;
  /** The quote that the string needs behind what is kept. */
  readonly closing?: TextEdit | undefined;
}

/** The place behind a value, where pairs may follow. */
interface Room {
  readonly slot: ValueSlot;
  /** Of the value, up to where the pairs would end. */
  readonly range: TextRange;
  /** The keys that are there already. Undefined: no pairs can follow. */
  readonly present: ReadonlySet<string> | undefined;
  /** Of two places that look alike, the same is written in both. */
  readonly looks: string;
}

/** What was last made of an insertion: lists of hundreds are asked for again with every letter, in a place that looks the same. */
const lastWritten = new WeakMap<WithPairs, { readonly looks: string; readonly text: Written }>();

/** Turns insertions into edits, in the notation and the layout of one text. */
export class Renderer {
  readonly #cursor: CursorTree;
  readonly #text: string;
  readonly #layout: Layout;
  #room: Room | undefined;

  /** `text`: that of the user. */
  constructor(cursor: CursorTree, text: string) {
    this.#cursor = cursor;
    this.#text = text;
    this.#layout = layoutOf(cursor.tree);
  }

  /** Undefined: it cannot be written there without harming what stands behind the cursor. */
  render(insertion: Insertion, slot: Slot): Rendered | undefined {
    if (slot.rest !== '' && slot.role !== 'inner') return this.#inFront(insertion, slot);
    switch (slot.role) {
      case 'key':
        return this.#inKey(insertion, slot);
      case 'value':
        return this.#inValue(insertion, slot);
      case 'inner':
        return this.#inner(insertion, slot);
    }
  }

  get #isJson(): boolean {
    return this.#cursor.tree.notation === 'json';
  }

  /** As a text before the rest, which stays or is replaced. */
  #inFront(insertion: Insertion, slot: KeySlot | ValueSlot): Rendered | undefined {
    const { range, rest, quote, flow } = slot;
    const text = slot.role === 'value' ? textOf(insertion) : insertion.kind === 'pair' ? insertion.key : undefined;
    if (text === undefined) return undefined;
    const { closing } = this.#cursor.mends;
    if (quote !== undefined) return this.#finish(range, [escaped(text, quote)], { kept: rest, closing });
    const around = quoteAround(text, rest, this.#isJson, flow);
    if (around === undefined || (around !== '' && slot.role === 'key')) return undefined;
    const end = { range: { start: range.end, end: range.end }, newText: around };
    return this.#finish(range, [around + escaped(text, around)], {
      kept: rest,
      closing: around === '' ? undefined : end,
    });
  }

  #inner(insertion: Insertion, { range, rest, prefix, suffix, node }: InnerSlot): Rendered {
    const { closing } = this.#cursor.mends;
    const text = insertion.kind === 'text' ? insertion.text : 'value' in insertion ? String(insertion.value) : '';
    const quote = node.style === 'double' ? '"' : node.style === 'single' ? "'" : '';
    return this.#finish(range, [prefix + escaped(text, quote) + suffix], { kept: rest, closing });
  }

  #inKey(insertion: Insertion, slot: KeySlot): Rendered {
    const pairs = pairsOf(insertion);
    const [first] = pairs;
    if (slot.hasColon && first) return this.#finish(slot.range, this.#name(keyText(first[0]), slot));
    const range = outerRange(slot);
    const kept = slot.quote ? this.#text.slice(range.start, slot.range.start) : '';
    const pieces = this.#pairs(pairs, slot);
    // The opening quote stays, since editors compare what stands behind it.
    return kept === '"' && this.#isJson
      ? this.#finish({ start: slot.range.start, end: range.end }, withoutFirst(pieces, '"'))
      : this.#finish(range, pieces);
  }

  /** The text of a key or value in the quotes that are there, or in those that it needs. */
  #name(text: string, { quote, closed, flow }: KeySlot | ValueSlot): Piece[] {
    if (quote === undefined) return [this.#isJson ? JSON.stringify(text) : yamlScalar(text, flow)];
    return [escaped(text, quote), closed ? '' : quote];
  }

  #inValue(insertion: Insertion, slot: ValueSlot): Rendered {
    switch (insertion.kind) {
      case 'text':
        return this.#finish(slot.range, [insertion.text]);
      case 'scalar':
        if (typeof insertion.value === 'string') return this.#finish(slot.range, this.#name(insertion.value, slot));
        return this.#structure({ kind: 'value', value: insertion.value }, slot);
      case 'structure':
        return this.#structure(insertion.value, slot);
      case 'pair':
        return this.#nested(slot, 'map', (writer, column) => writer.map([pairOf(insertion)], column));
      case 'scalarAndPairs':
        return this.#withPairs(insertion, slot);
    }
  }

  /** A value that quotes around it would make a text. */
  #structure(value: Skeleton, slot: ValueSlot): Rendered {
    const isList = value.kind === 'list' || (value.kind === 'open' && value.of === 'list');
    const shape = isNested(value) ? (isList ? 'list' : 'map') : undefined;
    return this.#nested(slot, shape, (writer, column) => writer.value(value, column));
  }

  /** `shape`: it stands on lines of its own in block style. */
  #nested(
    slot: ValueSlot,
    shape: 'map' | 'list' | undefined,
    write: (writer: YamlWriter | JsonWriter, column: number) => Piece[],
  ): Rendered {
    const range = outerRange(slot);
    const writer = this.#writer(slot);
    if (!shape || !slot.behindKey || slot.flow || this.#isJson) return this.#finish(range, write(writer, slot.column));
    const column = slot.column + (shape === 'list' ? this.#layout.dash : this.#layout.unit);
    const line = this.#text.slice(lineStartAt(this.#text, range.start), range.start);
    const blank = line.length - line.trimEnd().length;
    const edits = blank > 0 ? [{ range: { start: range.start - blank, end: range.start }, newText: '' }] : [];
    const lead = this.#layout.newline + ' '.repeat(column);
    return this.#finish(range, [lead, ...write(writer, column)], { edits, breaks: true });
  }

  /** The pairs follow only where their keys are not there, and where nothing else stands on the line. */
  #withPairs(insertion: WithPairs, slot: ValueSlot): Rendered {
    const room = this.#roomOf(slot);
    const { present, looks } = room;
    const pairs = present ? insertion.pairs.filter(([key]) => !present.has(key)) : [];
    if (pairs.length === 0) return this.#finish(slot.range, this.#name(insertion.value, slot));
    let last = lastWritten.get(insertion);
    if (last?.looks !== looks) {
      last = { looks, text: new Written(this.#valueAndPairs(insertion.value, pairs, slot)) };
      lastWritten.set(insertion, last);
    }
    return this.#finish(room.range, last.text);
  }

  #valueAndPairs(value: string, pairs: Pairs, slot: ValueSlot): Piece[] {
    const between = slot.flow ? ', ' : (this.#isJson ? ',' : '') + this.#layout.newline + slot.indent;
    const closing = slot.closed ? (slot.quote ?? '') : '';
    return [...this.#name(value, slot), closing, between, ...this.#pairs(pairs, slot)];
  }

  /** All insertions of a list ask for the same one. */
  #roomOf(slot: ValueSlot): Room {
    if (this.#room?.slot === slot) return this.#room;
    const { end } = outerRange(slot);
    const rest = this.#text.slice(end, lineEnd(this.#text, end)).trim();
    const isFree = rest === '' || (this.#isBracketed(slot) && /^[,\]}]/.test(rest));
    const present = slot.mapping && isFree ? new Set(slot.mapping.pairs.map(keyName)) : undefined;
    const { quote, closed, flow, indent } = slot;
    const looks = JSON.stringify([this.#isJson, this.#layout, quote, closed, flow, indent, ...(present ?? [])]);
    this.#room = { slot, range: { start: slot.range.start, end }, present, looks };
    return this.#room;
  }

  #isBracketed({ flow }: ValueSlot): boolean {
    return flow || this.#isJson;
  }

  #pairs(pairs: Pairs, slot: KeySlot | ValueSlot): Piece[] {
    return this.#writer(slot).pairs(pairs, slot.column);
  }

  #writer({ flow, indent }: KeySlot | ValueSlot): YamlWriter | JsonWriter {
    return this.#isJson ? new JsonWriter(this.#layout, flow, indent) : new YamlWriter(this.#layout, flow);
  }

  /**
   * Adds what the text at the cursor lacks: where it touches the range it becomes a part of what is written.
   */
  #finish(
    range: TextRange,
    written: readonly Piece[] | Written,
    { edits = [], breaks = false, kept = '', closing }: Circumstances = {},
  ): Rendered {
    const { before, after: behind } = this.#cursor.mends;
    const after = joined(closing, behind);
    const text = written instanceof Written ? written : new Written(written);
    const insertRange = kept === '' ? range : { start: range.start, end: this.#cursor.offset };
    if (before.length + after.length === 0) return { range, insertRange, text, additionalEdits: edits };
    const touchesStart = (it: TextEdit) => it.range.end === range.start && it.range.start === it.range.end;
    const touchesEnd = (it: TextEdit) => it.range.start >= range.start && it.range.start <= insertRange.end;
    const lead = before.filter(touchesStart).map(({ newText }) => (breaks && newText === ' ' ? '' : newText));
    const tail = after.filter(touchesEnd).map(({ newText }) => newText);
    const others = [...before.filter((it) => !touchesStart(it)), ...after.filter((it) => !touchesEnd(it))];
    return { range, insertRange, text: text.within(lead, tail), additionalEdits: [...edits, ...others] };
  }
}

const escaped = (text: string, quote: '"' | "'" | ''): string =>
  quote === '"' ? inString(text) : quote === "'" ? text.replaceAll("'", "''") : text;

/** With the quotes around it. */
function outerRange({ range, quote, closed }: KeySlot | ValueSlot): TextRange {
  if (quote === undefined) return range;
  return { start: range.start - 1, end: range.end + (closed ? 1 : 0) };
}

function withoutFirst([first = '', ...others]: readonly Piece[], sign: string): Piece[] {
  return typeof first === 'string' && first.startsWith(sign)
    ? [first.slice(sign.length), ...others]
    : [first, ...others];
}

/** What an insertion is among the pairs of a map. */
function pairsOf(insertion: Insertion): Pairs {
  switch (insertion.kind) {
    case 'pair':
      return [pairOf(insertion)];
    case 'structure':
      return insertion.value.kind === 'map' ? insertion.value.pairs : [];
    case 'scalar':
      return [[String(insertion.value), undefined]];
    case 'scalarAndPairs':
      return [[insertion.value, undefined]];
    case 'text':
      return [[insertion.text, undefined]];
  }
}

const pairOf = ({ key, keyIsHole, value }: Insertion & { readonly kind: 'pair' }): Pairs[number] => [
  keyIsHole === true ? { kind: 'hole', text: key } : key,
  value,
];

const keyText = (key: string | Skeleton): string =>
  typeof key === 'string' ? key : 'text' in key ? (key.text ?? '') : '';
