import type { Words } from '../../words/words.ts';
import type { ParameterSpec } from './parameterSpec.ts';

/** What a parameter takes, as the end of a sentence: "a whole number from 10 to 100". */
export function allowed(spec: ParameterSpec): Words {
  switch (spec.kind) {
    case 'text':
      return spec.most === undefined
        ? { en: 'a text', zh: '文本' }
        : { en: `a text of at most ${spec.most} characters`, zh: `不超过 ${spec.most} 个字符的文本` };
    case 'integer':
      return spec.most === undefined
        ? { en: `a whole number from ${spec.least} on`, zh: `不小于 ${spec.least} 的整数` }
        : { en: `a whole number from ${spec.least} to ${spec.most}`, zh: `${spec.least} 至 ${spec.most} 的整数` };
    case 'choice':
      return { en: orList(spec.values, 'or'), zh: orList(spec.values, '或') };
    case 'list':
      return spec.most === undefined
        ? { en: 'a JSON array of texts, such as ["a", "b"]', zh: '由文本组成的 JSON 数组，如 ["a", "b"]' }
        : {
            en: `a JSON array of 1 to ${spec.most} texts, such as ["a", "b"]`,
            zh: `由 1 至 ${spec.most} 个文本组成的 JSON 数组，如 ["a", "b"]`,
          };
    default:
      return fixed[spec.kind];
  }
}

function orList(values: readonly string[], or: string): string {
  const last = values.at(-1) ?? '';
  const comma = or === 'or' ? ', ' : '、';
  return values.length < 2 ? last : `${values.slice(0, -1).join(comma)} ${or} ${last}`;
}

const fixed: Readonly<Record<Exclude<ParameterSpec['kind'], 'text' | 'integer' | 'choice' | 'list'>, Words>> = {
  name: { en: '1 to 200 letters, digits, "-" and "_"', zh: '1 至 200 个字母、数字、“-”、“_”' },
  ownName: {
    en: '1 to 200 letters, digits, "-" and "_" that do not begin with ALIYUN, ACS, ALIBABA or ALICLOUD',
    zh: '1 至 200 个字母、数字、“-”、“_”，且不以 ALIYUN、ACS、ALIBABA、ALICLOUD 开头',
  },
  content: {
    en: 'the text of a template, 1 to 65,536 bytes in UTF-8',
    zh: '模板内容，按 UTF-8 计 1 至 65,536 字节',
  },
  version: { en: 'a version such as v1', zh: '形如 v1 的版本' },
  date: {
    en: 'a time in UTC such as 2026-01-31T08:00:00Z',
    zh: '形如 2026-01-31T08:00:00Z 的 UTC 时间',
  },
  url: { en: 'an address that begins with https:// or http://', zh: '以 https:// 或 http:// 开头的地址' },
  boolean: { en: 'true or false', zh: 'true 或 false' },
  tags: {
    en: 'a JSON object of 1 to 20 names with texts, such as {"team": "ops"}',
    zh: '由 1 至 20 个键和文本值组成的 JSON 对象，如 {"team": "ops"}',
  },
  map: { en: 'a JSON object, such as {"name": "value"}', zh: 'JSON 对象，如 {"name": "value"}' },
};
