import type { ApiOperation } from '../../catalog/openApi/openApi.ts';
import { findParameter, findRequestParameter, type RequestName } from '../../catalog/openApi/requestNames.ts';
import type { Words } from '../../words/words.ts';
import { MOST_ROWS, parametersTable, typeWords } from './fieldsTable.ts';
import { code, codes, inBoth, paragraphs, type Say } from './markdown.ts';

/** What a name in `Parameters`, or deeper, means to an operation. `path`: the keys from `Parameters` down. */
export function requestParameterAt(operation: ApiOperation, path: readonly string[]): RequestName | undefined {
  const [first, ...deeper] = path;
  const top = first === undefined ? undefined : findRequestParameter(operation, first);
  return deeper.reduce((found, name) => found && findParameter(found.parameter.fields, name), top);
}

/** A request parameter: its type, its values, what is inside, and why OOS takes the name as it is written. */
export function requestWords(operation: ApiOperation, path: readonly string[], found: RequestName): Words {
  const name = path.at(-1) ?? '';
  const { parameter } = found;
  const call = code(`${operation.service} ${operation.name}`);
  return inBoth((say) =>
    paragraphs(
      say({
        en: `**${code(name)}** (${typeWords(say, parameter)}) – parameter of ${call}`,
        zh: `**${code(name)}**（${typeWords(say, parameter)}）：${call} 的参数`,
      }),
      say(ruleWords(name, found)),
      parameter.deprecated ? say({ en: 'It is deprecated.', zh: '已弃用。' }) : '',
      valuesText(say, parameter.values),
      parametersTable(say, parameter.fields, MOST_ROWS),
    ),
  );
}

const valuesText = (say: Say, values: readonly string[]): string =>
  values.length === 0
    ? ''
    : say({
        en: `Its description lists ${codes(say, values)}; others may be right as well.`,
        zh: `其说明中列出了 ${codes(say, values)}，也可能还有其他取值。`,
      });

const nothing: Words = { en: '', zh: '' };

/** How the name leads to the parameter, where it is not its own. */
function ruleWords(name: string, { parameter, rule }: RequestName): Words {
  switch (rule) {
    case 'wire':
      return parameter.place === 'path' ? { en: 'It is in the path of the request.', zh: '位于请求路径中。' } : nothing;
    case 'plural':
      return {
        en: `It is the list ${code(parameter.name)} of the API.`,
        zh: `即 API 的列表参数 ${code(parameter.name)}。`,
      };
    case 'joined':
      return {
        en: `It is ${code(dotted(name, parameter.name))} of the API, written without dots.`,
        zh: `即 API 的 ${code(dotted(name, parameter.name))}，书写时去掉了点。`,
      };
    case 'numbered':
      return {
        en: `It is one element of a list of the API, ${code(numbered(name))}.`,
        zh: `即 API 列表参数中的一个元素 ${code(numbered(name))}。`,
      };
    case 'region':
      return { en: 'It chooses the region of the call, for any operation.', zh: '指定调用的地域，对任何操作都有效。' };
    case 'host':
      return { en: 'It is a part of the address that the call goes to.', zh: '是调用地址的一部分。' };
  }
}

/** `SystemDiskCategory`, of which the last part is `Category`: `SystemDisk.Category`. */
function dotted(name: string, last: string): string {
  const end = last.replaceAll('.', '');
  return name === end || !name.endsWith(end) ? last : `${name.slice(0, -end.length)}.${last}`;
}

/** `Filter2Key`: `Filter.2.Key`. */
const numbered = (name: string): string => name.replace(/(\d+)/g, '.$1.').replace(/\.$/, '');
