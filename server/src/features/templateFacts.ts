import { allowedPattern, allowedValues } from '../analysis/breach.ts';
import { numberAttribute } from '../analysis/parameterAttributes.ts';
import { asMapping, asSequence, stringOf, toData, valueFor } from '../syntax/navigate.ts';
import type { TextRange, ValueNode } from '../syntax/node.ts';
import { isSecret } from '../template/isSecret.ts';
import type { Parameter, Task, Template } from '../template/template.ts';
import type { Words } from '../words/words.ts';
import { isRequired, type ParameterTypeName, typeOfParameter, valuesTaken } from './parameterFacts.ts';
import { templateText } from './templateText.ts';

/** A parameter, as a form asks for it. */
export interface ParameterFacts {
  readonly name: string;
  /** Undefined for a type that we do not know. */
  readonly type: ParameterTypeName | undefined;
  readonly label: Words;
  readonly description: Words;
  /** What the template says about values that it refuses. */
  readonly constraint: Words;
  /** Which values it takes, in short. */
  readonly takes: Words;
  /** It has no default. */
  readonly required: boolean;
  readonly secret: boolean;
  /** The default as data. Absent where there is none, and for a secret one. */
  readonly default?: unknown;
  readonly allowed: readonly unknown[] | undefined;
  readonly pattern: string | undefined;
  readonly minLength: number | undefined;
  readonly maxLength: number | undefined;
  readonly minValue: number | undefined;
  readonly maxValue: number | undefined;
  /** What the console asks for it with, such as `ALIYUN::ECS::Instance::InstanceId` or `Code`. */
  readonly association: string | undefined;
  /** Its name in the text. */
  readonly range: TextRange;
}

/** Parameters that the template wants shown together. */
interface GroupFacts {
  readonly label: Words;
  /** Names of parameters that exist, each in one group only. */
  readonly parameters: readonly string[];
}

export interface TaskFacts {
  /** Undefined while it has none. */
  readonly name: string | undefined;
  readonly action: string | undefined;
  readonly description: Words;
  readonly range: TextRange;
  /** The name, inside `range`; where there is none, the begin. */
  readonly selectionRange: TextRange;
  /** Those of an `ACS::Loop`, and of a template written inside. */
  readonly tasks: readonly TaskFacts[];
}

/** What a person needs to know about a template before it runs, and to find its tasks afterwards. */
export interface TemplateFacts {
  readonly description: Words;
  readonly parameters: readonly ParameterFacts[];
  readonly groups: readonly GroupFacts[];
  readonly tasks: readonly TaskFacts[];
}

export function templateFacts(template: Template): TemplateFacts {
  return {
    description: templateText(valueFor(template.root, 'Description')),
    parameters: template.parameters.all.map(parameterFacts),
    groups: groupsOf(template),
    tasks: template.tasks.tasks.map(taskFacts),
  };
}

function parameterFacts(parameter: Parameter): ParameterFacts {
  const { name, attributes, pair } = parameter;
  const secret = isSecret(parameter);
  const byDefault = valueFor(attributes, 'Default');
  return {
    name,
    type: typeOfParameter(parameter),
    label: templateText(valueFor(attributes, 'Label')),
    description: templateText(valueFor(attributes, 'Description')),
    constraint: templateText(valueFor(attributes, 'ConstraintDescription')),
    takes: valuesTaken(parameter),
    required: isRequired(parameter),
    secret,
    ...(byDefault && !secret && { default: toData(byDefault) }),
    allowed: secret ? undefined : allowedValues(parameter),
    pattern: allowedPattern(parameter),
    minLength: numberAttribute(parameter, 'MinLength'),
    maxLength: numberAttribute(parameter, 'MaxLength'),
    minValue: numberAttribute(parameter, 'MinValue'),
    maxValue: numberAttribute(parameter, 'MaxValue'),
    association: stringOf(valueFor(attributes, 'AssociationProperty')),
    range: pair.key.range,
  };
}

/** Published templates name parameters in groups that do not exist, or in another letter case. */
function groupsOf({ root, parameters }: Template): GroupFacts[] {
  const layout = valueFor(valueFor(root, 'Metadata'), 'ALIYUN::OOS::Interface');
  const taken = new Set<string>();
  return (asSequence(valueFor(layout, 'ParameterGroups'))?.items ?? []).flatMap((group) => {
    const names = (asSequence(valueFor(asMapping(group), 'Parameters'))?.items ?? []).flatMap((item) => {
      const name = parameters.get(stringOf(item) ?? '')?.name;
      if (name === undefined || taken.has(name)) return [];
      taken.add(name);
      return [name];
    });
    return names.length === 0 ? [] : [{ label: groupLabel(valueFor(asMapping(group), 'Label')), parameters: names }];
  });
}

const groupLabel = (label: ValueNode | undefined): Words => templateText(valueFor(label, 'default') ?? label);

function taskFacts({ name, nameNode, action, node, inner, child }: Task): TaskFacts {
  const { start } = node.range;
  return {
    name,
    action,
    description: templateText(valueFor(node, 'Description')),
    range: node.range,
    selectionRange: nameNode?.range ?? { start, end: start },
    tasks: [...(inner?.tasks ?? []), ...(child?.tasks.tasks ?? [])].map(taskFacts),
  };
}
