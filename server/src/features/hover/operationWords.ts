import type { ApiOperation, ApiService } from '../../catalog/openApi/openApi.ts';
import { productName } from '../../catalog/products.ts';
import type { Words } from '../../words/words.ts';
import { MOST_ROWS, parametersTable } from './fieldsTable.ts';
import { labels } from './labels.ts';
import { code, escaped, facts, inBoth, paragraphs, same } from './markdown.ts';
import { riskText } from './riskText.ts';

const version: Words = { en: 'Version', zh: '版本' };
const style: Words = { en: 'Style', zh: '风格' };
const request: Words = { en: 'Request', zh: '请求' };

/** A product with an API. `written`: the code as it is written. */
export function serviceWords(
  { code: name, style: kind, defaultVersion, operationNames }: ApiService,
  written: string,
): Words {
  const product = productName(name) ?? productName(written);
  return inBoth((say) =>
    paragraphs(
      `**${code(written)}**${product ? say({ en: ` – ${product.en}`, zh: `：${product.zh}` }) : ''}`,
      facts(
        say,
        [version, escaped(defaultVersion)],
        [style, kind],
        [{ en: 'Operations', zh: '操作数' }, String(operationNames.length)],
      ),
    ),
  );
}

/** An operation: how it is called, how much it can hurt, and what it takes. */
export function operationWords(operation: ApiOperation): Words {
  const { name, service, parameters, method, path, knowsRequired } = operation;
  const product = productName(service) ?? same(service);
  return inBoth((say) =>
    paragraphs(
      say({
        en: `**${code(name)}** (operation of ${escaped(product.en)})`,
        zh: `**${code(name)}**（操作，${escaped(product.zh)}）`,
      }),
      operation.deprecated ? say({ en: '**It is deprecated.**', zh: '**已弃用。**' }) : '',
      facts(
        say,
        [version, escaped(operation.version)],
        [style, operation.style],
        [request, path === undefined ? undefined : code(`${method ?? ''} ${path}`.trim())],
        [labels.risk, riskText(say, { service, api: name })],
      ),
      parametersTable(say, parameters, MOST_ROWS),
      knowsRequired ? '' : say(untold(operation)),
    ),
  );
}

/** What the sources leave open. What stands in the path of a request is required in any case. */
function untold({ parameters, required }: ApiOperation): Words {
  if (parameters.length === required.length) return { en: '', zh: '' };
  return required.length === 0
    ? { en: 'Which of the parameters are required is not known.', zh: '未知哪些参数是必填的。' }
    : { en: 'Which of the other parameters are required is not known.', zh: '未知其他参数中哪些是必填的。' };
}
