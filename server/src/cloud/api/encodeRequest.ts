import type { Words } from '../../words/words.ts';
import { OosError } from '../oosError.ts';
import { allowed } from './allowed.ts';
import { checkArgument } from './argumentCheck.ts';
import { wrongCombination } from './combinations.ts';
import { operationSpec } from './operations.ts';
import { type ParameterSpecs, text } from './parameterSpec.ts';

/** What goes over the wire: everything as text. */
export type Encoded = Readonly<Record<string, string>>;

/**
 * Checks the arguments of a call and puts them into text. Values come as TypeScript has them or as text, so a command line may
 * hand over what was typed. Undefined and empty text are left out. An operation beyond the table is sent as given. Throws an
 * OosError of kind `argument` that names the first argument that the service would refuse.
 */
export function encodeRequest(operation: string, values: Readonly<Record<string, unknown>>): Encoded {
  const given = Object.entries(values).filter(([, value]) => value !== undefined && value !== null && value !== '');
  const spec = operationSpec(operation);
  if (spec === undefined) return Object.fromEntries(given.map(([name, value]) => [name, plainText(value)]));

  const names = given.map(([name]) => name);
  const wrong = unknownName(operation, names, spec.parameters) ?? missingName(operation, names, spec.parameters);
  if (wrong) throw refused(operation, wrong);
  const encoded = Object.fromEntries(
    given.map(([name, value]) => [name, encode(operation, spec.parameters, name, value)]),
  );
  const clash = wrongCombination(operation, encoded);
  if (clash) throw refused(operation, { en: `${operation} ${clash.en}.`, zh: `${operation} ${clash.zh}。` });
  return encoded;
}

function encode(operation: string, parameters: ParameterSpecs, name: string, value: unknown): string {
  const spec = parameters[name] ?? text;
  const checked = checkArgument(spec, value);
  if ('text' in checked) return checked.text;
  const takes = allowed(spec);
  throw refused(operation, {
    en: `${name} of ${operation} ${checked.wrong.en}. It takes ${takes.en}.`,
    zh: `${operation} 的 ${name} ${checked.wrong.zh}，应为${spaced(takes.zh)}。`,
  });
}

function plainText(value: unknown): string {
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}

/** Without a RegionId the transport sends that of the connection. */
function missingName(operation: string, given: readonly string[], parameters: ParameterSpecs): Words | undefined {
  const [name, spec] =
    Object.entries(parameters).find(([it, { required }]) => required && it !== 'RegionId' && !given.includes(it)) ?? [];
  if (spec === undefined) return undefined;
  const takes = allowed(spec);
  return { en: `${operation} needs ${name}: ${takes.en}.`, zh: `${operation} 缺少 ${name}，应为${spaced(takes.zh)}。` };
}

function unknownName(operation: string, given: readonly string[], parameters: ParameterSpecs): Words | undefined {
  const name = given.find((it) => !Object.hasOwn(parameters, it));
  if (name === undefined) return undefined;
  const names = Object.keys(parameters);
  const near = names.find((it) => it.toLowerCase() === name.toLowerCase());
  const hint =
    near === undefined
      ? { en: `It takes ${names.join(', ')}.`, zh: `可用的参数有：${names.join('、')}。` }
      : { en: `It is written ${near}.`, zh: `应写作 ${near}。` };
  return {
    en: `${operation} has no parameter ${name}. ${hint.en}`,
    zh: `${operation} 没有参数 ${name}。${hint.zh}`,
  };
}

/** Chinese sets a blank before Latin letters and digits. */
function spaced(words: string): string {
  return /^[\x21-\x7e]/.test(words) ? ` ${words}` : words;
}

function refused(operation: string, words: Words): OosError {
  return new OosError(words, { kind: 'argument', operation });
}
