import { describe, expect, test } from 'vitest';
import { hoverOf, hovers } from './hovers.ts';

describe('a parameter', () => {
  test('with its type, constraints and default, at its declaration and at its uses', () => {
    const said = hovers(`
Parameters:
  <|>size:
    Type: Number
    Label: {en: Disk size, zh-cn: 磁盘大小}
    Description: {en: In GiB., zh-cn: 单位为 GiB。}
    Default: 40
    MinValue: 20
    MaxValue: 500
    AllowedValues: [20, 40, 500]
  other: {Type: Number, Default: '{{ Si<|>ze }}', AssociationPropertyMetadata: {Engine: si<|>ze, Visible: '\${s<|>ize}'}}
Metadata: {ALIYUN::OOS::Interface: {ParameterGroups: [{Parameters: [si<|>ze]}]}}
Tasks: []
`);
    expect(new Set(said)).toEqual(
      new Set([
        `**\`size\`** (parameter)

Disk size

In GiB.

- Type: Number
- Default: \`40\`
- Allowed values: \`20\`, \`40\`, \`500\`
- Range: \`20\` – \`500\`
- Declared in line: 1`,
      ]),
    );
  });

  test('in Chinese for those who read it, in the other language where one is missing', () => {
    const marked = (texts: string) => `
Parameters:
  <|>name: {Description: ${texts}, AllowedPattern: '^a+$', MaxLength: 8, AssociationProperty: RegionId}
`;
    const said = hoverOf(marked('{en: A name., zh-cn: 名称。}'), { language: 'zh-cn' });
    expect(said).toBe(`**\`name\`**（参数）

名称。

- 类型：String
- 默认值：无，必须填写
- 匹配规则：\`^a+$\`
- 长度：≤ \`8\`
- 控制台输入方式：\`RegionId\`。地域。
- 声明所在行：1`);
    expect(hoverOf(marked('{en: A name.}'), { language: 'zh-cn' })).toContain('A name.');
    expect(hoverOf(marked('{zh-cn: 名称。}'))).toContain('名称。');
    expect(hoverOf(marked('Just one.'))).toContain('Just one.');
  });

  test.each(['true', "'true'", 'yes', "'{{ hide }}'"])(
    'that is not echoed (%s) does not show its default',
    (noEcho) => {
      const said = hovers(`
Parameters:
  <|>password: {Type: String, NoEcho: ${noEcho}, Default: hunter2}
Tasks: [{Name: a, Action: ACS::ExecuteAPI, Properties: {Parameters: {Password: '{{ pass<|>word }}'}}}]
`);
      for (const text of said) {
        expect(text).toContain('Default: hidden (NoEcho)');
        expect(text).not.toContain('hunter2');
      }
    },
  );

  test('that is echoed shows it, and texts of the template make no links and no markup', () => {
    const said = hoverOf(`
Parameters:
  <|>p: {NoEcho: false, Default: '\`a\` | ![x](http://x) <b>', Description: 'See [this](http://x.y), www.x.y, *now* <img src=x>'}
`);
    expect(said).toContain('- Default: `` `a` | ![x](http://x) <b> ``');
    expect(said).toContain('See \\[this\\](http:\\//x.y), www\\.x.y, \\*now\\* \\<img src=x\\>');
  });
});

describe('a task', () => {
  const marked = `
Conditions: {isLinux: {Fn::Equals: [a, b]}}
Tasks:
  - Name: fi<|>nd
    Action: ACS::ExecuteAPI
    Description: Looks for them.
    When: isLin<|>ux
    Properties: {Service: ECS, API: DescribeInstances}
    Outputs:
      i<|>ds: {Type: List, ValueSelector: 'Instances.Instance[].InstanceId'}
      first: {ValueSelector: '.Instances.Instance[0].Cpu', Type: Number}
  - Name: each
    Action: ACS::ECS::RebootInstance
    OnError: f<|>ind
    Properties: {instanceId: '{{ ACS::Task<|>LoopItem }}'}
    Outputs: {id: {ValueSelector: instanceId}}
    Loop:
      Items: '{{ find.id<|>s }}'
      Outputs: {all: {AggregateType: Fn::ListJoin, AggregateField: i<|>d}}
Outputs:
  result: {Type: Number, Value: '{{ find.fir<|>st }} {{ each.al<|>l }}'}
  res<|>ult2: {Description: What came out., Value: '{{ each.all }}'}
`;
  const [task, condition, ids, jump, item, list, field, first, all, result] = hovers(marked);

  test('with its action, call, condition and outputs', () => {
    expect(task).toBe(`**\`find\`** (task)

Looks for them.

- Action: \`ACS::ExecuteAPI\` – Calls one operation of the OpenAPI of a product.
- Calls: \`ECS DescribeInstances\`
- Runs when: \`isLinux\`
- Outputs: \`ids\` (List), \`first\` (Number)
- Declared in line: 1`);
    expect(jump).toBe(task);
  });

  test('a condition with what it asks', () => {
    expect(condition).toContain('- Value: `{"Fn::Equals":["a","b"]}`');
  });

  test('an output with its selector and what that reads', () => {
    expect(ids).toContain('(output of the task `find`)');
    expect(ids).toContain('- Type: List\n- Selector: `Instances.Instance[].InstanceId`');
    expect(ids).toContain('- Value: string from each element in the answer of `ECS DescribeInstances`');
    expect(list).toBe(ids);
    expect(first).toContain('- Type: Number');
    expect(first).toContain('- Value: number from the answer of `ECS DescribeInstances`');
  });

  test('an output of a loop with what it gathers', () => {
    expect(all).toContain('(output of the loop of the task `each`)');
    expect(all).toContain('- Type: List\n- Gathered by: `Fn::ListJoin` of `id`\n- Selector: `instanceId`');
    expect(field).toContain('(output of the task `each`)');
  });

  test('an output of the template with its value', () => {
    expect(result).toContain('(output of the template)\n\nWhat came out.');
    expect(result).toContain('- Value: `{{ each.all }}`');
  });

  test('the item of a loop with the list that it is of', () => {
    expect(item).toContain('The current element of the loop.');
    expect(item).toContain('- Items: `{{ find.ids }}`');
  });

  test('in Chinese', () => {
    const [task, condition, ids] = hovers(marked, { language: 'zh-cn' });
    expect(task).toContain('（任务）');
    expect(task).toContain('- 动作：`ACS::ExecuteAPI`：调用某个云产品 OpenAPI 的一个操作。');
    expect(condition).toContain('（条件）');
    expect(ids).toContain('- 取值：`ECS DescribeInstances` 返回结果中每个元素的 string');
  });
});

test('the item of an ACS::Loop has the type of its list', () => {
  const said = hoverOf(`
Tasks:
  - Name: round
    Action: ACS::Loop
    Properties:
      LoopItems: [1, 2]
      LoopTasks: [{Name: w, Action: ACS::Sleep, Properties: {Duration: '{{ acs::task<|>loopitem }}'}}]
`);
  expect(said).toContain('- Type: Number\n- Items: `[1,2]`');
});

test('what OOS provides, and what the parameter store holds', () => {
  const [region, common, secret] = hovers(`
Parameters:
  a: {Default: '{{ ACS::Reg<|>ionId }} {{ oos:path/to<|>/it }} {{ oos-secret:se<|>cret }}'}
`);
  expect(region).toBe('**`ACS::RegionId`** (pseudo-parameter)\n\nThe region of the execution.\n\n- Type: String');
  expect(common).toContain('**`path/to/it`**\n\nA common parameter');
  expect(secret).toContain('An encrypted parameter');
});
