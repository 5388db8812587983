import { pseudoParameterNamed } from '../../catalog/parameters/pseudoParameters.ts';
import { stringOf } from '../../syntax/navigate.ts';
import type { ScalarNode, TextRange } from '../../syntax/node.ts';
import { findOutput, isEvaluated } from '../../template/scope.ts';
import type { Template } from '../../template/template.ts';
import { changeScalar, changeText } from '../fixes.ts';
import { defineRule } from '../rule.ts';
import { taskUses } from '../taskUses.ts';

interface Named {
  readonly range: TextRange;
  /** The scalar that is the name, where it is nothing else. */
  readonly node?: ScalarNode;
  readonly written: string;
  readonly declared: string | undefined;
}

export const ambiguousReferenceCase = defineRule({
  id: 'ambiguous-reference-case',
  severity: 'hint',
  summary: {
    en: 'A reference is written in another letter case than the name.',
    zh: '引用的大小写与声明的名称不一致。',
  },
  why: {
    en: 'OOS finds it all the same, but readers and searches take the two for different names.',
    zh: 'OOS 仍能找到它，但读者和搜索会把两种写法当成不同的名称。',
  },
  invalid: [
    {
      text: `
Parameters:
  vpcId: { Type: String }
Tasks:
  - Name: findAll
    Action: ACS::ExecuteAPI
    Properties: { Parameters: { VpcId: '{{ <|VPCId|> }}', RegionId: '{{ <|acs::regionid|> }}' } }
    Outputs: { ids: { ValueSelector: .ids } }
Outputs:
  ids: { Value: '{{ <|findall|>.<|IDs|> }}' }
`,
      fixed: `
Parameters:
  vpcId: { Type: String }
Tasks:
  - Name: findAll
    Action: ACS::ExecuteAPI
    Properties: { Parameters: { VpcId: '{{ vpcId }}', RegionId: '{{ ACS::RegionId }}' } }
    Outputs: { ids: { ValueSelector: .ids } }
Outputs:
  ids: { Value: '{{ findAll.ids }}' }
`,
    },
    {
      text: `
Parameters:
  regionId: {}
  vpcId: { AssociationPropertyMetadata: { RegionId: '\${<|RegionId|>}' } }
Metadata:
  ALIYUN::OOS::Interface:
    ParameterGroups:
      - Parameters: [<|regionID|>, vpcId]
Tasks:
  - { Name: first, Action: ACS::Pause, OnError: <|Last|> }
  - { Name: last, Action: ACS::Pause }
`,
      fixed: `
Parameters:
  regionId: {}
  vpcId: { AssociationPropertyMetadata: { RegionId: '\${regionId}' } }
Metadata:
  ALIYUN::OOS::Interface:
    ParameterGroups:
      - Parameters: [regionId, vpcId]
Tasks:
  - { Name: first, Action: ACS::Pause, OnError: last }
  - { Name: last, Action: ACS::Pause }
`,
    },
  ],
  valid: [
    `
FormatVersion: OOS-2019-06-01
Parameters:
  vpcId: { Type: String, Description: 'For {{ VPCID }}' }
Tasks:
  - { Name: wait, Action: ACS::Sleep, Properties: { Duration: '{{ vpcId }}' }, OnError: ACS::END }
`,
    `
FormatVersion: OOS-2019-06-01
Tasks:
  - Name: ask
    Action: ACS::ExecuteAPI
    Properties: { Service: ECS, API: DescribeRegions }
    Outputs: { ids: { Type: List, ValueSelector: 'Regions.Region[].RegionId' } }
Outputs:
  ids: { Type: List, Value: '{{ ask.ids }}' }
`,
  ],

  check({ document, template, report }) {
    const named = [...references(template), ...paths(template), ...places(template)];
    for (const { range, node, written, declared } of named) {
      if (declared === undefined || declared === written) continue;
      report(
        range,
        {
          en: `The name is '${declared}'; here it is written '${written}'.`,
          zh: `名称是“${declared}”，此处写作“${written}”。`,
        },
        [node ? changeScalar(document.text, node, declared) : { ...changeText(range, declared), guess: false }],
      );
    }
  },
});

function references({ uses, parameters }: Template): Named[] {
  return uses.flatMap(({ expression: { body }, place }) => {
    if ((body.kind !== 'parameter' && body.kind !== 'pseudo') || !isEvaluated(place)) return [];
    const { text: written, range } = body.name;
    const declared = body.kind === 'pseudo' ? pseudoParameterNamed(written)?.name : parameters.get(written)?.name;
    return [{ range, written, declared }];
  });
}

function paths(template: Template): Named[] {
  return taskUses(template).flatMap(({ name, path, simple, found }) => [
    { range: name.range, written: name.text, declared: found?.task.name },
    {
      range: path.range,
      written: path.text,
      declared: found && simple ? findOutput(found.task, path.text)?.name : undefined,
    },
  ]);
}

/** Names that stand without braces: in groups, in the console's own language, as targets of jumps and as conditions. */
function places({ parameters, conditions, groupUses, metadataUses, conditionUses, jumps }: Template): Named[] {
  const scalar = (node: ScalarNode, written: string, declared: string | undefined): Named => ({
    range: node.range,
    node,
    written,
    declared,
  });
  return [
    ...groupUses.map(({ name, node }) => scalar(node, name, parameters.get(name)?.name)),
    ...conditionUses.map(({ name, node }) => scalar(node, name, conditions.get(name)?.name)),
    // A bare word in other letters may just as well be meant as it stands.
    ...metadataUses.flatMap(({ name, range, bare, parameter }) =>
      bare ? [] : { range, written: name, declared: parameter?.name },
    ),
    ...jumps.flatMap(({ node, task }) => {
      const written = stringOf(node);
      return node.kind === 'scalar' && written !== undefined
        ? scalar(node, written, task.list.byName.get(written)?.name)
        : [];
    }),
  ];
}
