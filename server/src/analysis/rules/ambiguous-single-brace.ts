import { pairOf, valueFor } from '../../syntax/navigate.ts';
import type { ValueNode } from '../../syntax/node.ts';
import type { Template } from '../../template/template.ts';
import { defineRule } from '../rule.ts';
import { singleBraces } from '../values/singleBraces.ts';

export const ambiguousSingleBrace = defineRule({
  id: 'ambiguous-single-brace',
  severity: 'information',
  summary: { en: 'The name of a parameter is in single braces.', zh: '参数名称只用了一层花括号。' },
  why: {
    en: 'A reference has two braces on each side. With one the text is passed on as it is.',
    zh: '引用两侧各有两个花括号。只有一个时，文本会原样传递。',
  },
  invalid: [
    {
      text: `
Parameters:
  regionId: { Type: String }
Tasks:
  - Name: ask
    Action: ACS::ExecuteAPI
    Properties: { Parameters: { RegionId: '<|{regionId}|>', Zone: '<|\${ regionId }|>', Path: 'a/<|{regionId}}|>/b' } }
    Outputs: { id: { ValueSelector: '.ids[] | select(. == "<|{regionId}|>")' } }
Outputs:
  id: { Value: '<|{ ask.id }|> in <|{ACS::RegionId}|>' }
`,
      fixed: `
Parameters:
  regionId: { Type: String }
Tasks:
  - Name: ask
    Action: ACS::ExecuteAPI
    Properties: { Parameters: { RegionId: '{{regionId}}', Zone: '{{ regionId }}', Path: 'a/{{regionId}}/b' } }
    Outputs: { id: { ValueSelector: '.ids[] | select(. == "{{regionId}}")' } }
Outputs:
  id: { Value: '{{ ask.id }} in {{ACS::RegionId}}' }
`,
    },
    {
      text: 'Parameters:\n  file: {}\nTasks:\n  - Name: run\n    Action: ACS::ECS::RunCommand\n    Properties:\n      commandContent: "rm <|{ file }|>"\n',
      fixed:
        'Parameters:\n  file: {}\nTasks:\n  - Name: run\n    Action: ACS::ECS::RunCommand\n    Properties:\n      commandContent: "rm {{ file }}"\n',
    },
    {
      text: 'Parameters:\n  ids: { Type: List }\nTasks:\n  - Name: stop\n    Action: ACS::ECS::StopInstance\n    Loop:\n      Items: <|{ ids }|>\n',
      fixed:
        "Parameters:\n  ids: { Type: List }\nTasks:\n  - Name: stop\n    Action: ACS::ECS::StopInstance\n    Loop:\n      Items: '{{ ids }}'\n",
      notation: 'yaml',
    },
  ],
  valid: [
    `
FormatVersion: OOS-2019-06-01
Parameters:
  token: { Type: String, Default: '\${token}' }
  name: { Type: String, AllowedPattern: '^[a-z]+$', Description: 'The {name}', AssociationPropertyMetadata: { RegionId: '\${name}' } }
Tasks:
  - Name: run
    Action: ACS::ECS::RunCommand
    Properties:
      instanceId: i-1
      commandType: RunShellScript
      commandContent: 'name={{ name }}; echo \${name} "{{ token }}"'
  - Name: ask
    Action: ACS::ExecuteAPI
    Properties:
      Service: ECS
      API: DescribeInstances
      Parameters: { Filter: { 'Fn::Sub': ['\${name}', { name: '{{ name }}' }] }, Tag: 'x\${name}', InstanceName: '{other}' }
    Outputs:
      names: { Type: Json, ValueSelector: '{name}' }
`,
    `
FormatVersion: OOS-2019-06-01
Parameters:
  name: { Type: String }
Tasks:
  - Name: child
    Action: ACS::Template
    Properties:
      TemplateContent:
        FormatVersion: OOS-2019-06-01
        Tasks:
          - { Name: stop, Action: ACS::Pause, When: { 'Fn::Equals': ['{name}', ''] } }
Outputs:
  name: { Type: String, Value: '{{ name }}' }
`,
  ],

  check({ document, template, report }) {
    const { text } = document;
    const inner = new Set(innerParts(template));
    const found = (value: ValueNode | undefined) => singleBraces(text, template, value, (node) => inner.has(node));
    // In a default the form with $ is for whoever starts the template: scaling groups put their own values there.
    const inDefaults = template.parameters.all
      .flatMap(({ attributes }) => found(valueFor(attributes, 'Default')))
      .filter(({ range }) => text[range.start] !== '$');
    for (const { range, reference, mapping } of [...inDefaults, ...evaluated(template).flatMap(found)]) {
      const newText = mapping ? `'${reference}'` : reference;
      report(
        range,
        {
          en: `In single braces this is plain text. To read the value write ${reference}.`,
          zh: `单层花括号只是普通文本。要读取它的值，请写作 ${reference}。`,
        },
        [{ title: { en: `Write ${reference}`, zh: `写作 ${reference}` }, edits: [{ range, newText }], guess: true }],
      );
    }
  },
});

/** Where else the service puts values in the place of `{{ }}`. */
function evaluated({ root, allTasks, outputs }: Template): (ValueNode | undefined)[] {
  const inTasks = allTasks.flatMap(({ node }) =>
    ['Properties', 'Loop', 'When', 'Outputs'].map((key) => valueFor(node, key)),
  );
  const inOutputs = outputs.all.map(({ attributes }) => valueFor(attributes, 'Value'));
  return [...inTasks, ...inOutputs, pairOf(root, 'RamRole')?.value];
}

/** Inner tasks are looked at by themselves, and so are inline templates. */
function innerParts({ allTasks }: Template): (ValueNode | undefined)[] {
  return allTasks.flatMap(({ inner, child }) => [inner?.node, child?.root]);
}
