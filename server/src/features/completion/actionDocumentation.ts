import { oncePer } from '../../analysis/oncePer.ts';
import { chineseActionName } from '../../catalog/actions/chineseActionNames.ts';
import type { ActionSpec } from '../../catalog/catalog.ts';
import { productName } from '../../catalog/products.ts';
import type { Words } from '../../words/words.ts';
import { labels } from '../hover/labels.ts';
import { code, escaped, inBoth, paragraphs, type Say, table } from '../hover/markdown.ts';
import { aboutProperty, typeText } from '../hover/propertyText.ts';

/** One line about an action, as it stands: our own words, else what the service says, else what the name says. */
export const actionSummary = oncePer((spec: ActionSpec): Words => {
  if (spec.summary) return spec.summary;
  if (spec.description !== undefined) return { en: spec.description, zh: spec.description };
  const [, code = '', name = ''] = spec.name.split('::');
  const product = productName(code) ?? { en: code, zh: code };
  return { en: `${product.en}: ${sentence(name)}`, zh: `${product.zh}：${chineseActionName(spec.name) ?? name}` };
});

/** `RebootInstance` -> `reboot instance`; what is written in capitals stays so. */
function sentence(name: string): string {
  const split = name.replace(/([a-z0-9])([A-Z])/g, '$1 $2').replace(/(?<=[A-Z])[A-Z](?=[a-z])/g, ' $&');
  return split
    .split(' ')
    .map((word) => (/^[A-Z0-9]{2,}s?$/.test(word) ? word : word.toLowerCase()))
    .join(' ');
}

/** The same in Markdown. Only the service can write anything in it that is not ours. */
export const actionText = (say: Say, spec: ActionSpec): string =>
  spec.summary ? say(spec.summary) : escaped(say(actionSummary(spec)));

/** Markdown about an action: what it does, its properties, its outputs. */
export const actionDocumentation = (spec: ActionSpec): Words =>
  inBoth((say) => paragraphs(actionText(say, spec), propertiesTable(say, spec), outputsTable(say, spec)));

const headings = {
  properties: { en: 'Properties', zh: '属性' },
  about: { en: 'About', zh: '说明' },
} satisfies Record<string, Words>;

function propertiesTable(say: Say, { properties }: ActionSpec): string {
  const sorted = [...properties.values()].sort((a, b) => Number(b.required) - Number(a.required));
  const rows = sorted.map((it) => [code(it.name), typeText(say, it), aboutProperty(say, it).join(' ')]);
  return table([say(headings.properties), say(labels.type), say(headings.about)], rows);
}

function outputsTable(say: Say, { outputs = new Map() }: ActionSpec): string {
  const rows = [...outputs].map(([name, type]) => [code(name), escaped(type)]);
  return table([say(labels.outputs), say(labels.type)], rows);
}
