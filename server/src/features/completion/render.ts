import type { CursorTree } from '../../syntax/cursorTree.ts';
import { keyName } from '../../syntax/navigate.ts';
import type { TextEdit, TextRange } from '../../syntax/node.ts';
import { lineEnd, lineStartAt } from '../../syntax/yamlScan.ts';
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
  readonly text: Written;
  /** Edits elsewhere, none of which touches the range. */
  readonly additionalEdits: readonly TextEdit[];
}

type Pairs = readonly (readonly [key: string | Skeleton, value: Skeleton | undefined])[];
type WithPairs = Extract<Insertion, { readonly kind: 'scalarAndPairs' }>;

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

  render(insertion: Insertion, slot: Slot): Rendered {
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

  #inner(insertion: Insertion, { range, prefix, suffix, node }: InnerSlot): Rendered {
    const text = insertion.kind === 'text' ? insertion.text : 'value' in insertion ? String(insertion.value) : '';
    const written =
      node.style === 'double' ? inString(text) : node.style === 'single' ? text.replaceAll("'", "''") : text;
    return this.#finish(range, [prefix + written + suffix]);
  }

  #inKey(insertion: Insertion, slot: KeySlot): Rendered {
    const pairs = pairsOf(insertion);
    const [first] = pairs;
    if (slot.hasColon && first) return this.#finish(slot.range, this.#name(textOf(first[0]), slot));
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
    const inside = quote === '"' ? inString(text) : text.replaceAll("'", "''");
    return [inside, closed ? '' : quote];
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
    const writer = this.#writer(slot.flow);
    if (!shape || !slot.behindKey || slot.flow || this.#isJson) return this.#finish(range, write(writer, slot.column));
    const column = slot.column + (shape === 'list' ? this.#layout.dash : this.#layout.unit);
    const line = this.#text.slice(lineStartAt(this.#text, range.start), range.start);
    const blank = line.length - line.trimEnd().length;
    const edits = blank > 0 ? [{ range: { start: range.start - blank, end: range.start }, newText: '' }] : [];
    const lead = this.#layout.newline + ' '.repeat(column);
    return this.#finish(range, [lead, ...write(writer, column)], edits, true);
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
    const between = slot.flow ? ', ' : (this.#isJson ? ',' : '') + this.#layout.newline + ' '.repeat(slot.column);
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
    const { quote, closed, flow, column } = slot;
    const looks = JSON.stringify([this.#isJson, this.#layout, quote, closed, flow, column, ...(present ?? [])]);
    this.#room = { slot, range: { start: slot.range.start, end }, present, looks };
    return this.#room;
  }

  #isBracketed({ flow }: ValueSlot): boolean {
    return flow || this.#isJson;
  }

  #pairs(pairs: Pairs, { flow, column }: KeySlot | ValueSlot): Piece[] {
    return this.#writer(flow).pairs(pairs, column);
  }

  #writer(flow: boolean): YamlWriter | JsonWriter {
    return this.#isJson ? new JsonWriter(this.#layout, flow) : new YamlWriter(this.#layout, flow);
  }

  /**
   * Adds what the text at the cursor lacks: where it touches the range it becomes a part of what is written.
   * `breaks`: a line break comes first, so that no blank is needed before it.
   */
  #finish(
    range: TextRange,
    written: readonly Piece[] | Written,
    edits: readonly TextEdit[] = [],
    breaks = false,
  ): Rendered {
    const { before, after } = this.#cursor.mends;
    const text = written instanceof Written ? written : new Written(written);
    if (before.length + after.length === 0) return { range, text, additionalEdits: edits };
    const touchesStart = (it: TextEdit) => it.range.end === range.start && it.range.start === it.range.end;
    const touchesEnd = (it: TextEdit) => it.range.start >= range.start && it.range.start <= range.end;
    const lead = before.filter(touchesStart).map(({ newText }) => (breaks && newText === ' ' ? '' : newText));
    const tail = after.filter(touchesEnd).map(({ newText }) => newText);
    const others = [...before.filter((it) => !touchesStart(it)), ...after.filter((it) => !touchesEnd(it))];
    return { range, text: text.within(lead, tail), additionalEdits: [...edits, ...others] };
  }
}

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

const textOf = (key: string | Skeleton): string =>
  typeof key === 'string' ? key : 'text' in key ? (key.text ?? '') : '';
