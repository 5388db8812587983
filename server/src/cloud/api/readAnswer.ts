import { parseAnswer } from '../parseAnswer.ts';
import { isRecord, type JsonObject } from './jsonObject.ts';
import type { JsonValue, Read, Shape, Shapes } from './shape.ts';
import { type Place, unexpected } from './unexpected.ts';

/** Reads a part of an answer by its shape. Throws an OosError of kind `protocol` where the shape is not to be made out. */
export function read<const S extends Shape>(value: unknown, shape: S, place: Place): Read<S> {
  return readShape(value, shape, place) as Read<S>;
}

function readShape(value: unknown, shape: Shape, place: Place): unknown {
  if (typeof shape === 'string') return readLeaf(value, shape, place);
  if ('list' in shape) return readList(value, shape.list, shape.within, place);
  // `isText` is worked out where its neighbours are known.
  return 'fields' in shape ? readFields(value, shape.fields, place) : undefined;
}

function readLeaf(value: unknown, shape: Shape & string, place: Place): unknown {
  switch (shape) {
    case 'text':
      return textOf(value);
    case 'id':
      return textOf(value) || unexpected(place, { en: 'an ID', zh: '一个 ID' });
    case 'number':
      return numberOf(value);
    case 'truth':
      return truthOf(value);
    case 'json':
      return jsonOf(value);
    case 'tags':
      return mapped(jsonOf(value), textOf);
    case 'counters':
      return countersOf(value);
    case 'token':
      return textOf(value) || undefined;
  }
}

function readList(value: unknown, item: Shape, within: string | undefined, place: Place): unknown[] {
  const whole = fromText(value);
  const found = within !== undefined && isRecord(whole) && within in whole ? fromText(whole[within]) : whole;
  if (found === undefined || found === null || found === '') return [];
  const items = Array.isArray(found) ? found : [found];
  return items.map((it, i) => readShape(it, item, { ...place, path: `${place.path}[${i}]` }));
}

function readFields(value: unknown, fields: Shapes, place: Place): unknown {
  const found = fromText(value);
  if (!isRecord(found)) return unexpected(place, { en: 'an object', zh: '一个对象' });
  return Object.fromEntries(
    Object.entries(fields).map(([name, shape]) => {
      if (typeof shape === 'object' && 'isText' in shape) return [name, typeof found[shape.isText] === 'string'];
      const path = place.path === '' ? name : `${place.path}.${name}`;
      return [name, readShape(member(found, name), shape, { ...place, path })];
    }),
  );
}

/**
 * The reference and the service disagree about the first two names, from operation to operation; the name of an action has
 * been misspelt in answers.
 */
const otherNames: Readonly<Record<string, string>> = {
  CreatedDate: 'CreateDate',
  CreateDate: 'CreatedDate',
  OOSActionName: 'OOSSActionName',
};

function member(found: JsonObject, name: string): unknown {
  const other = otherNames[name];
  return found[name] ?? (other === undefined ? undefined : found[other]);
}

function textOf(value: unknown): string | undefined {
  if (value === undefined || value === null) return undefined;
  return typeof value === 'object' ? JSON.stringify(value, null, 2) : String(value);
}

function numberOf(value: unknown): number | undefined {
  const number = typeof value === 'string' && value.trim() !== '' ? Number(value) : value;
  return typeof number === 'number' && Number.isFinite(number) ? number : undefined;
}

function truthOf(value: unknown): boolean | undefined {
  if (typeof value === 'boolean') return value;
  const word = String(value).toLowerCase();
  if (word === 'true') return true;
  return word === 'false' ? false : undefined;
}

function jsonOf(value: unknown): JsonValue | undefined {
  if (value === undefined || value === null) return undefined;
  const found = fromText(value);
  if (found === '') return {};
  return Array.isArray(found) || isRecord(found) ? found : String(found);
}

/** The object or the list that a text says in JSON; else the value as it is. */
function fromText(value: unknown): unknown {
  if (typeof value !== 'string' || !/^\s*[[{]/.test(value)) return value;
  try {
    return parseAnswer(value);
  } catch {
    return value;
  }
}

/** The tables of the reference have a bare number where its samples have an object; that number counts everything. */
function countersOf(value: unknown): Readonly<Record<string, number>> | undefined {
  const total = numberOf(value);
  return total === undefined ? mapped(jsonOf(value), numberOf) : { Total: total };
}

function mapped<V>(value: JsonValue | undefined, read: (it: unknown) => V | undefined): Record<string, V> | undefined {
  if (!isRecord(value)) return undefined;
  const entries = Object.entries(value).map(([name, it]) => [name, read(it)] as const);
  return Object.fromEntries(entries.filter((it): it is readonly [string, V] => it[1] !== undefined));
}
