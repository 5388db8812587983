import { stringOf, valueFor } from '../syntax/navigate.ts';
import { isSecret } from '../template/isSecret.ts';
import type { Parameter, Template } from '../template/template.ts';
import { convert } from './convert.ts';
import { evaluateNode } from './evaluate.ts';
import { attempt, bounded, Fault } from './fault.ts';
import type { Json, JsonMap } from './json.ts';
import type { Scope } from './scope.ts';
import { Secrets } from './secrets.ts';

interface ReadParameters {
  /** By the names that the template declares. */
  readonly values: JsonMap;
  /** Sentences in English. With any of them the values are incomplete. */
  readonly problems: readonly string[];
}

/**
 * What a template's parameters are for one execution: what was given, by names in any letter case, else the defaults, which may
 * refer to other parameters; converted to the declared types. Constraints (AllowedValues, MinLength...) are not looked at. The
 * values of NoEcho parameters are noted as `secrets`.
 */
export function readParameters(
  template: Template,
  given: JsonMap,
  environment: Readonly<Record<string, string>>,
  secrets: Secrets,
): ReadParameters {
  const reader = new Reader(template, given, environment, secrets);
  const problems: string[] = Object.keys(given)
    .filter((name) => !template.parameters.has(name))
    .map((name) => `The template has no parameter '${name}'.`);
  const values: [string, Json][] = [];
  for (const parameter of template.parameters.all) {
    const read = attempt(() => reader.value(parameter));
    if ('fault' in read) problems.push(read.fault);
    else values.push([parameter.name, read.value]);
  }
  return { values: Object.fromEntries(values), problems: [...new Set(problems)] };
}

/** Why an execution cannot start with these parameters. */
export const parameterProblems = (
  template: Template,
  given: JsonMap,
  environment: Readonly<Record<string, string>>,
): readonly string[] => readParameters(template, given, environment, new Secrets([])).problems;

class Reader {
  readonly #template: Template;
  readonly #given: ReadonlyMap<Parameter, Json>;
  readonly #known = new Map<Parameter, Json>();
  readonly #open = new Set<Parameter>();
  readonly #scope: Scope;

  constructor(template: Template, given: JsonMap, environment: Readonly<Record<string, string>>, secrets: Secrets) {
    this.#template = template;
    const pairs = Object.entries(given).flatMap(([name, value]): [Parameter, Json][] => {
      const parameter = template.parameters.get(name);
      return parameter ? [[parameter, value]] : [];
    });
    this.#given = new Map(pairs);
    this.#scope = {
      template,
      parameter: (name) => this.#named(name),
      task: () => undefined,
      environment,
      loopItem: undefined,
      conditions: [],
      secrets,
    };
  }

  #named(name: string): Json | undefined {
    const parameter = this.#template.parameters.get(name);
    return parameter && this.value(parameter);
  }

  value(parameter: Parameter): Json {
    const known = this.#known.get(parameter);
    if (known !== undefined) return known;
    const value = bounded(this.#read(parameter));
    this.#known.set(parameter, value);
    return value;
  }

  #read(parameter: Parameter): Json {
    const { name, attributes } = parameter;
    const type = stringOf(valueFor(attributes, 'Type'));
    const { secrets } = this.#scope;
    const given = this.#given.get(parameter);
    const written = given === undefined ? this.#default(parameter) : given;
    const value = convert(written, type);
    if (isSecret(parameter)) for (const it of [written, value ?? null]) secrets.add(it);
    if (value !== undefined) {
      secrets.derive(written, value);
      return value;
    }
    throw new Fault(`The value of the parameter '${name}' is no ${type ?? 'String'}.`);
  }

  #default(parameter: Parameter): Json {
    const node = valueFor(parameter.attributes, 'Default');
    if (node === undefined) throw new Fault(`The parameter '${parameter.name}' has no value and no default.`);
    if (this.#open.has(parameter))
      throw new Fault(`The default of the parameter '${parameter.name}' refers to itself.`);
    this.#open.add(parameter);
    try {
      return evaluateNode(node, this.#scope);
    } finally {
      this.#open.delete(parameter);
    }
  }
}
