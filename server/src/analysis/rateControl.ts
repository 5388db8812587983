import { isNull, keyName, stringOf, valueFor } from '../syntax/navigate.ts';
import type { MappingNode, PairNode, ValueNode } from '../syntax/node.ts';
import type { Parameter } from '../template/template.ts';
import { isAt, type PlacedProblem, problemsAt } from './languageProblems.ts';
import { oncePer } from './oncePer.ts';
import type { RuleContext } from './rule.ts';
import { checkSchema } from './schemaCheck.ts';

/** The values of a rate control, below `RateControl` and in their older places directly in `Loop`. */
const PLACES = ['Mode', 'BatchPauseOption', 'MaxErrors', 'Concurrency'].map((key) => `Tasks/*/Loop/${key}`);
const RATE_CONTROL = ['Tasks/*/Loop/RateControl/*', 'Tasks/*/Loop/RateControl/*/*'];

/** Where the value of a rate control is not one that its key takes. */
export const rateControlProblems = oncePer((context: RuleContext): PlacedProblem[] => {
  const kinds = ['choice', 'limit', 'pattern', 'type'] as const;
  const inLoops = problemsAt(context, kinds, [...PLACES, ...RATE_CONTROL]);
  return [...inLoops, ...context.template.parameters.all.flatMap((parameter) => inDefault(parameter, context))];
});

/** A parameter for a rate control has as default what stands under RateControl elsewhere. */
function inDefault({ attributes }: Parameter, { catalog }: RuleContext): PlacedProblem[] {
  const node = valueFor(attributes, 'Default');
  if (stringOf(valueFor(attributes, 'AssociationProperty')) !== 'RateControl' || node?.kind !== 'mapping') return [];
  const pair = attributes?.pairs.find((it) => keyName(it) === 'Default');
  if (!pair) return [];
  const named = (name: string, value: ValueNode): PairNode => ({ ...pair, key: { ...pair.key, value: name }, value });
  const items: ValueNode = { kind: 'sequence', range: node.range, flow: true, items: [] };
  const loop: MappingNode = { ...node, pairs: [named('Items', items), named('RateControl', node)] };
  return checkSchema(catalog.templateSchema, loop, { definition: 'loop' })
    .map((problem): PlacedProblem => ({ ...problem, steps: ['Tasks', '0', 'Loop', ...problem.path] }))
    .filter(
      (problem) =>
        'node' in problem && !isNull(problem.node) && RATE_CONTROL.some((place) => isAt(problem.steps, place)),
    );
}
