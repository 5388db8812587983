import { asJson, type Json } from '../../execution/json.ts';
import type { Words } from '../../words/words.ts';
import { isMap } from '../content.ts';

/** The prepared answers cannot be used. */
export class AnswersError extends Error {
  readonly words: Words;

  constructor(words: Words) {
    super(words.en);
    this.name = 'AnswersError';
    this.words = words;
  }
}

/** What the run is told: a value, or that the call failed. */
type PreparedAnswer = { readonly value: Json } | { readonly code: string | undefined; readonly message: string };

/** What calls and actions are answered with, as there is no cloud behind the Local OOS. */
export interface PreparedAnswers {
  /** The name under which calls are prepared for: `ECS:DescribeInstances`, `ACS::ECS::RunCommand`. Undefined: nothing is. */
  find(name: string): string | undefined;
  /** The answer to the call with this number, from 0; the last one again when there are no more. */
  answer(name: string, number: number): PreparedAnswer;
}

/**
 * Reads `{"ECS:DescribeInstances": {...}, "ACS::ECS::RunCommand": [{...}, {...}]}`: a value, or a list of values that are given
 * in turn. `{"$error": {"code": "...", "message": "..."}}` stands for a failure. Names are compared without regard to letter
 * case. Throws an AnswersError for data of another form.
 */
export function readAnswers(data: unknown): PreparedAnswers {
  const prepared = new Map<string, readonly PreparedAnswer[]>();
  if (data !== undefined && !isMap(data)) throw new AnswersError(noMap);
  for (const [name, written] of Object.entries(data ?? {})) {
    if (!/^[\w-]+:[\w-]+$|^ACS::\w/i.test(name)) throw new AnswersError(oddName(name));
    const answers = Array.isArray(written) ? written : [written];
    if (answers.length === 0) throw new AnswersError(noAnswer(name));
    prepared.set(
      name.toLowerCase(),
      answers.map((it) => readAnswer(name, it)),
    );
  }
  return {
    find: (name) => (prepared.has(name.toLowerCase()) ? name.toLowerCase() : undefined),
    answer: (name, number) => {
      const answers = prepared.get(name) ?? [];
      return answers[Math.min(number, answers.length - 1)] ?? { value: {} };
    },
  };
}

function readAnswer(name: string, written: unknown): PreparedAnswer {
  if (!isMap(written) || !Object.hasOwn(written, '$error')) return { value: asJson(written) };
  const error = written.$error;
  if (!isMap(error) || typeof error.message !== 'string') throw new AnswersError(oddError(name));
  return { code: typeof error.code === 'string' ? error.code : undefined, message: error.message };
}

const noMap: Words = {
  en: 'The answers have to be a JSON object: {"ECS:DescribeInstances": {...}}',
  zh: '预设响应必须是 JSON 对象：{"ECS:DescribeInstances": {...}}',
};

const oddName = (name: string): Words => ({
  en: `"${name}" names no call. Write "ECS:DescribeInstances" for an operation, or the name of an action such as "ACS::ECS::RunCommand".`,
  zh: `“${name}”不是调用名。操作请写成“ECS:DescribeInstances”，动作请写动作名，例如“ACS::ECS::RunCommand”。`,
});

const noAnswer = (name: string): Words => ({
  en: `The list of answers to "${name}" is empty. Write at least one, such as {}.`,
  zh: `“${name}”的响应列表为空。请至少写一个，例如 {}。`,
});

const oddError = (name: string): Words => ({
  en: `The failure of "${name}" needs a message: {"$error": {"code": "...", "message": "..."}}`,
  zh: `“${name}”的失败响应需要 message：{"$error": {"code": "...", "message": "..."}}`,
});
