import type { ScalarNode } from './node.ts';

type Resolved = Pick<ScalarNode, 'type' | 'value'> & { readonly unreadable?: boolean };

const BOOLEAN = /^(?:(yes|Yes|YES|true|True|TRUE|on|On|ON)|no|No|NO|false|False|FALSE|off|Off|OFF)$/;
const NULL = /^(?:~|null|Null|NULL)$/;
const INTEGER = /^([-+]?)(?:0b([01_]+)|0x([\da-fA-F_]+)|(0[0-7_]+)|([1-9][\d_]*(?::[0-5]?\d)+)|(0|[1-9][\d_]*))$/;
const FLOAT = /^(?:[-+]?\d[\d_]*\.[\d_]*(?:[eE][-+]\d+)?|\.\d[\d_]*(?:[eE][-+]\d+)?)$/;
const FLOAT_BASE_60 = /^([-+]?)(\d[\d_]*(?::[0-5]?\d)+\.[\d_]*)$/;
const INFINITE = /^([-+]?)\.(?:inf|Inf|INF)$/;
const NOT_A_NUMBER = /^\.(?:nan|NaN|NAN)$/;
const DATE = /^(\d{4})-(\d\d)-(\d\d)$/;
const DATE_TIME =
  /^(\d{4})-(\d\d?)-(\d\d?)(?:[Tt]|[ \t]+)(\d\d?):(\d\d):(\d\d)(?:\.\d*)?(?:[ \t]*(?:Z|[-+]\d\d?(?::\d\d)?))?$/;

/**
 * Reads a plain YAML scalar as the service does, which is PyYAML's SafeLoader (YAML 1.1): `yes` is a boolean, `y` a
 * string, `010` is 8, `12:30` is 750. Source: a table of 151 scalars measured with PyYAML 6.0.3, see NOTICE.
 */
export function resolvePlain(text: string): Resolved {
  if (!mayBeSpecial(text)) return { type: 'string', value: text };
  if (NULL.test(text)) return { type: 'null', value: null };
  const boolean = BOOLEAN.exec(text);
  if (boolean) return { type: 'boolean', value: boolean[1] !== undefined };
  return resolveNumber(text) ?? resolveTimestamp(text) ?? { type: 'string', value: text, unreadable: isReserved(text) };
}

/** All but strings begin with a digit, a sign, a dot, or one of the letters of the booleans and null. */
function mayBeSpecial(text: string): boolean {
  const first = text.charCodeAt(0);
  if (first >= 48 && first <= 57) return true;
  return text.length <= 5 ? '-+.~=<yYnNtTfFoO'.includes(text.charAt(0)) : first === 43 || first === 45 || first === 46;
}

/** PyYAML knows these as tags that have no value. */
const isReserved = (text: string): boolean => text === '=' || text === '<<';

function resolveNumber(text: string): Resolved | undefined {
  const integer = INTEGER.exec(text);
  if (integer) {
    const value = integerOf(integer);
    return { type: 'integer', value: integer[1] === '-' ? 0 - value : value };
  }
  if (FLOAT.test(text)) return { type: 'float', value: Number(text.replaceAll('_', '')) };
  const base60 = FLOAT_BASE_60.exec(text);
  if (base60) return { type: 'float', value: (base60[1] === '-' ? -1 : 1) * fromBase60(base60[2] ?? '') };
  const infinite = INFINITE.exec(text);
  if (infinite) return { type: 'float', value: infinite[1] === '-' ? -Infinity : Infinity };
  return NOT_A_NUMBER.test(text) ? { type: 'float', value: Number.NaN } : undefined;
}

/** The value of a match of `INTEGER` without its sign. Digits that are only `_` count as 0. */
function integerOf([, , binary, hex, octal, base60, decimal]: RegExpExecArray): number {
  const inBase = (digits: string, base: number) => Number.parseInt(digits.replaceAll('_', '') || '0', base);
  if (binary !== undefined) return inBase(binary, 2);
  if (hex !== undefined) return inBase(hex, 16);
  if (octal !== undefined) return inBase(octal, 8);
  return base60 !== undefined ? fromBase60(base60) : Number((decimal ?? '').replaceAll('_', ''));
}

const fromBase60 = (text: string): number =>
  text
    .replaceAll('_', '')
    .split(':')
    .reduce((sum, digits) => sum * 60 + Number(digits), 0);

function resolveTimestamp(text: string): Resolved | undefined {
  const match = DATE.exec(text) ?? DATE_TIME.exec(text);
  if (!match) return undefined;
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = match.slice(1).map((it) => Number(it ?? 0));
  const lastDay = new Date(Date.UTC(2000 + (year % 400), month, 0)).getUTCDate();
  const exists =
    year >= 1 && month >= 1 && month <= 12 && day >= 1 && day <= lastDay && hour < 24 && minute < 60 && second < 60;
  return { type: 'timestamp', value: text, unreadable: !exists };
}
