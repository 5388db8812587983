import type { ParameterType } from '../catalog/parameters/parameterTypes.ts';
import { toData } from '../syntax/navigate.ts';
import type { ValueNode } from '../syntax/node.ts';
import type { Parameter } from '../template/template.ts';
import type { Words } from '../words/words.ts';
import { type Breach, breachOf, type OutOfRange } from './breach.ts';
import { choices, shown } from './literals.ts';

/** A value that a parameter would refuse, with the first of its constraints that it breaks. */
export interface Refusal {
  readonly node: ValueNode;
  readonly message: Words;
  /** The allowed value that was most likely meant. */
  readonly meant: string | undefined;
}

/** The parts of a literal default that the constraints of its parameter do not allow: of a List, the single elements. */
export function refusals(parameter: Parameter, type: ParameterType['name'], value: ValueNode): Refusal[] {
  const parts = type === 'List' && value.kind === 'sequence' ? value.items : [value];
  return parts.flatMap((node) => {
    const breach = breachOf(parameter, type, toData(node));
    if (!breach) return [];
    return [{ node, message: messageFor(breach, toData(node)), meant: 'meant' in breach ? breach.meant : undefined }];
  });
}

function messageFor(breach: Breach, value: unknown): Words {
  const found = shown(value);
  switch (breach.kind) {
    case 'choice':
      return {
        en: `The default '${found}' is not among AllowedValues: ${choices(breach.allowed)}.`,
        zh: `默认值“${found}”不在 AllowedValues 中：${choices(breach.allowed, '、')}。`,
      };
    case 'pattern':
      return {
        en: `The default '${found}' does not match AllowedPattern: ${breach.source}`,
        zh: `默认值“${found}”与 AllowedPattern 不匹配：${breach.source}`,
      };
    case 'length':
      return outside(breach, {
        en: `The default '${found}' has ${breach.is} characters`,
        zh: `默认值“${found}”有 ${breach.is} 个字符`,
      });
    case 'value':
      return outside(breach, { en: `The default is ${breach.is}`, zh: `默认值是 ${breach.is}` });
  }
}

function outside({ key, limit }: OutOfRange, found: Words): Words {
  return key.startsWith('Min')
    ? { en: `${found.en}, below ${key} ${limit}.`, zh: `${found.zh}，小于 ${key} ${limit}。` }
    : { en: `${found.en}, above ${key} ${limit}.`, zh: `${found.zh}，大于 ${key} ${limit}。` };
}
