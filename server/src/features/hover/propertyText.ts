import type { ActionSpec } from '../../catalog/catalog.ts';
import type { Words } from '../../words/words.ts';
import { type PropertyPart, propertyParts } from '../completion/propertySchema.ts';
import { labels } from './labels.ts';
import { asText, code, codes, escaped, facts, inBoth, paragraphs, type Say } from './markdown.ts';

type About = Pick<PropertyPart, 'types' | 'required' | 'summary' | 'description' | 'allowedValues' | 'defaultValue'>;

/** `String / List, required`. */
export function typeText(say: Say, { types, required }: Pick<About, 'types' | 'required'>): string {
  const parts = [escaped(types.join(' / ')), required ? say({ en: 'required', zh: '必填' }) : ''];
  return parts.filter((it) => it !== '').join(say({ en: ', ', zh: '，' }));
}

/** What a property is, its values, its default, as sentences. */
export function aboutProperty(say: Say, { summary, description = '', allowedValues, defaultValue }: About): string[] {
  const values = codes(say, allowedValues ?? []);
  const usual = defaultValue === undefined ? '' : code(asText(defaultValue), 100);
  return [
    summary ? say(summary) : escaped(description),
    values === '' ? '' : say({ en: `One of: ${values}.`, zh: `可选值：${values}。` }),
    usual === '' ? '' : say({ en: `Default: ${usual}.`, zh: `默认值：${usual}。` }),
  ].filter((it) => it !== '');
}

/** A property of an action. `path`: the keys from `Properties` down. */
export function propertyWords(spec: ActionSpec, path: readonly string[], part: PropertyPart): Words {
  const inside = propertyParts(spec, path).map(({ name }) => name);
  const literal = path.length === 1 && spec.properties.get(part.name)?.literal;
  return inBoth((say) =>
    paragraphs(
      say({
        en: `**${code(part.name)}** (property of ${code(spec.name)})`,
        zh: `**${code(part.name)}**（${code(spec.name)} 的属性）`,
      }),
      ...aboutProperty(say, part),
      literal
        ? say({ en: 'It must be written out: no reference, no function.', zh: '必须直接写出，不能用引用或函数。' })
        : '',
      facts(say, [labels.type, typeText(say, part)], [labels.keys, codes(say, inside)]),
    ),
  );
}
