import type { ApiField, ApiParameter } from '../../catalog/openApi/openApi.ts';
import { usualParameterRank } from '../../catalog/openApi/usualParameters.ts';
import { shapeWords } from '../completion/shapeWords.ts';
import { code, codes, paragraphs, type Say, table } from './markdown.ts';

/** As many rows as a person looks at. */
export const MOST_ROWS = 15;

/** The fields of a value. Empty where none are known. */
export function fieldsTable(say: Say, fields: readonly ApiField[], most: number): string {
  const rows = fields.slice(0, most).map((it) => [code(it.name), say(shapeWords(it))]);
  return paragraphs(
    table([say({ en: 'Field', zh: '字段' }), say({ en: 'Type', zh: '类型' })], rows),
    rest(say, fields.length - rows.length),
  );
}

/** Request parameters: the required ones first, then the usual ones, those that are given up last. */
export function parametersTable(say: Say, parameters: readonly ApiParameter[], most: number): string {
  const sorted = [...parameters].sort((a, b) => rank(a) - rank(b));
  const rows = sorted.slice(0, most).map((it) => [code(it.name), typeWords(say, it), aboutParameter(say, it)]);
  const head = [
    say({ en: 'Parameter', zh: '参数' }),
    say({ en: 'Type', zh: '类型' }),
    say({ en: 'Values', zh: '取值' }),
  ];
  // A column in which nothing stands is left out.
  const columns = rows.every(([, , about]) => about === '') ? 2 : 3;
  return paragraphs(
    table(
      head.slice(0, columns),
      rows.map((cells) => cells.slice(0, columns)),
    ),
    rest(say, sorted.length - rows.length),
  );
}

/** Parameters that the gateway fills in. */
const technical = /^(?:Resource)?Owner(?:Id|Account)$|^(?:ClientToken|SecurityToken|SourceIp|AccessKeyId)$/;

function rank({ name, required, deprecated }: ApiParameter): number {
  if (deprecated) return 4;
  if (required) return 0;
  if (technical.test(name)) return 3;
  const usual = usualParameterRank(name);
  return usual === undefined ? 2 : 1 + usual / 1000;
}

export function typeWords(say: Say, parameter: ApiParameter): string {
  const { en, zh } = shapeWords(parameter);
  return parameter.required ? say({ en: `${en}, required`, zh: `${zh}，必填` }) : say({ en, zh });
}

function aboutParameter(say: Say, { values, deprecated }: ApiParameter): string {
  const listed = codes(say, values, 8);
  if (!deprecated) return listed;
  return [say({ en: 'deprecated', zh: '已弃用' }), listed].filter((it) => it !== '').join('; ');
}

export const rest = (say: Say, count: number): string =>
  count > 0 ? say({ en: `... and ${count} more.`, zh: `……另有 ${count} 个。` }) : '';
