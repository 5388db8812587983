import { keyName, stringOf, valueFor } from '../../syntax/navigate.ts';
import type { ScalarNode, TextEdit, TextRange } from '../../syntax/node.ts';
import { scalarText } from '../../syntax/scalarText.ts';
import { closest } from '../../template/closest.ts';
import type { Parameter, Template, Use } from '../../template/template.ts';
import { grouped } from '../grouped.ts';
import { defineRule, type RuleContext } from '../rule.ts';
import { shellScripts } from '../values/commandTexts.ts';
import { shellPlaces } from '../values/shellQuotes.ts';

export const riskyCommandInjection = defineRule({
  id: 'risky-command-injection',
  severity: 'warning',
  summary: {
    en: 'A parameter that can be any text is used without quotes in a command.',
    zh: '命令中未加引号地使用了可任意填写的文本。',
  },
  why: {
    en: 'The value is put into the script as it is, so a space splits it and a ; or $( ) in it is run as a command. Put quotes around it, and restrict the parameter by AllowedPattern or AllowedValues.',
    zh: '参数值会原样写入脚本，其中的空格会拆分参数，; 或 $( ) 会被当作命令执行。请加上引号，并用 AllowedPattern 或 AllowedValues 限制参数。',
  },
  invalid: [
    {
      text: `
Parameters:
  fileName: { Type: String }
Tasks:
  - Name: run
    Action: ACS::ECS::RunCommand
    Properties:
      commandType: RunShellScript
      commandContent: |
        # removes {{ fileName }}
        echo "removing {{ fileName }}"
        rm <|{{ fileName }}|> && ls {{ fileName }}
`,
      fixed: `
Parameters:
  fileName: { Type: String }
Tasks:
  - Name: run
    Action: ACS::ECS::RunCommand
    Properties:
      commandType: RunShellScript
      commandContent: |
        # removes {{ fileName }}
        echo "removing {{ fileName }}"
        rm '{{ fileName }}' && ls '{{ fileName }}'
`,
      notation: 'yaml',
    },
    {
      text: `
Parameters:
  branch: { Description: Any text }
  folder: { Type: String, AssociationProperty: TextArea }
Tasks:
  - Name: create
    Action: ACS::ExecuteAPI
    Properties:
      Service: ECS
      API: RunCommand
      Parameters:
        Type: RunShellScript
        CommandContent: { 'Fn::Base64Encode': 'cd <|{{folder}}|>; git checkout <|{{ branch }}|>' }
`,
      fixed: `
Parameters:
  branch: { Description: Any text }
  folder: { Type: String, AssociationProperty: TextArea }
Tasks:
  - Name: create
    Action: ACS::ExecuteAPI
    Properties:
      Service: ECS
      API: RunCommand
      Parameters:
        Type: RunShellScript
        CommandContent: { 'Fn::Base64Encode': 'cd ''{{folder}}''; git checkout ''{{ branch }}''' }
`,
    },
    {
      text: `{ "Parameters": { "branch": { "Type": "String" } },
  "Tasks": [{ "Name": "start", "Action": "ACS::ExecuteAPI",
    "Properties": { "Parameters": { "UserData": "#!/bin/sh\\ngit checkout '{{ branch }}' <|{{branch}}|>" } } }] }
`,
      fixed: `{ "Parameters": { "branch": { "Type": "String" } },
  "Tasks": [{ "Name": "start", "Action": "ACS::ExecuteAPI",
    "Properties": { "Parameters": { "UserData": "#!/bin/sh\\ngit checkout '{{ branch }}' '{{branch}}'" } } }] }
`,
      notation: 'json',
    },
  ],
  valid: [
    `
FormatVersion: OOS-2019-06-01
Parameters:
  script: { Type: String, AssociationProperty: Code }
  name: { Type: String }
  action: { Type: String, AllowedValues: [start, stop] }
  service: { Type: String, AllowedPattern: '^[a-z]+$' }
  days: { Type: Number }
  instanceId: { Type: String, AssociationProperty: 'ALIYUN::ECS::Instance::InstanceId' }
Tasks:
  - Name: whole
    Action: ACS::ECS::RunCommand
    Properties: { instanceId: '{{ instanceId }}', commandType: RunShellScript, commandContent: '{{ name }}' }
  - Name: part
    Action: ACS::ECS::RunCommand
    Properties:
      instanceId: '{{ instanceId }}'
      commandType: RunShellScript
      commandContent: |
        {{ script }}
        systemctl {{ action }} {{ service }} {{ days }} {{ instanceId }}
        echo '{{ name }}' "and {{ name }}" # {{ name }}
        cat <<EOF
        don't {{ name }}
        EOF
`,
    `
FormatVersion: OOS-2019-06-01
Parameters:
  name: { Type: String }
Tasks:
  - Name: other
    Action: ACS::ECS::RunCommand
    Properties: { instanceId: i-1, commandType: RunPythonScript, commandContent: 'print({{ name }})' }
`,
  ],

  check(context) {
    const inProperties = context.template.uses.filter(({ place }) => place.part === 'Properties');
    const uses = grouped(inProperties, ({ scalar }) => scalar);
    for (const task of context.template.allTasks) {
      for (const script of shellScripts(task)) reportScript(context, script, uses.get(script) ?? []);
    }
  },
});

/** Reports the first place of each parameter: one finding is enough to have a look at the script. */
function reportScript({ document, template, report }: RuleContext, script: ScalarNode, uses: readonly Use[]): void {
  if (uses.some(({ expression }) => expression.whole)) return;
  const bare = grouped(bareUses(document.text, template, script, uses), ({ parameter }) => parameter);
  for (const [{ name }, places] of bare) {
    const ranges = places.map(({ range }) => range);
    const [first] = ranges;
    if (!first) continue;
    report(
      first,
      {
        en: `'${name}' can be any text, and stands here without quotes: what is in it can be run as a command.`,
        zh: `“${name}”可以是任意文本，此处没有引号：其中的内容可能被当作命令执行。`,
      },
      [{ title: { en: 'Put quotes around it', zh: '加引号' }, edits: quoted(script, ranges), guess: true }],
    );
  }
}

function bareUses(source: string, { parameters }: Template, script: ScalarNode, uses: readonly Use[]) {
  const { text, rangeOf } = scalarText(source, script);
  const offsets = [...text.matchAll(/\{\{/g)].map(({ index }) => index);
  const places = shellPlaces(text, offsets);
  const placeAt = new Map(offsets.map((offset, at) => [rangeOf(offset, offset).start, places[at]]));
  return uses.flatMap(({ expression: { body, range } }) => {
    const parameter = body.kind === 'parameter' ? parameters.get(body.name.text) : undefined;
    const isBare = placeAt.get(range.start) === 'bare';
    return parameter && isBare && isFreeText(parameter) ? [{ range, parameter }] : [];
  });
}

/** Single quotes of the shell, doubled where the text of the template stands in such quotes itself. */
function quoted({ style }: ScalarNode, ranges: readonly TextRange[]): TextEdit[] {
  const newText = style === 'single' ? "''" : "'";
  return ranges.flatMap(({ start, end }) => [
    { range: { start, end: start }, newText },
    { range: { start: end, end }, newText },
  ]);
}

/** What keeps a parameter from being any text. */
const LIMITS = ['AllowedValues', 'AllowedPattern', 'AssociationProperty', 'AssociationPropertyMetadata'];

/** Input fields that take any text. All others offer a choice of names and ids. */
const FREE_FIELDS = new Set<string | undefined>([
  undefined,
  'TextArea',
  'ALIYUN::ECS::Instance::Password',
  'ALIYUN::OOS::SecretParameter::Value',
]);

function isFreeText({ attributes }: Parameter): boolean {
  // Behind a slip in a key stands a limit that is not known.
  if (
    !attributes ||
    attributes.pairs.some((pair) => closest(keyName(pair), LIMITS) && !LIMITS.includes(keyName(pair)))
  ) {
    return false;
  }
  const type = stringOf(valueFor(attributes, 'Type')) ?? 'String';
  if (type !== 'String' || valueFor(attributes, 'AllowedValues') || valueFor(attributes, 'AllowedPattern'))
    return false;
  return FREE_FIELDS.has(stringOf(valueFor(attributes, 'AssociationProperty')));
}
