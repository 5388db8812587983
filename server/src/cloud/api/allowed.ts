import type { Words } from '../../words/words.ts';
import { MOST_TAGS } from './argumentCheck.ts';
import type { Naming } from './naming.ts';
import type { ParameterSpec } from './parameterSpec.ts';

/** What a parameter takes, as the end of a sentence: "a whole number from 10 to 100". */
export function allowed(name: string, spec: ParameterSpec, naming: Naming): Words {
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
      return choiceOf(spec.values.map((value) => naming.value(name, value)));
    case 'list':
      return spec.most === undefined ? anyList : naming.entries('list', spec.most);
    case 'tags':
      return naming.entries('tags', MOST_TAGS);
    case 'content':
      return naming.template({ en: '1 to 65,536 bytes in UTF-8', zh: '按 UTF-8 计 1 至 65,536 字节' });
    default:
      return fixed[spec.kind];
  }
}

const choiceOf = (values: readonly string[]): Words => ({
  en: orList(values, ', ', 'or'),
  zh: orList(values, '、', '或'),
});

function orList(values: readonly string[], comma: string, or: string): string {
  const last = values.at(-1) ?? '';
  return values.length < 2 ? last : `${values.slice(0, -1).join(comma)} ${or} ${last}`;
}

const anyList: Words = {
  en: 'a JSON array of texts, such as ["a", "b"]',
  zh: '由文本组成的 JSON 数组，如 ["a", "b"]',
};

type Fixed = Exclude<ParameterSpec['kind'], 'text' | 'integer' | 'choice' | 'list' | 'tags' | 'content'>;

const fixed: Readonly<Record<Fixed, Words>> = {
  name: { en: '1 to 200 letters, digits, "-" and "_"', zh: '1 至 200 个字母、数字、“-”、“_”' },
  ownName: {
    en: '1 to 200 letters, digits, "-" and "_" that do not begin with ALIYUN, ACS, ALIBABA or ALICLOUD',
    zh: '1 至 200 个字母、数字、“-”、“_”，且不以 ALIYUN、ACS、ALIBABA、ALICLOUD 开头',
  },
  version: { en: 'a version such as v1', zh: '形如 v1 的版本' },
  date: {
    en: 'a time in UTC such as 2026-01-31T08:00:00Z',
    zh: '形如 2026-01-31T08:00:00Z 的 UTC 时间',
  },
  url: { en: 'an address that begins with https:// or http://', zh: '以 https:// 或 http:// 开头的地址' },
  boolean: { en: 'true or false', zh: 'true 或 false' },
  map: { en: 'a JSON object, such as {"name": "value"}', zh: 'JSON 对象，如 {"name": "value"}' },
};
