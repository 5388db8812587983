import { allowed } from './allowed.ts';
import { checkArgument } from './argumentCheck.ts';
import { ArgumentError } from './argumentError.ts';
import { chinese } from './chinese.ts';
import { wrongCombination } from './combinations.ts';
import type { Wording } from './naming.ts';
import { operationSpec } from './operations.ts';
import { type ParameterSpecs, text } from './parameterSpec.ts';

/** What goes over the wire: everything as text. */
export type Encoded = Readonly<Record<string, string>>;

/**
 * Checks the arguments of a call and puts them into text. Values come as TypeScript has them or as text, so a command line may
 * hand over what was typed. Undefined and empty text are left out. An operation beyond the table is sent as given. Throws an
 * ArgumentError that names the first argument that the service would refuse.
 */
export function encodeRequest(operation: string, values: Readonly<Record<string, unknown>>): Encoded {
  const given = Object.entries(values).filter(([, value]) => value !== undefined && value !== null && value !== '');
  const spec = operationSpec(operation);
  if (spec === undefined) return Object.fromEntries(given.map(([name, value]) => [name, plainText(value)]));

  const names = given.map(([name]) => name);
  const wrong = unknownName(operation, names, spec.parameters) ?? missingName(operation, names, spec.parameters);
  if (wrong) throw new ArgumentError(operation, wrong);
  const encoded = Object.fromEntries(
    given.map(([name, value]) => [name, encode(operation, spec.parameters, name, value)]),
  );
  const clash = wrongCombination(operation, encoded);
  if (clash) throw new ArgumentError(operation, sentence(operation, clash));
  return encoded;
}

function encode(operation: string, parameters: ParameterSpecs, name: string, value: unknown): string {
  const spec = parameters[name] ?? text;
  const checked = checkArgument(spec, value);
  if ('text' in checked) return checked.text;
  const { wrong } = checked;
  throw new ArgumentError(operation, (naming) => {
    const subject = naming.subject(name, operation);
    const takes = allowed(name, spec, naming);
    return {
      en: `${subject.en} ${wrong.en}. It takes ${takes.en}.`,
      zh: chinese`${subject.zh}${wrong.zh}，应为${takes.zh}。`,
    };
  });
}

function plainText(value: unknown): string {
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}

const sentence =
  (operation: string, predicate: Wording): Wording =>
  (naming) => {
    const { en, zh } = predicate(naming);
    return { en: `${naming.operation(operation)} ${en}.`, zh: chinese`${naming.operation(operation)}${zh}。` };
  };

/** Without a RegionId the transport sends that of the connection. */
function missingName(operation: string, given: readonly string[], parameters: ParameterSpecs): Wording | undefined {
  const [name, spec] =
    Object.entries(parameters).find(([it, { required }]) => required && it !== 'RegionId' && !given.includes(it)) ?? [];
  if (name === undefined || spec === undefined) return undefined;
  return sentence(operation, (naming) => {
    const missing = naming.parameter(name);
    const takes = allowed(name, spec, naming);
    return { en: `needs ${missing.en}: ${takes.en}`, zh: chinese`缺少${missing.zh}，应为${takes.zh}` };
  });
}

/** Only who writes the names of the API can write one that there is not, so these are what is told. */
function unknownName(operation: string, given: readonly string[], parameters: ParameterSpecs): Wording | undefined {
  const name = given.find((it) => !Object.hasOwn(parameters, it));
  if (name === undefined) return undefined;
  const names = Object.keys(parameters);
  const near = names.find((it) => it.toLowerCase() === name.toLowerCase());
  const hint =
    near === undefined
      ? { en: `It takes ${names.join(', ')}.`, zh: `可用的参数有：${names.join('、')}。` }
      : { en: `It is written ${near}.`, zh: `应写作 ${near}。` };
  return () => ({
    en: `${operation} has no parameter ${name}. ${hint.en}`,
    zh: `${operation} 没有参数 ${name}。${hint.zh}`,
  });
}
