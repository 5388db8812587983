import { associationPropertyNamed } from '../../catalog/parameters/associationProperties.ts';
import { asSequence, isNull, stringOf, toData, valueFor } from '../../syntax/navigate.ts';
import type { MappingNode } from '../../syntax/node.ts';
import { isSecret } from '../../template/isSecret.ts';
import type { Parameter } from '../../template/template.ts';
import type { Words } from '../../words/words.ts';
import { labels } from './labels.ts';
import { code, codes, escaped, facts, inBoth, paragraphs, type Say } from './markdown.ts';
import type { HoverContext } from './spot.ts';
import { attributeCode, textWords, valueCode } from './texts.ts';

/** A parameter: what it is for, and what may be given. Its default is not shown where the template wants it hidden. */
export function parameterWords(parameter: Parameter, { lineOf }: HoverContext): Words {
  const { name, pair, attributes } = parameter;
  const label = textWords(valueFor(attributes, 'Label'));
  const description = textWords(valueFor(attributes, 'Description'));
  const type = stringOf(valueFor(attributes, 'Type')) ?? 'String';
  const allowed = asSequence(valueFor(attributes, 'AllowedValues'))?.items.map((it) => toData(it)) ?? [];
  return inBoth((say) =>
    paragraphs(
      say({ en: `**${code(name)}** (parameter)`, zh: `**${code(name)}**（参数）` }),
      say(label),
      say(description),
      facts(
        say,
        [labels.type, escaped(type)],
        [labels.defaultValue, defaultText(say, parameter)],
        [labels.allowed, codes(say, allowed)],
        [labels.pattern, attributeCode(attributes, 'AllowedPattern')],
        [labels.length, limits(attributes, 'MinLength', 'MaxLength')],
        [labels.range, limits(attributes, 'MinValue', 'MaxValue')],
        [labels.input, inputText(say, attributes)],
        [labels.declared, String(lineOf(pair.key.range.start))],
      ),
      say(textWords(valueFor(attributes, 'ConstraintDescription'))),
    ),
  );
}

function defaultText(say: Say, parameter: Parameter): string {
  const node = valueFor(parameter.attributes, 'Default');
  if (isNull(node)) return say({ en: 'none, it must be given', zh: '无，必须填写' });
  if (isSecret(parameter)) return say({ en: 'hidden (NoEcho)', zh: '已隐藏（NoEcho）' });
  return valueCode(node) ?? '';
}

function limits(attributes: MappingNode | undefined, least: string, most: string): string | undefined {
  const min = attributeCode(attributes, least);
  const max = attributeCode(attributes, most);
  if (min !== undefined && max !== undefined) return `${min} – ${max}`;
  if (min !== undefined) return `≥ ${min}`;
  return max === undefined ? undefined : `≤ ${max}`;
}

function inputText(say: Say, attributes: MappingNode | undefined): string | undefined {
  const name = stringOf(valueFor(attributes, 'AssociationProperty'));
  if (name === undefined || name === '') return undefined;
  const known = associationPropertyNamed(name);
  return known
    ? say({ en: `${code(name)}. ${known.summary.en}`, zh: `${code(name)}。${known.summary.zh}` })
    : code(name);
}
