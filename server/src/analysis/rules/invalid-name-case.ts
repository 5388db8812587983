import type { ScalarNode } from '../../syntax/node.ts';
import type { NameIndex } from '../../template/nameIndex.ts';
import type { Entry, Task, Template } from '../../template/template.ts';
import { defineRule } from '../rule.ts';
import { isCamelCase, toCamelCase } from '../style/camelCase.ts';
import { type NameOwner, Renaming } from '../style/renaming.ts';

/** What all public templates call the parameter with the role. */
const ESTABLISHED = ['OOSAssumeRole'];

export const invalidNameCase = defineRule({
  id: 'invalid-name-case',
  severity: 'hint',
  strict: true,
  summary: {
    en: 'The name of a parameter, a task or an output is not in lower camel case.',
    zh: '参数、任务或输出的名称没有使用小驼峰命名。',
  },
  why: {
    en: 'The coding standard of OOS writes names like regionId. The quick fix renames a name wherever the template uses it; parameters and outputs of a template are also known to those who run it, so look there too.',
    zh: 'OOS 编写规范要求名称采用 regionId 这样的小驼峰形式。快速修复会修改模板中所有用到该名称的地方；模板的参数和输出还会被模板的使用者引用，请一并检查。',
  },
  invalid: [
    {
      text: `
Parameters:
  <|RegionId|>: { Type: String }
  vpc: { Type: String, AssociationPropertyMetadata: { RegionId: RegionId, Filter: '\${RegionId}' } }
Metadata:
  ALIYUN::OOS::Interface:
    ParameterGroups:
      - Parameters: [RegionId, vpc]
Tasks:
  - { Name: stop, Action: ACS::Sleep, Properties: { Duration: '{{ regionId }}{{ RegionId }}' } }
`,
      fixed: `
Parameters:
  regionId: { Type: String }
  vpc: { Type: String, AssociationPropertyMetadata: { RegionId: regionId, Filter: '\${regionId}' } }
Metadata:
  ALIYUN::OOS::Interface:
    ParameterGroups:
      - Parameters: [regionId, vpc]
Tasks:
  - { Name: stop, Action: ACS::Sleep, Properties: { Duration: '{{ regionId }}{{ regionId }}' } }
`,
    },
    {
      text: `
Tasks:
  - Name: <|Find_disks|>
    Action: ACS::ExecuteAPI
    OnError: last-task
    Outputs: { <|OSType|>: { Type: String, ValueSelector: .OSType } }
    Loop:
      Items: [1]
      Outputs: { <|os-types|>: { AggregateType: 'Fn::ListJoin', AggregateField: OSType } }
  - { Name: <|last-task|>, Action: ACS::Pause }
Outputs:
  <|Types|>: { Type: List, Value: '{{ find_disks.os-types }}' }
`,
      fixed: `
Tasks:
  - Name: findDisks
    Action: ACS::ExecuteAPI
    OnError: lastTask
    Outputs: { osType: { Type: String, ValueSelector: .OSType } }
    Loop:
      Items: [1]
      Outputs: { osTypes: { AggregateType: 'Fn::ListJoin', AggregateField: osType } }
  - { Name: lastTask, Action: ACS::Pause }
Outputs:
  types: { Type: List, Value: '{{ findDisks.osTypes }}' }
`,
    },
  ],
  valid: [
    `
FormatVersion: OOS-2019-06-01
Parameters:
  OOSAssumeRole: { Type: String, Default: OOSServiceRole }
RamRole: '{{ OOSAssumeRole }}'
Tasks:
  - { Name: stopAll2, Action: ACS::Pause }
`,
    `
FormatVersion: OOS-2019-06-01
Tasks:
  - Name: ask
    Action: ACS::ExecuteAPI
    Properties: { Service: ECS, API: DescribeRegions, Parameters: { RegionId: cn-hangzhou } }
    Outputs: { ids: { Type: List, ValueSelector: 'Regions.Region[].RegionId' } }
Outputs:
  ids: { Type: List, Value: '{{ ask.ids }}' }
`,
  ],

  check({ document, template, report }) {
    const renaming = new Renaming(document, template);
    for (const { name, node, owner } of declaredNames(template)) {
      // Other characters are a mistake that has a rule of its own.
      if (isCamelCase(name) || ESTABLISHED.includes(name) || !/^[\w-]+$/.test(name)) continue;
      const camel = toCamelCase(name);
      const hint = camel === undefined ? { en: '', zh: '' } : { en: `: '${camel}'`, zh: `：“${camel}”` };
      report(
        node.range,
        {
          en: `By the coding standard, names are in lower camel case${hint.en}.`,
          zh: `按照编写规范，名称使用小驼峰命名${hint.zh}。`,
        },
        camel === undefined ? [] : renaming.fixes(owner, name, camel),
      );
    }
  },
});

interface DeclaredName {
  readonly name: string;
  readonly node: ScalarNode;
  readonly owner: NameOwner;
}

function declaredNames(template: Template): DeclaredName[] {
  const { parameters, conditions, outputs, allTasks } = template;
  return [
    ...inEntries(parameters, { names: parameters, rivals: [conditions], isPublic: true }),
    ...inEntries(outputs, { names: outputs, rivals: [], isPublic: true }),
    ...allTasks.flatMap((task) => inTask(task, template)),
  ];
}

function inTask(task: Task, { anyTask }: Template): DeclaredName[] {
  const { name, nameNode, list, outputs, loop } = task;
  const owner: NameOwner = { names: list.byName, rivals: [anyTask], isPublic: false };
  const ofLoop = loop ? [loop.outputs] : [];
  return [
    ...(nameNode && name !== undefined ? [{ name, node: nameNode, owner }] : []),
    ...inEntries(outputs, { names: outputs, rivals: ofLoop, isPublic: false, task }),
    ...ofLoop.flatMap((names) => inEntries(names, { names, rivals: [outputs], isPublic: false, task })),
  ];
}

const inEntries = ({ all }: NameIndex<Entry>, owner: NameOwner): DeclaredName[] =>
  all.map(({ name, pair }) => ({ name, node: pair.key, owner }));
