import type { Breach, OutOfRange } from '../analysis/breach.ts';
import { choices, shown } from '../analysis/literals.ts';
import { valueFor } from '../syntax/navigate.ts';
import { isSecret } from '../template/isSecret.ts';
import type { Parameter } from '../template/template.ts';
import type { Words } from '../words/words.ts';
import { type ParameterTypeName, valuesTaken } from './parameterFacts.ts';
import { templateText } from './templateText.ts';

/** How a value of a parameter is spoken of; a secret one is not repeated. */
function spoken(parameter: Parameter, value: unknown): Words {
  if (isSecret(parameter)) return { en: 'what was given', zh: '所给的值' };
  const text = shown(value);
  return { en: `'${text}'`, zh: `“${text}”` };
}

export const missingWords = (parameter: Parameter): Words => {
  const takes = valuesTaken(parameter);
  return {
    en: `'${parameter.name}' is missing (${takes.en}).`,
    zh: `缺少参数“${parameter.name}”（${takes.zh}）。`,
  };
};

/** `near`: the name that was probably meant. */
export function unknownWords(name: string, near: string | undefined, names: readonly string[]): Words {
  const guess = near === undefined ? { en: '', zh: '' } : { en: ` Did you mean '${near}'?`, zh: `是否想写“${near}”？` };
  const all =
    names.length === 0
      ? { en: ' It has none at all.', zh: '该模板没有任何参数。' }
      : { en: ` It has: ${names.join(', ')}.`, zh: `可用的参数：${names.join('、')}。` };
  return {
    en: `The template has no parameter '${shown(name)}'.${guess.en || all.en}`,
    zh: `模板没有参数“${shown(name)}”。${guess.zh || all.zh}`,
  };
}

const wanted: Readonly<Record<ParameterTypeName, Words>> = {
  String: { en: 'a text', zh: '文本' },
  Number: { en: 'a number', zh: '数字' },
  Boolean: { en: 'true or false', zh: ' true 或 false' },
  List: { en: 'a list as JSON, such as ["a", "b"]', zh: ' JSON 形式的列表，例如 ["a", "b"]' },
  Json: { en: 'JSON, such as {"a": "b"}', zh: ' JSON，例如 {"a": "b"}' },
};

export function wrongTypeWords(parameter: Parameter, type: ParameterTypeName, value: unknown): Words {
  const { en, zh } = wanted[type];
  const found = spoken(parameter, value);
  return {
    en: `'${parameter.name}' must be ${en}; ${found.en} is not.`,
    zh: `参数“${parameter.name}”必须是${zh}，而${found.zh}不是。`,
  };
}

/** A null, which would neither be a value nor give the default. */
export const emptyWords = ({ name }: Parameter): Words => ({
  en: `'${name}' has no value. Give one, or leave it out to get its default.`,
  zh: `参数“${name}”没有值。请填写，或去掉它以使用默认值。`,
});

/** A number that would arrive as another one. */
export const longNumberWords = ({ name }: Parameter): Words => ({
  en: `'${name}' has a number with more digits than can be sent exactly. Write it as a text, in quotes.`,
  zh: `参数“${name}”中有位数过多、无法精确传送的数字。请加引号写成文本。`,
});

export const partlyWords = (parameter: Parameter, source: string): Words => ({
  en: `'${parameter.name}' matches AllowedPattern ${source} only in part, so the service may refuse it.`,
  zh: `参数“${parameter.name}”只有一部分与 AllowedPattern ${source} 匹配，服务可能会拒绝。`,
});

/** A constraint that a value breaks, with what the template itself says about it. */
export function breachWords(parameter: Parameter, breach: Breach, value: unknown): Words {
  const said = templateText(valueFor(parameter.attributes, 'ConstraintDescription'));
  const own = ownWords(parameter, breach, value);
  return { en: `${own.en}${said.en && ` ${said.en}`}`, zh: `${own.zh}${said.zh}` };
}

function ownWords(parameter: Parameter, breach: Breach, value: unknown): Words {
  const { name } = parameter;
  const found = spoken(parameter, value);
  switch (breach.kind) {
    case 'choice': {
      const meant = isSecret(parameter) ? undefined : breach.meant;
      const guess =
        meant === undefined ? { en: '', zh: '' } : { en: ` Did you mean '${meant}'?`, zh: `是否想写“${meant}”？` };
      return {
        en: `'${name}' cannot be ${found.en}.${guess.en} It can be: ${choices(breach.allowed)}.`,
        zh: `参数“${name}”不能是${found.zh}。${guess.zh}可选值：${choices(breach.allowed, '、')}。`,
      };
    }
    case 'pattern':
      return {
        en: `'${name}' must match ${breach.source}; ${found.en} does not.`,
        zh: `参数“${name}”必须匹配 ${breach.source}，而${found.zh}不匹配。`,
      };
    default:
      return outsideWords(parameter, breach, found);
  }
}

function outsideWords({ name }: Parameter, { kind, key, limit }: OutOfRange, found: Words): Words {
  const unit = kind === 'length' ? { en: ' characters', zh: ' 个字符' } : { en: '', zh: '' };
  return key.startsWith('Min')
    ? {
        en: `'${name}' needs at least ${limit}${unit.en}; ${found.en} is less.`,
        zh: `参数“${name}”至少为 ${limit}${unit.zh}，而${found.zh}不足。`,
      }
    : {
        en: `'${name}' takes at most ${limit}${unit.en}; ${found.en} is more.`,
        zh: `参数“${name}”最多为 ${limit}${unit.zh}，而${found.zh}超出。`,
      };
}
