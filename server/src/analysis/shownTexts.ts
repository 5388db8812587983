import { asMapping, asSequence, keyName, valueFor } from '../syntax/navigate.ts';
import type { MappingNode, PairNode, ValueNode } from '../syntax/node.ts';
import type { Template } from '../template/template.ts';

/** A pair whose value is a text for people, as a map of languages or as a string. */
export interface ShownText {
  readonly pair: PairNode;
  /** The mapping in which the pair stands. */
  readonly parent: MappingNode;
}

export function shownTexts({ root, parameters, allTasks }: Template): ShownText[] {
  const groups = asSequence(
    valueFor(valueFor(valueFor(root, 'Metadata'), 'ALIYUN::OOS::Interface'), 'ParameterGroups'),
  );
  return [
    ...pairsNamed(root, ['Description']),
    ...parameters.all.flatMap((it) => pairsNamed(it.attributes, ['Label', 'Description', 'ConstraintDescription'])),
    ...allTasks.flatMap(({ node }) => pairsNamed(node, ['Description'])),
    ...(groups?.items ?? []).flatMap((group) => pairsNamed(valueFor(group, 'Label'), ['default'])),
  ];
}

function pairsNamed(node: ValueNode | undefined, names: readonly string[]): ShownText[] {
  const parent = asMapping(node);
  if (!parent) return [];
  return parent.pairs.filter((pair) => names.includes(keyName(pair))).map((pair) => ({ pair, parent }));
}
