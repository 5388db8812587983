import type { FunctionSpec } from '../../catalog/functions/functionSpec.ts';
import { functionNamed } from '../../catalog/functions/functions.ts';
import { keyName, pairOf } from '../../syntax/navigate.ts';
import type { MappingNode, PairNode, ScalarNode, TextRange, ValueNode } from '../../syntax/node.ts';
import type { Call, Place, Template } from '../../template/template.ts';

/** A function call that somebody works out. */
export interface EvaluatedCall extends Call {
  /** As written, `Fn::` included. */
  readonly name: string;
  readonly spec: FunctionSpec | undefined;
  /** The console works it out, to lay out the form; its values are written `${name}`. Otherwise the service does. */
  readonly console: boolean;
}

/** The calls of a template. Those of a ROS template that stands in a property as a map are for ROS. */
export function evaluatedCalls(template: Template): EvaluatedCall[] {
  const calls = template.calls.flatMap((call): EvaluatedCall[] => {
    const console = isForConsole(call.place);
    if (!console && !runsFunctions(call.place)) return [];
    const name = keyName(call.pair);
    return [{ ...call, name, spec: functionNamed(name), console }];
  });
  const foreign = calls.length > 0 ? rosTemplates(template) : [];
  const isForeign = ({ range }: PairNode) => foreign.some(({ start, end }) => start <= range.start && range.end <= end);
  return calls.filter(({ pair }) => !isForeign(pair));
}

const taskParts = new Set(['Properties', 'When', 'Loop', 'Outputs']);

/** True where the service puts the result in the place of a function. */
function runsFunctions({ section, task, part }: Place): boolean {
  if (task) return part !== undefined && taskParts.has(part);
  return section === 'Conditions' || (section === 'Outputs' && (part === undefined || part === 'Value'));
}

const isForConsole = ({ section, part }: Place): boolean =>
  section === 'Parameters' && part === 'AssociationPropertyMetadata';

function rosTemplates({ allTasks }: Template): TextRange[] {
  return allTasks.flatMap(({ properties }) => [...rosTemplatesIn(properties?.value)]);
}

/** Where in a value templates of ROS stand, which have functions of their own. */
export function* rosTemplatesIn(node: ValueNode | undefined): Generator<TextRange> {
  if (node?.kind === 'sequence') for (const item of node.items) yield* rosTemplatesIn(item);
  if (node?.kind !== 'mapping') return;
  if (pairOf(node, 'ROSTemplateFormatVersion')) yield node.range;
  else for (const { value } of node.pairs) yield* rosTemplatesIn(value);
}

/** The pair `Fn::X` of a mapping that is nothing but a call. */
export function callIn(node: MappingNode): PairNode | undefined {
  const [pair, other] = node.pairs;
  return pair && !other && keyName(pair).startsWith('Fn::') ? pair : undefined;
}

/** What an alias of YAML stands for is not looked at. No other plain scalar can begin with an asterisk. */
export const isAlias = ({ style, value }: ScalarNode): boolean =>
  style === 'plain' && typeof value === 'string' && value.startsWith('*');

/** The arguments of a call that are written out one by one; undefined where another expression gives the list of them. */
export function argumentsOf(node: ValueNode | undefined, { form }: FunctionSpec): readonly ValueNode[] | undefined {
  if (form === 'value') return node ? [node] : [];
  return node?.kind === 'sequence' ? node.items : undefined;
}
