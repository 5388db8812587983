import { isMap } from '../isMap.ts';

/** A value that the service offers for a parameter. */
export interface Choice {
  readonly value: string;
  /** Where it says more than the value. */
  readonly label?: string;
}

/** A form with more of them is of no use to anybody. */
const MOST_CHOICES = 500;

/**
 * What GetTemplateParameterConstraints offers, by the names of parameters. The reference says only that `ParameterConstraints` is
 * a map, so lists of values, `{ AllowedValues: [...] }` and a list of such things with their names are understood, and anything
 * else is passed over.
 */
export function serviceChoices(constraints: unknown): ReadonlyMap<string, readonly Choice[]> {
  const entries = Array.isArray(constraints)
    ? constraints.map((it): [unknown, unknown] => [member(it, 'ParameterKey') ?? member(it, 'Name'), it])
    : isMap(constraints)
      ? Object.entries(constraints)
      : [];
  return new Map(
    entries.flatMap(([name, constraint]): [string, readonly Choice[]][] => {
      const values = Array.isArray(constraint) ? constraint : member(constraint, 'AllowedValues');
      const choices = (Array.isArray(values) ? values : []).slice(0, MOST_CHOICES).flatMap(choiceOf);
      return typeof name === 'string' && choices.length > 0 ? [[name, choices]] : [];
    }),
  );
}

function choiceOf(item: unknown): Choice[] {
  if (isScalar(item)) return [{ value: String(item) }];
  const value = member(item, 'Value') ?? member(item, 'value');
  const label = member(item, 'Label') ?? member(item, 'label');
  if (!isScalar(value)) return [];
  return [{ value: String(value), ...(typeof label === 'string' && label !== String(value) && { label }) }];
}

const isScalar = (value: unknown): value is string | number | boolean =>
  ['string', 'number', 'boolean'].includes(typeof value);

const member = (value: unknown, name: string): unknown => (isMap(value) ? value[name] : undefined);
