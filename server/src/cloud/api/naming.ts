import type { Words } from '../../words/words.ts';
import { chinese } from './chinese.ts';

/** What the parts of a call are called where a sentence speaks of them: the names of the API, or what a person types. */
export interface Naming {
  /** An operation, at the beginning of a sentence. */
  operation(name: string): string;
  /** A parameter, at the beginning of a sentence that tells something of it. */
  subject(name: string, operation: string): Words;
  /** A parameter within a sentence. */
  parameter(name: string): Words;
  /** One of the values that a parameter has to choose from. */
  value(parameter: string, value: string): string;
  /** A parameter together with one of its values. */
  setting(parameter: string, value: string): Words;
  /** What a parameter takes that has from one to `most` entries. */
  entries(kind: 'list' | 'tags', most: number): Words;
  /** What a parameter takes that is a template. `size`: how long it may be. */
  template(size: Words): Words;
}

/** A sentence, or a part of one, to be told by any naming. */
export type Wording = (naming: Naming) => Words;

/** The names of the API, where lists and maps are JSON. */
export const apiNaming: Naming = {
  operation: (name) => name,
  subject: (name, operation) => ({ en: `${name} of ${operation}`, zh: `${operation} 的 ${name}` }),
  parameter: (name) => ({ en: name, zh: name }),
  value: (_, value) => value,
  setting: (name, value) => settingOf({ en: name, zh: name }, value),
  entries: (kind, most) =>
    kind === 'list'
      ? {
          en: `a JSON array of 1 to ${most} texts, such as ["a", "b"]`,
          zh: `由 1 至 ${most} 个文本组成的 JSON 数组，如 ["a", "b"]`,
        }
      : {
          en: `a JSON object of 1 to ${most} names with texts, such as {"team": "ops"}`,
          zh: `由 1 至 ${most} 个键和文本值组成的 JSON 对象，如 {"team": "ops"}`,
        },
  template: (size) => ({ en: `the text of a template, ${size.en}`, zh: `模板内容，${size.zh}` }),
};

/** A parameter, as it is called, together with one of its values. */
export function settingOf(parameter: Words, value: string): Words {
  return { en: `${parameter.en} ${value}`, zh: chinese`${parameter.zh}为${value}` };
}
