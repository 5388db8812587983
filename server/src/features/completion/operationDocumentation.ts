import type { ApiOperation, ApiParameter } from '../../catalog/openApi/openApi.ts';
import type { Words } from '../../words/words.ts';
import { code, codes, inBoth, paragraphs, type Say, table } from '../hover/markdown.ts';
import { shapeWords } from './shapeWords.ts';

/** Markdown about an operation: how it is called, and the parameters that it must have. */
export const operationDocumentation = (operation: ApiOperation): Words => inBoth((say) => markdown(say, operation));

const old: Words = { en: '**Deprecated.**', zh: '**已弃用。**' };
const head: readonly Words[] = [
  { en: 'Required', zh: '必填参数' },
  { en: 'Type', zh: '类型' },
  { en: 'Values', zh: '取值' },
];

function markdown(say: Say, operation: ApiOperation): string {
  const { service, name, version, method, path, deprecated, parameters, required } = operation;
  const rows = required.map((it) => [code(it.name), say(shapeWords(it)), codes(say, it.values)]);
  return paragraphs(
    `**${code(`${service} ${name}`)}** (${version})`,
    path === undefined ? '' : code(`${method ?? ''} ${path}`),
    deprecated ? say(old) : '',
    table(head.map(say), rows),
    say(countWords(operation, parameters.length - rows.length)),
  );
}

/** Where no parameter is known to be required, all of them may be. */
function countWords({ knowsRequired }: ApiOperation, others: number): Words {
  if (!knowsRequired) return { en: `Parameters: ${others}.`, zh: `参数：${others} 个。` };
  return { en: `Optional parameters: ${others}.`, zh: `可选参数：${others} 个。` };
}

/** The values that are listed for a parameter, as Markdown; others may be right as well. */
export const valueWords = ({ values }: ApiParameter): Words => inBoth((say) => codes(say, values));
