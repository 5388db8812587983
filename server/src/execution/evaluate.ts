import type { Expression } from '../expression/ast.ts';
import { parseExpressions } from '../expression/parse.ts';
import { toData } from '../syntax/navigate.ts';
import type { ScalarNode, ValueNode } from '../syntax/node.ts';
import { isSecret } from '../template/isSecret.ts';
import { booleanFrom } from './convert.ts';
import { checkLength, Fault, unsupported } from './fault.ts';
import { callFunction } from './functions.ts';
import { select } from './jqPath.ts';
import { asJson, isList, isMap, type Json, type JsonMap, textOf } from './json.ts';
import { ignoringCase, type Scope } from './scope.ts';

/** The value of a part of a template, references and functions resolved. Throws a Fault. */
export const evaluateNode = (node: ValueNode | undefined, scope: Scope): Json => evaluate(asJson(toData(node)), scope);

/** The same for data, such as properties that were read from a template. */
export function evaluate(value: Json, scope: Scope): Json {
  if (typeof value === 'string') return evaluateText(value, scope);
  if (isList(value)) return value.map((it) => evaluate(it, scope));
  if (!isMap(value)) return value;
  const call = functionIn(value);
  if (call) return evaluateCall(call, scope);
  return Object.fromEntries(Object.entries(value).map(([key, it]) => [key, evaluate(it, scope)]));
}

/** The truth value of a condition: a function, a reference, a literal, or the name of one of the template's Conditions. */
export function evaluateCondition(value: Json, scope: Scope): boolean {
  const named = conditionNamed(value, scope);
  if (named) return named();
  const result = evaluate(value, scope);
  // The output of a task that was skipped.
  if (result === null) return false;
  const truth = booleanFrom(result);
  if (truth !== undefined) return truth;
  throw new Fault('The condition gives neither true nor false.');
}

/** How a condition names another is not documented; the bare name and `{ Condition: name }` are taken for it. */
function conditionNamed(value: Json, scope: Scope): (() => boolean) | undefined {
  const inMap = isMap(value) && Object.keys(value).length === 1 ? value.Condition : undefined;
  const name = inMap ?? value;
  if (typeof name !== 'string') return undefined;
  const condition = scope.template.conditions.get(name);
  return condition && (() => evaluateNamed(condition.name, condition.pair.value, scope));
}

function evaluateNamed(name: string, node: ValueNode | undefined, scope: Scope): boolean {
  if (scope.conditions.includes(name)) throw new Fault(`The condition ${name} refers to itself.`);
  return evaluateCondition(asJson(toData(node)), { ...scope, conditions: [...scope.conditions, name] });
}

interface FunctionCall {
  readonly name: string;
  readonly argument: Json;
}

function functionIn(map: JsonMap): FunctionCall | undefined {
  const name = Object.keys(map).find((key) => key.startsWith('Fn::'));
  if (name === undefined) return undefined;
  if (Object.keys(map).length > 1)
    throw new Fault(`${name} stands beside other keys; a function stands alone in its map.`);
  return { name, argument: map[name] ?? null };
}

function evaluateCall({ name, argument }: FunctionCall, scope: Scope): Json {
  const list = isList(argument) ? argument : undefined;
  switch (name.toLowerCase()) {
    case 'fn::not':
      return !evaluateCondition(list?.length === 1 ? (list[0] ?? null) : argument, scope);
    case 'fn::and':
      return conditions(name, argument, scope).every((it) => evaluateCondition(it, scope));
    case 'fn::or':
      return conditions(name, argument, scope).some((it) => evaluateCondition(it, scope));
    case 'fn::if':
      return evaluateIf(conditions(name, argument, scope), scope);
    default:
      return callEvaluated(name, evaluate(argument, scope), scope);
  }
}

function callEvaluated(name: string, argument: Json, { secrets }: Scope): Json {
  const result = callFunction(name, argument);
  secrets.derive(argument, result);
  return result;
}

/** They are not evaluated yet, so that what is not chosen cannot fail. */
function conditions(name: string, argument: Json, scope: Scope): readonly Json[] {
  const list = isList(argument) ? argument : evaluate(argument, scope);
  if (isList(list)) return list;
  throw new Fault(`${name} takes a list.`);
}

function evaluateIf(list: readonly Json[], scope: Scope): Json {
  const [condition, then, otherwise] = list;
  if (list.length !== 3) throw new Fault(`Fn::If takes 3 arguments, not ${list.length}.`);
  return evaluate((evaluateCondition(condition ?? null, scope) ? then : otherwise) ?? null, scope);
}

/** A reference that is the whole text keeps its type; inside a longer text it becomes text. */
function evaluateText(text: string, scope: Scope): Json {
  const expressions = expressionsIn(text);
  const [first] = expressions;
  if (first?.whole) {
    const value = valueIn(first, text, scope);
    return value === undefined ? text : value;
  }
  const values: Json[] = [];
  let result = '';
  let at = 0;
  for (const expression of expressions) {
    const { start, end } = expression.range;
    const value = valueIn(expression, text, scope);
    result += text.slice(at, start) + (value === undefined ? text.slice(start, end) : textOf(value));
    checkLength(result.length);
    values.push(value ?? null);
    at = end;
  }
  result += text.slice(at);
  // A secret truth value cannot be found in a text, so all of that text is hidden.
  if (expressions.some((it, index) => typeof values[index] === 'boolean' && isSecretParameter(it, scope)))
    scope.secrets.add(result);
  scope.secrets.derive(values, result);
  return result;
}

function isSecretParameter({ body }: Expression, { template }: Scope): boolean {
  const parameter = body.kind === 'parameter' ? template.parameters.get(body.name.text) : undefined;
  return parameter !== undefined && isSecret(parameter);
}

/** The references in a text of a template. */
export function expressionsIn(text: string): readonly Expression[] {
  const range = { start: 0, end: text.length };
  const scalar: ScalarNode = { kind: 'scalar', style: 'plain', type: 'string', value: text, range };
  return parseExpressions(text, scalar);
}

/** Undefined: what stands in the braces is no expression of OOS, so that the text stays as it is. */
function valueIn({ body, range }: Expression, text: string, scope: Scope): Json | undefined {
  switch (body.kind) {
    case 'parameter':
      return parameterValue(body.name.text, scope);
    case 'pseudo': {
      const inside = text.slice(range.start + 2, range.end - 2).trim();
      if (inside !== body.name.text) throw unsupported(`a path behind ${body.name.text}`);
      return pseudoValue(body.name.text, scope);
    }
    case 'task':
      return taskValue(body.name.text, body.path.text, body.simple, scope);
    case 'store':
      throw unsupported(`the parameter store (${body.secret ? 'oos-secret' : 'oos'}:${body.name.text})`);
    case 'empty':
    case 'malformed':
    case 'unclosed':
      return undefined;
  }
}

function parameterValue(name: string, scope: Scope): Json {
  const value = scope.parameter(name);
  if (value !== undefined) return value;
  const condition = conditionNamed(name, scope);
  if (condition) return condition();
  throw new Fault(`There is no parameter '${name}'.`);
}

function pseudoValue(name: string, scope: Scope): Json {
  const key = name.slice('ACS::'.length);
  if (key.toLowerCase() !== 'taskloopitem') {
    const value = ignoringCase(scope.environment, key);
    if (value !== undefined) return value;
    throw unsupported(`the pseudo-parameter ${name}`);
  }
  if (scope.loopItem === undefined) throw new Fault('ACS::TaskLoopItem has a value only inside a loop.');
  return scope.loopItem;
}

/** A declared output; else what the path finds in the raw answer: a list where it goes through all elements of one. */
function taskValue(name: string, path: string, simple: boolean, scope: Scope): Json {
  const task = scope.task(name);
  if (!task) throw new Fault(`The task '${name}' has not run before this place.`);
  const output = simple ? ignoringCase(task.outputs, path) : undefined;
  if (output !== undefined) return output;
  if (task.answer === undefined) return null;
  const { results, iterates } = select(path, task.answer);
  scope.secrets.derive(task.answer, results);
  return iterates ? results : (results[0] ?? null);
}
