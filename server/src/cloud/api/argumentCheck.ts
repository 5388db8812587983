import type { Words } from '../../words/words.ts';
import { isRecord } from './jsonObject.ts';
import type { ParameterSpec } from './parameterSpec.ts';

/** The text for the wire, or what is wrong, as a sentence without its end: "has 201 characters". */
export type Checked = { readonly text: string } | { readonly wrong: Words };

/**
 * Checks one value, given as TypeScript has it or as text, and puts it into the text that goes over the wire. Messages repeat
 * short values of names, versions, times and choices, never those of contents, parameters or tags, which may be secret.
 */
export function checkArgument(spec: ParameterSpec, value: unknown): Checked {
  switch (spec.kind) {
    case 'integer':
      return checkInteger(value, spec.least, spec.most ?? Number.MAX_SAFE_INTEGER);
    case 'boolean':
      return value === true || value === false ? { text: String(value) } : checkWord(value, ['true', 'false']);
    case 'choice':
      return checkWord(value, spec.values);
    case 'tags':
    case 'map':
    case 'list':
      return checkJson(spec, value);
    default:
      return typeof value === 'string' ? checkText(spec, value) : wrong('is not a text', '不是文本');
  }
}

type TextSpec = Extract<ParameterSpec, { kind: 'text' | 'name' | 'ownName' | 'content' | 'version' | 'date' | 'url' }>;

function checkText(spec: TextSpec, text: string): Checked {
  switch (spec.kind) {
    case 'text':
      return text.length > (spec.most ?? Number.POSITIVE_INFINITY) ? tooManyCharacters(text) : { text };
    case 'name':
    case 'ownName':
      return checkName(text, spec.kind === 'ownName');
    case 'content':
      return checkContent(text);
    case 'version':
      return /^v[1-9]\d*$/.test(text) ? { text } : is(text);
    case 'date':
      return isDate(text) ? { text } : is(text);
    case 'url':
      return /^https?:\/\//i.test(text) && URL.canParse(text) ? { text } : is(text);
  }
}

const MOST_NAME = 200;

function checkName(text: string, own: boolean): Checked {
  if (text.length > MOST_NAME) return tooManyCharacters(text);
  const [bad] = /[^A-Za-z0-9_-]/u.exec(text) ?? [];
  if (bad !== undefined) return wrong(`has the character ${JSON.stringify(bad)}`, `含有字符 ${JSON.stringify(bad)}`);
  const [prefix] = (own && /^(?:ALIYUN|ACS|ALIBABA|ALICLOUD)/i.exec(text)) || [];
  return prefix === undefined
    ? { text }
    : wrong(`begins with ${prefix}, which is kept for official templates`, `以 ${prefix} 开头，该前缀保留给官方模板`);
}

const MOST_BYTES = 65_536;

function checkContent(text: string): Checked {
  const bytes = Buffer.byteLength(text, 'utf8');
  if (bytes <= MOST_BYTES) return { text };
  const shown = bytes.toLocaleString('en');
  return wrong(`has ${shown} bytes`, `有 ${shown} 字节`);
}

/** The form, and a day and a time that exist: February has no 30th. */
function isDate(text: string): boolean {
  if (!/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/.test(text)) return false;
  const time = Date.parse(text);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text.slice(0, -1));
}

function checkInteger(value: unknown, least: number, most: number): Checked {
  const number = typeof value === 'string' && /^\d{1,15}$/.test(value) ? Number(value) : value;
  const fits = typeof number === 'number' && Number.isInteger(number) && number >= least && number <= most;
  return fits ? { text: String(number) } : is(value);
}

function checkWord(value: unknown, words: readonly string[]): Checked {
  return typeof value === 'string' && words.includes(value) ? { text: value } : is(value);
}

type JsonSpec = Extract<ParameterSpec, { kind: 'tags' | 'map' | 'list' }>;

/** A text is sent as it is, since numbers in it may be too long for ours. */
function checkJson(spec: JsonSpec, value: unknown): Checked {
  const text = typeof value === 'string' ? value : jsonText(value);
  const found = text === undefined ? undefined : parsed(text);
  if (text === undefined || found === undefined) return wrong('is not JSON', '不是 JSON');
  const fault = spec.kind === 'list' ? faultOfList(found, spec.most) : faultOfObject(found, spec.kind);
  return fault ? { wrong: fault } : { text };
}

function jsonText(value: unknown): string | undefined {
  try {
    return JSON.stringify(value);
  } catch {
    return undefined;
  }
}

/** The message of the parser is left out: it repeats the text. */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function faultOfList(found: unknown, most = Number.POSITIVE_INFINITY): Words | undefined {
  if (!Array.isArray(found)) return { en: 'is not a JSON array', zh: '不是 JSON 数组' };
  if (found.length === 0 || found.length > most) return count(found.length);
  const bad = found.findIndex((it) => typeof it !== 'string' || it === '');
  return bad < 0
    ? undefined
    : { en: `has something else than a text as item ${bad + 1}`, zh: `的第 ${bad + 1} 项不是非空文本` };
}

export const MOST_TAGS = 20;

function faultOfObject(found: unknown, kind: 'tags' | 'map'): Words | undefined {
  if (!isRecord(found)) return { en: 'is not a JSON object', zh: '不是 JSON 对象' };
  if (kind === 'map') return undefined;
  const pairs = Object.entries(found);
  if (pairs.length === 0 || pairs.length > MOST_TAGS) return count(pairs.length);
  const bad = pairs.find(([name, value]) => name === '' || typeof value !== 'string');
  if (bad === undefined) return undefined;
  return bad[0] === ''
    ? { en: 'has an empty name', zh: '含有空的键' }
    : {
        en: `has something else than a text under ${JSON.stringify(bad[0])}`,
        zh: `中 ${JSON.stringify(bad[0])} 的值不是文本`,
      };
}

const count = (items: number): Words => ({ en: `has ${items} entries`, zh: `有 ${items} 项` });

const tooManyCharacters = (text: string) => wrong(`has ${text.length} characters`, `有 ${text.length} 个字符`);

const MOST_SHOWN = 60;

function is(value: unknown): Checked {
  const text = typeof value === 'object' ? undefined : JSON.stringify(String(value));
  if (text === undefined || text.length > MOST_SHOWN) return wrong('is something else', '不符合要求');
  return wrong(`is ${text}`, `是 ${text}`);
}

function wrong(en: string, zh: string): Checked {
  return { wrong: { en, zh } };
}
