import { associationPropertyNamed } from '../../catalog/parameters/associationProperties.ts';
import { stringOf, valueFor } from '../../syntax/navigate.ts';
import type { ValueNode } from '../../syntax/node.ts';
import type { Location } from './location.ts';

/** The type that a parameter or an output most likely has, going by what stands beside it and by its name. */
export function likelyType({ place, task, steps }: Location): string | undefined {
  if (task) return outputType(task.outputs.get(String(steps[1] ?? ''))?.attributes);
  const { entry } = place;
  if (!entry) return undefined;
  const widget = stringOf(valueFor(entry.attributes, 'AssociationProperty'));
  const [ofWidget] = (widget === undefined ? undefined : associationPropertyNamed(widget))?.types ?? [];
  return typeOfLiteral(valueFor(entry.attributes, 'Default')) ?? ofWidget ?? typeOfName(entry.name);
}

/** A selector that opens a list gives a list. */
function outputType(attributes: ValueNode | undefined): string | undefined {
  const selector = stringOf(valueFor(attributes, 'ValueSelector'));
  return selector?.includes('[]') ? 'List' : undefined;
}

function typeOfLiteral(node: ValueNode | undefined): string | undefined {
  if (!node) return undefined;
  if (node.kind !== 'scalar') return node.kind === 'sequence' ? 'List' : 'Json';
  switch (typeof node.value) {
    case 'number':
      return 'Number';
    case 'boolean':
      return 'Boolean';
    case 'string':
      return 'String';
    default:
      return undefined;
  }
}

const typesByName: readonly (readonly [pattern: RegExp, type: string])[] = [
  [/^(?:is|has|enable|whether|need|allow|force|dry)(?=[A-Z]|$)|(?:Enabled?|Flag)$/, 'Boolean'],
  [/(?:Count|Number|Num|Size|Timeout|Minutes|Hours?|Days?|Seconds|Port|Percent|Period|Amount|Threshold)$/i, 'Number'],
  [/^(?:rateControl|targets|tags|parameters|timeTrigger|timerTrigger)$/i, 'Json'],
  [/(?:Tags|Filters|Info|Infos|Map|Config|Trigger)$/, 'Json'],
  [/(?:Ids|Names|Types|List|Arns|Values|Zones|Addresses|Mobiles)$/i, 'List'],
];

const typeOfName = (name: string): string | undefined => typesByName.find(([pattern]) => pattern.test(name))?.[1];
