import { defineTextRule } from '../rule.ts';
import { reindent } from '../style/reindent.ts';

export const invalidIndentation = defineTextRule({
  id: 'invalid-indentation',
  severity: 'hint',
  strict: true,
  notation: 'yaml',
  summary: {
    en: 'A template is not indented by two blanks per level.',
    zh: '模板没有按每级两个空格缩进。',
  },
  why: {
    en: 'The coding standard of OOS asks for two blanks per level; lists may stand in the column of their key. One width in all files keeps changes small and mistakes visible. The quick fix indents the whole file anew and leaves the data as they are.',
    zh: 'OOS 编写规范要求每级缩进两个空格，列表可与其键对齐。统一缩进可减少无关改动，也更容易发现错误。快速修复会重新缩进整个文件，数据保持不变。',
  },
  invalid: [
    {
      text: `
Tasks:
-<|   |>Name: run
    Action: ACS::ECS::RunCommand
    Properties:
        # what it does
        commandContent: |
              echo one
                echo two
        instanceId: [
            i-1,
        ]
`,
      fixed: `
Tasks:
- Name: run
  Action: ACS::ECS::RunCommand
  Properties:
    # what it does
    commandContent: |
      echo one
        echo two
    instanceId: [
        i-1,
    ]
`,
    },
    {
      text: `
Description:
  en: Stops an instance and
    says so
Parameters:
<|    |>id:
        Type: String
Tasks:
  - Name: stop
    Action: ACS::Pause
`,
      fixed: `
Description:
  en: Stops an instance and
    says so
Parameters:
  id:
    Type: String
Tasks:
  - Name: stop
    Action: ACS::Pause
`,
    },
  ],
  valid: [
    `
FormatVersion: OOS-2019-06-01
Tasks:
- Name: run
  Action: ACS::ECS::RunCommand
  Properties:
    instanceId: i-1
    commandType: RunShellScript
    commandContent: |
      echo one
        echo two
`,
    {
      notation: 'yaml',
      text: `
FormatVersion: OOS-2019-06-01
Tasks:
  - Name: ask
    Action: ACS::ExecuteAPI
    Properties: {
         Service: ECS,
      API: DescribeRegions }
    Outputs:
      ids:
        Type: List
        ValueSelector:
          'Regions.Region[].RegionId'
Outputs:
  ids: { Type: List, Value: '{{ ask.ids }}' }
`,
    },
  ],

  checkText({ document, report }) {
    const found = reindent(document.tree);
    if (!found) return;
    const { at, behindDash, wanted } = found;
    report(
      at,
      behindDash
        ? { en: 'By the coding standard, one blank follows a dash.', zh: '按照编写规范，短横线后只有一个空格。' }
        : {
            en: `By the coding standard, each level is indented by two: ${wanted} here, not ${found.found}.`,
            zh: `按照编写规范，每级缩进两个空格：此处应为 ${wanted} 个，而不是 ${found.found} 个。`,
          },
      [
        {
          title: { en: 'Indent the whole file by two per level', zh: '按每级两个空格重新缩进整个文件' },
          edits: found.edits,
        },
      ],
    );
  },
});
