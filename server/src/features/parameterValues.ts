import { readPattern } from '../analysis/allowedPattern.ts';
import { allowedPattern, breachOf } from '../analysis/breach.ts';
import { booleanIn, numberIn } from '../analysis/literals.ts';
import { closest } from '../template/closest.ts';
import { isSecret } from '../template/isSecret.ts';
import type { Parameter, Template } from '../template/template.ts';
import type { Words } from '../words/words.ts';
import { isRequired, type ParameterTypeName, typeOfParameter } from './parameterFacts.ts';
import {
  breachWords,
  emptyWords,
  longNumberWords,
  missingWords,
  partlyWords,
  unknownWords,
  wrongTypeWords,
} from './parameterWords.ts';

/** How a value for a parameter comes. */
export type GivenValue =
  /** As somebody typed it: it is read by the type of the parameter, JSON for List and Json. */
  | { readonly kind: 'text'; readonly text: string }
  /** As a file has it. `written`: the characters of a scalar there, which a String parameter gets: `1.10` stays that. */
  | { readonly kind: 'data'; readonly value: unknown; readonly written?: string | undefined };

/** What was given for the parameters of a template. No sentence in here repeats the value of a NoEcho parameter. */
export interface ParameterReading {
  /** Good values, by the names and in the order of the template. */
  readonly values: Readonly<Record<string, unknown>>;
  /** Why the service would refuse the execution, but for what is missing; one sentence for a parameter. */
  readonly problems: readonly Words[];
  /** Those without a value and without a default, in the order of the template. */
  readonly missing: readonly Parameter[];
  /** Why the service may refuse it: what nobody has documented. */
  readonly doubts: readonly Words[];
  /** The values of NoEcho parameters, as text, which nothing that is shown may contain. */
  readonly secrets: readonly string[];
}

/** A value as the service is to get it, or what is wrong with it. */
export type ValueReading =
  | { readonly value: unknown; readonly doubt?: Words | undefined }
  | { readonly problem: Words };

/** Reads and checks what was given for a template, by names in any letter case, before anything is sent. */
export function readParameterValues(template: Template, given: ReadonlyMap<string, GivenValue>): ParameterReading {
  const { parameters } = template;
  const values: [string, unknown][] = [];
  const problems: Words[] = [];
  const doubts: Words[] = [];
  const met = new Map<Parameter, GivenValue>();
  for (const [name, it] of given) {
    const parameter = parameters.get(name);
    if (parameter) met.set(parameter, it);
    else problems.push(unknownWords(name, closest(name, parameters.names()), parameters.names()));
  }
  for (const parameter of parameters.all) {
    const it = met.get(parameter);
    if (!it) continue;
    const reading = readParameterValue(parameter, it);
    if ('problem' in reading) problems.push(reading.problem);
    else values.push([parameter.name, reading.value]);
    if ('doubt' in reading && reading.doubt) doubts.push(reading.doubt);
  }
  return {
    values: Object.fromEntries(values),
    problems,
    doubts,
    missing: parameters.all.filter((it) => isRequired(it) && !met.has(it)),
    secrets: [...met].flatMap(([parameter, it]) => (isSecret(parameter) ? secretsIn(it) : [])),
  };
}

/** A sentence for each parameter that is missing. */
export const missingProblems = ({ missing }: ParameterReading): Words[] => missing.map(missingWords);

/** Reads one value by the type of its parameter and checks it against the constraints. */
export function readParameterValue(parameter: Parameter, given: GivenValue): ValueReading {
  const type = typeOfParameter(parameter);
  const text = given.kind === 'text' ? given.text : given.value;
  // Resolved by the service when the execution starts, so nothing is known about the value.
  if (typeof text === 'string' && text.includes('{{')) return { value: text };
  if (given.kind === 'data' && (given.value === null || given.value === undefined)) {
    return { problem: emptyWords(parameter) };
  }
  const value = readers[type ?? 'Unknown'](given);
  if (value === undefined) return { problem: wrongTypeWords(parameter, type ?? 'String', text) };
  if (hasLongNumber(value)) return { problem: longNumberWords(parameter) };
  return type ? checked(parameter, type, value) : { value };
}

/** Undefined: not of that type. */
type Reader = (given: GivenValue) => unknown;

const readers: Readonly<Record<ParameterTypeName | 'Unknown', Reader>> = {
  String: (given) => {
    if (given.kind === 'text') return given.text;
    return typeof given.value === 'object' ? undefined : (given.written ?? String(given.value));
  },
  Number: (given) => {
    const found = given.kind === 'text' ? given.text : given.value;
    const number = typeof found === 'string' ? numberIn(found) : found;
    return typeof number === 'number' && Number.isFinite(number) ? number : undefined;
  },
  Boolean: (given) => {
    const found = given.kind === 'text' ? given.text : given.value;
    return typeof found === 'string' ? booleanIn(found) : typeof found === 'boolean' ? found : undefined;
  },
  List: (given) => {
    const found = structure(given);
    return Array.isArray(found) ? found : undefined;
  },
  Json: structure,
  /** A type that came later: what looks like JSON is JSON. */
  Unknown: (given) => {
    const found = structure(given);
    return typeof found === 'object' ? found : given.kind === 'text' ? given.text : given.value;
  },
};

/** Texts have to be JSON, also those of a file. */
function structure(given: GivenValue): unknown {
  const found = given.kind === 'text' ? given.text : given.value;
  if (typeof found !== 'string') return found;
  try {
    return JSON.parse(found) ?? undefined;
  } catch {
    return undefined;
  }
}

/** The service would get another number than the one that was written. */
function hasLongNumber(value: unknown): boolean {
  if (typeof value === 'number') return Number.isInteger(value) && !Number.isSafeInteger(value);
  return typeof value === 'object' && value !== null && Object.values(value).some(hasLongNumber);
}

function checked(parameter: Parameter, type: ParameterTypeName, value: unknown): ValueReading {
  for (const part of type === 'List' && Array.isArray(value) ? value : [value]) {
    const breach = breachOf(parameter, type, part);
    if (breach) return { problem: breachWords(parameter, breach, part) };
  }
  return { value, doubt: type === 'String' ? doubtAbout(parameter, String(value)) : undefined };
}

/** Whether a pattern has to match the whole of a text is not documented, and published templates do with either reading. */
function doubtAbout(parameter: Parameter, text: string): Words | undefined {
  const source = allowedPattern(parameter);
  if (source === undefined) return undefined;
  const whole = readPattern(`^(?:${source})$`);
  return whole.kind === 'readable' && whole.matches(text) === false ? partlyWords(parameter, source) : undefined;
}

/** As somebody gave it and as it would be sent, with all texts in it. */
function secretsIn(given: GivenValue): string[] {
  if (given.kind === 'text') return [given.text, ...textsIn(structure(given))];
  return [...(given.written === undefined ? [] : [given.written]), ...textsIn(given.value)];
}

function textsIn(value: unknown): string[] {
  if (typeof value === 'object' && value !== null) return Object.values(value).flatMap(textsIn);
  return value === undefined || value === null || value === '' ? [] : [String(value)];
}
