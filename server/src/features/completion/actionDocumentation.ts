import { oncePer } from '../../analysis/once.ts';
import type { ActionSpec, PropertySpec } from '../../catalog/catalog.ts';
import { productName } from '../../catalog/products.ts';
import { inLanguage, type Language, type Words } from '../../words/words.ts';

/** One line about an action: our own words, else what the service says, else what the name says. */
export const actionSummary = oncePer((spec: ActionSpec): Words => {
  if (spec.summary) return spec.summary;
  if (spec.description !== undefined) return { en: spec.description, zh: spec.description };
  const [, code = '', name = ''] = spec.name.split('::');
  const product = productName(code) ?? { en: code, zh: code };
  return { en: `${product.en}: ${sentence(name)}`, zh: `${product.zh}：${name}` };
});

/** `RebootInstance` -> `reboot instance`; what is written in capitals stays so. */
function sentence(name: string): string {
  const split = name.replace(/([a-z0-9])([A-Z])/g, '$1 $2').replace(/([A-Z]+)([A-Z][a-z])/g, '$1 $2');
  return split
    .split(' ')
    .map((word) => (/^[A-Z0-9]{2,}s?$/.test(word) ? word : word.toLowerCase()))
    .join(' ');
}

/** Markdown about an action: what it does, its properties, its outputs. */
export function actionDocumentation(spec: ActionSpec): Words {
  return { en: markdown(spec, 'en'), zh: markdown(spec, 'zh-cn') };
}

const headings = {
  properties: { en: 'Properties', zh: '属性' },
  outputs: { en: 'Outputs', zh: '输出' },
  type: { en: 'Type', zh: '类型' },
  about: { en: 'About', zh: '说明' },
} satisfies Record<string, Words>;

function markdown(spec: ActionSpec, language: Language): string {
  const heading = (key: keyof typeof headings): string => inLanguage(headings[key], language);
  const parts = [inLanguage(actionSummary(spec), language)];
  const properties = [...spec.properties.values()].sort((a, b) => Number(b.required) - Number(a.required));
  if (properties.length > 0) {
    const rows = properties.map((it) => [
      `\`${it.name}\``,
      inLanguage(typeOf(it), language),
      inLanguage(aboutProperty(it), language),
    ]);
    parts.push(table([heading('properties'), heading('type'), heading('about')], rows));
  }
  if (spec.outputs && spec.outputs.size > 0) {
    const rows = [...spec.outputs].map(([name, type]) => [`\`${name}\``, type]);
    parts.push(table([heading('outputs'), heading('type')], rows));
  }
  return parts.join('\n\n');
}

function typeOf({ types, required }: PropertySpec): Words {
  const type = types.join(' / ');
  return required ? { en: `${type} (required)`.trim(), zh: `${type}（必填）` } : { en: type, zh: type };
}

type About = Pick<PropertySpec, 'summary' | 'description' | 'allowedValues' | 'defaultValue'>;

/** What a property is, its values, its default. */
export function aboutProperty({ summary, description = '', allowedValues, defaultValue }: About): Words {
  const about = summary ?? { en: description, zh: description };
  const values = allowedValues?.map((value) => `\`${String(value)}\``);
  const usual = defaultValue === undefined ? undefined : `\`${JSON.stringify(defaultValue)}\``;
  return {
    en: sentences(about.en, values && `One of: ${values.join(', ')}`, usual && `Default: ${usual}`).join(' '),
    zh: sentences(about.zh, values && `可选值：${values.join('、')}`, usual && `默认值：${usual}`).join(' '),
  };
}

const sentences = (...parts: readonly (string | undefined)[]): string[] =>
  parts.filter((it) => it !== undefined && it !== '') as string[];

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.map(cell).join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}

const cell = (text: string): string => text.replaceAll('|', '\\|').replaceAll('\n', ' ');
