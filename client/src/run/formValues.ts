import type { ParameterFacts } from './templateFacts.ts';

/** How a value stands in its field; also what the field holds when nobody has touched it. */
export function fieldText(type: ParameterFacts['type'], value: unknown): string {
  if (value === undefined || value === null) return '';
  if (type === 'List' && Array.isArray(value)) return listText(value);
  if (typeof value !== 'object') return String(value);
  return JSON.stringify(value, undefined, 2);
}

/** What a map has for a parameter, which may be called `constructor`. */
export const own = <T>(map: Readonly<Record<string, T>>, name: string): T | undefined =>
  Object.hasOwn(map, name) ? map[name] : undefined;

/** One item a line, where that leaves no doubt. */
function listText(items: readonly unknown[]): string {
  if (items.length === 0) return '';
  const isPlain = items.every((it) => typeof it === 'string' && /^[^\s[](?:.*\S)?$/.test(it) && !it.includes('{{'));
  return isPlain ? items.join('\n') : JSON.stringify(items, undefined, 2);
}

/** Items that stand on lines of their own become JSON; JSON stays as it is, also while it is being written. */
export function listJson(text: string): string {
  const trimmed = text.trim();
  if (trimmed.startsWith('[') || trimmed.includes('{{')) return trimmed;
  const items = trimmed.split(/\r?\n/).map((line) => line.trim());
  return JSON.stringify(items.filter(Boolean));
}

/** What of a form is to be sent, still as text. */
export interface GivenTexts {
  /** To be read by the types of the parameters. */
  readonly texts: Readonly<Record<string, string>>;
  /** Values of NoEcho parameters, which nobody but the service gets. */
  readonly secrets: Readonly<Record<string, string>>;
  /** The parameters that keep their defaults. */
  readonly defaults: readonly string[];
  /** Those without a value and without a default. */
  readonly missing: readonly string[];
}

/** A field that holds its default still, or is empty, is left out; only a text can be empty by intention. */
export function givenTexts(
  parameters: readonly ParameterFacts[],
  values: Readonly<Record<string, string>>,
): GivenTexts {
  const texts: [string, string][] = [];
  const secrets: [string, string][] = [];
  const defaults: string[] = [];
  const missing: string[] = [];
  for (const parameter of parameters) {
    const { name, type, required, secret } = parameter;
    const text = own(values, name) ?? fieldText(type, parameter.default);
    if (isLeft(parameter, text)) (required ? missing : defaults).push(name);
    else if (secret) secrets.push([name, text]);
    else texts.push([name, type === 'List' ? listJson(text) : text]);
  }
  return { texts: Object.fromEntries(texts), secrets: Object.fromEntries(secrets), defaults, missing };
}

function isLeft({ type, required, secret, ...parameter }: ParameterFacts, text: string): boolean {
  const isText = type === 'String' || type === undefined;
  if (text.trim() === '' && (required || secret || !isText)) return true;
  return !required && !secret && text === fieldText(type, parameter.default);
}

/** A value of a NoEcho parameter as the service gets it. Undefined: it is not of that type. */
export function secretValue(type: ParameterFacts['type'], text: string): unknown {
  switch (type) {
    case 'Number': {
      const number = Number(text);
      return Number.isFinite(number) ? number : undefined;
    }
    case 'Boolean':
      return /^(?:true|false)$/i.test(text) ? text.toLowerCase() === 'true' : undefined;
    case 'List':
      return parsed(listJson(text), Array.isArray);
    case 'Json':
      return parsed(text, (value) => typeof value === 'object');
    default:
      return text;
  }
}

function parsed(text: string, isGood: (value: unknown) => boolean): unknown {
  try {
    const value: unknown = JSON.parse(text);
    return isGood(value) ? (value ?? undefined) : undefined;
  } catch {
    return undefined;
  }
}
