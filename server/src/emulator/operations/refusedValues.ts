import { readPattern } from '../../analysis/allowedPattern.ts';
import { allowedPattern, type Breach, breachOf } from '../../analysis/breach.ts';
import { refusals } from '../../analysis/constraints.ts';
import { choices } from '../../analysis/literals.ts';
import { type ParameterType, parameterTypes } from '../../catalog/parameters/parameterTypes.ts';
import { isList, type Json, sameJson } from '../../execution/json.ts';
import { hide } from '../../execution/secrets.ts';
import { stringOf, valueFor } from '../../syntax/navigate.ts';
import { parse } from '../../syntax/parse.ts';
import { isSecret } from '../../template/isSecret.ts';
import type { Parameter } from '../../template/template.ts';
import { matchesInTime } from './matchesInTime.ts';

/**
 * Why a parameter does not take a value, as a clause in English. The constraints are those that the checker knows for defaults.
 * A value with something in it that is `hidden` is not quoted, not even in part. A value that would keep the pattern of its
 * parameter busy is refused, too: nobody can say whether the service would take it, and here all clients would wait.
 */
export function refusalOf(parameter: Parameter, value: Json, hidden: readonly string[]): string | undefined {
  const named = stringOf(valueFor(parameter.attributes, 'Type')) ?? 'String';
  const type = parameterTypes.find(({ name }) => name === named)?.name ?? 'String';
  const quoted = !isSecret(parameter) && sameJson(hide(value, hidden), value);
  const broken = quoted ? quotedRefusal(parameter, type, value) : unquoted(parameter, type, value);
  return broken ?? (type === 'String' && typeof value !== 'object' ? unmatched(parameter, String(value)) : undefined);
}

function quotedRefusal(parameter: Parameter, type: ParameterType['name'], value: Json): string | undefined {
  const { root } = parse(JSON.stringify(value), 'json');
  const [first] = root ? refusals(parameter, type, root) : [];
  return first?.message.en.replace('The default', 'The value').replace(/\.$/, '');
}

/** Of a text that the checker leaves alone, since matching it may take long. */
function unmatched(parameter: Parameter, text: string): string | undefined {
  const source = allowedPattern(parameter);
  const pattern = source === undefined ? undefined : readPattern(source);
  if (source === undefined || pattern?.kind !== 'readable' || pattern.matches(text) !== undefined) return undefined;
  const matches = matchesInTime(source, text);
  if (matches === undefined) return `The value takes too long to match with AllowedPattern; simplify it: ${source}`;
  return matches ? undefined : `The value ${lack({ kind: 'pattern', source })}`;
}

function unquoted(parameter: Parameter, type: ParameterType['name'], value: Json): string | undefined {
  const parts = type === 'List' && isList(value) ? value : [value];
  const [breach] = parts.flatMap((it) => breachOf(parameter, type, it) ?? []);
  return breach && `The value ${lack(breach)}`;
}

function lack(breach: Breach): string {
  switch (breach.kind) {
    case 'choice':
      return `is not among AllowedValues: ${choices(breach.allowed)}`;
    case 'pattern':
      return `does not match AllowedPattern: ${breach.source}`;
    default:
      return `is ${breach.key.startsWith('Min') ? 'below' : 'above'} ${breach.key} ${breach.limit}`;
  }
}
