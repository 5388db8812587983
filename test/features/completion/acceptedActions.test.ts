import { describe, expect, test } from 'vitest';
import { accepted } from './check.ts';

const snippets = true;
const json = { notation: 'json', snippets } as const;
const reboot = 'ACS::ECS::RebootInstance';
/** A reference to choose or to replace, as snippets have it. */
const instanceId = `'\${1:{{ InstanceId \\}\\}}'`;

describe('an action brings its required properties', () => {
  test.each([
    [
      'in block style',
      'Tasks:\n  - Action: Reb<|>\n    OnError: b\n',
      `Tasks:
  - Action: ACS::ECS::RebootInstance
    Properties:
      instanceId: $0
    OnError: b
`,
    ],
    [
      'in the indentation of the text',
      'Parameters:\n    a: {}\nTasks:\n- Action: Choice<|>\n',
      `Parameters:
    a: {}
Tasks:
- Action: ACS::Choice
  Properties:
      DefaultTask: \${1|ACS::END,ACS::NEXT|}
      Choices:
      - When:
            Fn::Equals:
            - $2
            - $3
        NextTask: \${4|ACS::END,ACS::NEXT|}
`,
    ],
    [
      'in quotes',
      "Tasks:\n  - Action: 'Reb<|>'\n",
      "Tasks:\n  - Action: 'ACS::ECS::RebootInstance'\n    Properties:\n      instanceId: $0\n",
    ],
    [
      'in quotes that stay open',
      'Tasks:\n  - Action: "Reb<|>\n',
      'Tasks:\n  - Action: "ACS::ECS::RebootInstance"\n    Properties:\n      instanceId: $0\n',
    ],
    [
      'behind a colon without a blank',
      'Tasks:\n  - Action:<|>',
      'Tasks:\n  - Action: ACS::ECS::RebootInstance\n    Properties:\n      instanceId: $0',
    ],
    [
      'between braces',
      'Tasks: [{Action: Reb<|>, Name: a}]',
      "Tasks: [{Action: ACS::ECS::RebootInstance, Properties: {instanceId: '$1'\\}, Name: a}]",
    ],
    [
      'with Windows line breaks',
      'Tasks:\r\n  - Action: Reb<|>\r\n',
      'Tasks:\r\n  - Action: ACS::ECS::RebootInstance\r\n    Properties:\r\n      instanceId: $0\r\n',
    ],
    [
      'with references to parameters',
      'Parameters: {InstanceId: {}}\nTasks:\n  - Action: Reb<|>',
      'Parameters: {InstanceId: {}}\nTasks:\n  - Action: ACS::ECS::RebootInstance\n    Properties:\n      instanceId: ' +
        instanceId,
    ],
    [
      'unless it has some',
      'Tasks:\n  - Action: Reb<|>\n    Properties: {}',
      'Tasks:\n  - Action: ACS::ECS::RebootInstance\n    Properties: {}',
    ],
    [
      'unless more stands on the line',
      'Tasks:\n  - Action: Reb<|> # why',
      'Tasks:\n  - Action: ACS::ECS::RebootInstance # why',
    ],
  ])('%s', (_, marked, text) => {
    const label = marked.includes('Choice') ? 'ACS::Choice' : reboot;
    expect(accepted(marked, label, { snippets })).toBe(text);
  });

  test.each([
    [
      'in JSON on one line',
      '{"Tasks": [{"Action": "Reb<|>"}]}',
      '{"Tasks": [{"Action": "ACS::ECS::RebootInstance", "Properties": { "instanceId": "$1" \\}}]}',
    ],
    [
      'in JSON without quotes',
      '{"Tasks": [{"Action": Reb<|>}]}',
      '{"Tasks": [{"Action": "ACS::ECS::RebootInstance", "Properties": { "instanceId": "$1" \\}}]}',
    ],
    [
      'in JSON on lines, before others',
      '{\n  "Tasks": [\n    {\n      "Action": "Reb<|>",\n      "Name": "a"\n    }\n  ]\n}',
      `{
  "Tasks": [
    {
      "Action": "ACS::ECS::RebootInstance",
      "Properties": {
        "instanceId": "$1"
      \\},
      "Name": "a"
    }
  ]
}`,
    ],
    [
      'in JSON in a text that stays open',
      '{\n  "Tasks": [\n    {\n      "Action": "Reb<|>\n    }\n  ]\n}',
      `{
  "Tasks": [
    {
      "Action": "ACS::ECS::RebootInstance",
      "Properties": {
        "instanceId": "$1"
      \\}
    }
  ]
}`,
    ],
  ])('%s', (_, marked, text) => {
    expect(accepted(marked, reboot, json)).toBe(text);
  });
});
