import { stringOf, toData, valueFor } from '../syntax/navigate.ts';
import type { NameIndex } from '../template/nameIndex.ts';
import type { Output, Task, Template } from '../template/template.ts';
import { convert, convertResults } from './convert.ts';
import { evaluate, evaluateNode } from './evaluate.ts';
import { attempt, bounded, Fault, unsupported } from './fault.ts';
import { numberAt } from './functionArguments.ts';
import { select } from './jqPath.ts';
import { asJson, type Json, type JsonMap, textOf } from './json.ts';
import type { LoopProgress } from './run.ts';
import { ignoringCase, type Scope } from './scope.ts';

/** What the outputs of a task select in its answer. Throws a Fault. */
export function selectOutputs({ outputs }: Task, answer: Json, scope: Scope): JsonMap {
  return eachOutput(outputs, (type, attributes) => {
    const selector = evaluateNode(valueFor(attributes, 'ValueSelector'), scope);
    if (selector === null) throw new Fault('It has no ValueSelector.');
    const { results, iterates } = select(textOf(selector), answer);
    const value = convertResults(results, iterates, type);
    scope.secrets.derive(answer, value ?? null);
    return value;
  });
}

/** The outputs of a template, or of one round of an ACS::Loop: values with references and functions. */
export function evaluateOutputs(outputs: NameIndex<Output>, key: 'Value' | 'ValueSelector', scope: Scope): JsonMap {
  return eachOutput(outputs, (type, attributes) => {
    const value = evaluate(asJson(toData(valueFor(attributes, key))), scope);
    // What the rounds of a loop have in common is a list, so the type is not that of a single round.
    const converted = key === 'Value' ? convert(value, type) : value;
    scope.secrets.derive(value, converted ?? null);
    return converted;
  });
}

function eachOutput(
  outputs: NameIndex<Output>,
  read: (type: string | undefined, attributes: Output['attributes']) => Json | undefined,
): JsonMap {
  const entries = outputs.all.map(({ name, attributes }): [string, Json] => {
    const type = stringOf(valueFor(attributes, 'Type'));
    const found = attempt(() => read(type, attributes));
    if ('fault' in found) throw new Fault(`The output '${name}': ${found.fault}`);
    if (found.value === undefined) throw new Fault(`The output '${name}' is no ${type ?? 'String'}.`);
    return [name, found.value];
  });
  return bounded(Object.fromEntries(entries));
}

/** What `Loop.Outputs` make of the outputs of the items that succeeded. */
export function aggregateOutputs({ loop }: Task, { results }: LoopProgress): JsonMap {
  const items = results.flatMap((it) => (it?.status === 'Success' ? [it.outputs] : []));
  const entries = (loop?.outputs.all ?? []).map(({ name, attributes }): [string, Json] => {
    const field = stringOf(valueFor(attributes, 'AggregateField')) ?? name;
    const values = items.flatMap((outputs) => {
      const value = ignoringCase(outputs, field);
      return value === undefined ? [] : [value];
    });
    return [name, aggregate(stringOf(valueFor(attributes, 'AggregateType')), values)];
  });
  return bounded(Object.fromEntries(entries));
}

function aggregate(type: string | undefined, values: readonly Json[]): Json {
  if (type === undefined || type === 'Fn::ListJoin') return values;
  if (type === 'Fn::Sum') return values.reduce<number>((sum, _, at) => sum + numberAt(type, values, at), 0);
  throw unsupported(`the AggregateType ${type}`);
}

/** The outputs of an ACS::Loop: of each the list over all rounds that succeeded. */
export function collectRounds({ outputs }: Task, { results }: LoopProgress): JsonMap {
  const rounds = results.flatMap((it) => (it?.status === 'Success' ? [it.outputs] : []));
  return bounded(Object.fromEntries(outputs.all.map(({ name }) => [name, rounds.map((it) => it[name] ?? null)])));
}

/** Some expression reads a task past its declared outputs, so that its raw answer has to be kept. */
export function isReadDirectly({ uses }: Template, { name, outputs, loop }: Task): boolean {
  return uses.some(
    ({ expression: { body } }) =>
      body.kind === 'task' &&
      body.name.text.toLowerCase() === name?.toLowerCase() &&
      !(outputs.has(body.path.text) || loop?.outputs.has(body.path.text)),
  );
}
