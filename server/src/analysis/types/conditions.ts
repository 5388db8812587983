import { functionNamed } from '../../catalog/functions/functions.ts';
import { asSequence, isNull, keyName, pairOf, valueFor } from '../../syntax/navigate.ts';
import type { PairNode, ValueNode } from '../../syntax/node.ts';
import { closest } from '../../template/closest.ts';
import type { Template } from '../../template/template.ts';
import type { Words } from '../../words/words.ts';
import { booleanIn } from '../literals.ts';
import { argumentsOf, callIn, type EvaluatedCall, isAlias } from './calls.ts';
import { declaredType } from './declaredTypes.ts';
import { bareFunction } from './functionSlips.ts';
import { valueWords } from './typeWords.ts';
import { alternatives } from './valueType.ts';
import type { ValueTypes } from './valueTypes.ts';

/** Every `When`, of tasks and of the choices of an ACS::Choice, that has a value. */
export function conditionPairs({ allTasks }: Template): PairNode[] {
  return allTasks.flatMap(({ node, action, properties }) => {
    const isChoice = action?.toLowerCase() === 'acs::choice';
    const choices = isChoice ? (asSequence(valueFor(properties?.value, 'Choices'))?.items ?? []) : [];
    return [node, ...choices].flatMap((it) => {
      const pair = pairOf(it, 'When');
      return pair && !isNull(pair.value) ? [pair] : [];
    });
  });
}

/** Every place that takes a condition: under `When`, in `Conditions`, and as an argument of `Fn::If`, `Fn::And`... */
export function conditionNodes(template: Template, types: ValueTypes): ValueNode[] {
  const pairs = [...conditionPairs(template), ...template.conditions.all.map(({ pair }) => pair)];
  return [...pairs.flatMap(({ value }) => value ?? []), ...types.calls.flatMap(booleanArguments)];
}

/** The arguments of a call that must be conditions. */
function booleanArguments({ pair, spec, console }: EvaluatedCall): ValueNode[] {
  if (console || !spec?.arguments.some(({ type }) => type === 'Boolean')) return [];
  const given = argumentsOf(pair.value, spec) ?? [];
  return given.filter((_, index) => (spec.arguments[index] ?? spec.arguments.at(-1))?.type === 'Boolean');
}

/**
 * The name that a text under `When`, or in the place of a Boolean argument, must be of a condition. Undefined where it
 * is something else, or nobody can tell.
 */
export function conditionName(node: ValueNode): string | undefined {
  if (node.kind !== 'scalar' || typeof node.value !== 'string' || isAlias(node)) return undefined;
  const { value } = node;
  return value.trim() === '' || value.includes('{{') || booleanIn(value) !== undefined ? undefined : value;
}

/**
 * The condition that a name means: itself where there is one, else a reference to the Boolean parameter of that name, or
 * whatever is spelt nearly like it.
 */
export function meantCondition({ conditions, parameters }: Template, name: string): string | undefined {
  if (conditions.has(name)) return name;
  const parameter = parameters.get(name)?.name;
  if (parameter !== undefined) return `{{ ${parameter} }}`;
  const flags = parameters.all.filter((it) => declaredType(it).kind === 'Boolean').map((it) => it.name);
  const near = closest(name, [...conditions.names(), ...flags]);
  return near === undefined || conditions.has(near) ? near : `{{ ${near} }}`;
}

/** What stands in the place of a condition that surely is none. Names of conditions are not looked at here. */
export function noCondition(node: ValueNode, types: ValueTypes): Words | undefined {
  switch (node.kind) {
    case 'sequence':
      return { en: 'a list', zh: '列表' };
    case 'scalar':
      return isTruthValue(node, types) ? undefined : valueWords(node, types);
    case 'mapping':
      if (callIn(node)) return isTruthValue(node, types) ? undefined : valueWords(node, types);
      return node.pairs.some(isOfOtherRules) ? undefined : { en: 'a map without a function', zh: '不含函数的映射' };
  }
}

/**
 * A function beside other keys, and a slip in the name of one, are findings of their own. How a condition names another
 * one is not documented; `{ Condition: name }` is one way.
 */
function isOfOtherRules(pair: PairNode): boolean {
  const key = keyName(pair);
  return key.startsWith('Fn::') || key === 'Condition' || bareFunction(key) !== undefined;
}

function isTruthValue(node: ValueNode, types: ValueTypes): boolean {
  if (node.kind === 'scalar' && typeof node.value === 'string' && !types.reference(node)) {
    return !node.value.includes('{{');
  }
  const call = node.kind === 'mapping' ? callIn(node) : undefined;
  if (call && functionNamed(keyName(call))?.result === 'String') return false;
  return alternatives(types.typeOf(node)).some(({ kind }) => ['unknown', 'Boolean', 'String', 'Null'].includes(kind));
}
