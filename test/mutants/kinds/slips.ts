import { stringOf } from '../../../server/src/syntax/navigate.ts';
import type { ScalarNode, TextRange } from '../../../server/src/syntax/node.ts';
import type { Template } from '../../../server/src/template/template.ts';
import type { Base } from '../bases.ts';
import { over, rename, typo } from '../edits.ts';
import type { Mutant, Site } from '../kind.ts';
import type { Random } from '../random.ts';

/** A slip in a name that stands at a range of the text. */
export function slipAt(
  range: TextRange,
  name: string,
  random: Random,
  others: readonly string[],
  more: Partial<Mutant> = {},
): Mutant | undefined {
  const to = typo(name, random, others);
  return to === undefined ? undefined : { edits: [over(range, to)], at: [range], ...more };
}

export const slipIn =
  (base: Base, node: ScalarNode | undefined, others: readonly string[], more: Partial<Mutant> = {}): Site =>
  (random) => {
    const name = stringOf(node);
    const to = name === undefined ? undefined : typo(name, random, others);
    return node && to ? { edits: [rename(base, node, to)], at: [node.range], ...more } : undefined;
  };

export const parameterNames = ({ parameters }: Template): readonly string[] => parameters.names();
export const taskNames = ({ allTasks }: Template): string[] => allTasks.flatMap(({ name }) => name ?? []);

/** The last use of a parameter gone, the parameter itself is unused. */
export const unusedThen = (template: Template, name: string) => {
  const parameter = template.parameters.get(name);
  return parameter ? [{ rule: 'unused-parameter', at: [parameter.pair.range] }] : [];
};
