import type { ApiOperation, ApiParameter } from '../../catalog/openApi.ts';
import { inLanguage, type Language, type Words } from '../../words/words.ts';
import { shapeWords } from './shapeWords.ts';

/** Markdown about an operation: how it is called, and the parameters that it must have. */
export const operationDocumentation = (operation: ApiOperation): Words => ({
  en: markdown(operation, 'en'),
  zh: markdown(operation, 'zh-cn'),
});

const old: Words = { en: '**Deprecated.**', zh: '**已弃用。**' };
const head: Words = { en: '| Required | Type | Values |', zh: '| 必填参数 | 类型 | 取值 |' };

function markdown(operation: ApiOperation, language: Language): string {
  const { service, name, version, method, path, deprecated, parameters } = operation;
  const rows = parameters
    .filter(({ required }) => required)
    .map((it) => [`\`${it.name}\``, inLanguage(shapeWords(it), language), inLanguage(valueWords(it), language)])
    .map((cells) => `| ${cells.join(' | ')} |`);
  return [
    `**${service} ${name}** (${version})`,
    path === undefined ? '' : `\`${method ?? ''} ${path}\``,
    deprecated ? inLanguage(old, language) : '',
    rows.length > 0 ? [inLanguage(head, language), '| --- | --- | --- |', ...rows].join('\n') : '',
    inLanguage(countWords(operation, parameters.length - rows.length), language),
  ]
    .filter((part) => part !== '')
    .join('\n\n');
}

/** Where no parameter is known to be required, all of them may be. */
function countWords({ knowsRequired }: ApiOperation, others: number): Words {
  if (!knowsRequired) return { en: `Parameters: ${others}.`, zh: `参数：${others} 个。` };
  return { en: `Optional parameters: ${others}.`, zh: `可选参数：${others} 个。` };
}

/** The values that are listed for a parameter; others may be right as well. */
export function valueWords({ values }: ApiParameter): Words {
  const texts = values.map((it) => `\`${it}\``);
  return { en: texts.join(', '), zh: texts.join('、') };
}
