import { describe, expect, test } from 'vitest';
import { createCatalog } from '../../../server/src/catalog/actions/actions.ts';
import { readServiceAction } from '../../../server/src/catalog/actions/serviceAction.ts';
import { withServiceActions } from '../../../server/src/catalog/actions/serviceActions.ts';
import { bundledCatalog } from '../../../server/src/workspace/bundledCatalog.ts';
import { noOperations } from '../../support/openApi.ts';
import { hoverOf, hovers } from './hovers.ts';

describe('an action', () => {
  test('of one call: what it is, its properties, the risk of the call, the page in the language of the reader', () => {
    const marked = `
Tasks:
  - Name: a
    Action: acs::exe<|>cuteapi
    Properties: {Service: ECS, API: DeleteInstance}
`;
    const said = hoverOf(marked);
    expect(said).toMatch(/^\*\*`ACS::ExecuteAPI`\*\* \(Atomic\.API\)\n\nCalls one operation/);
    expect(said).toContain('| Property | Type | About |\n| --- | --- | --- |\n| `Service` | String, required | ');
    expect(said).toContain('| `Risk` | String | ');
    expect(said).toContain('| Call | Risk |\n| --- | --- |\n| `ECS DeleteInstance` | **high**. ');
    expect(said).toContain('- Source: comes with this program');
    expect(said).toMatch(
      /\[Documentation\]\(https:\/\/www\.alibabacloud\.com\/help\/en\/oos\/user-guide\/acs-executeapi\)$/,
    );
    const inChinese = hoverOf(marked, { language: 'zh-cn' });
    expect(inChinese).toContain('| 属性 | 类型 | 说明 |');
    expect(inChinese).toContain('| `ECS DeleteInstance` | **高**。');
    expect(inChinese).toMatch(/\[帮助文档\]\(https:\/\/help\.aliyun\.com\/zh\/oos\/user-guide\/acs-executeapi\)$/);
  });

  test('of a product: its outputs, the calls it makes with the risky ones first, the date of the source, the page', () => {
    const said = hoverOf('Tasks: [{Name: a, Action: acs::ecs::reboot<|>instance}]');
    expect(said).toContain('**`ACS::ECS::RebootInstance`** (Product.ECS)\n\nElastic Compute Service: reboot instance');
    expect(said).toContain('| `instanceId` | String, required |  |');
    expect(said).toMatch(
      /`ECS RebootInstance` \| \*\*high\*\*.*\n\| `ECS DescribeInstances` \| none known\. It only reads\./,
    );
    expect(said).toMatch(
      /- Source: comes with this program, as published on \d{4}-\d\d-\d\d\n\n\[Documentation\]\(https:\S+\/acs-ecs-rebootinstance\)$/,
    );
    const inChinese = hoverOf('Tasks: [{Name: a, Action: ACS::ECS::Reboot<|>Instance}]', { language: 'zh-cn' });
    expect(inChinese).toContain('云服务器：重启实例');
    expect(inChinese).toMatch(/help\.aliyun\.com\/zh\/oos\/user-guide\/acs-ecs-rebootinstance\)$/);
  });

  test('that embeds others makes their calls', () => {
    const [loop, template] = hovers(`
Tasks:
  - Name: round
    Action: ACS::Lo<|>op
    Properties:
      LoopTasks:
        - {Name: x, Action: ACS::ECS::RebootInstance}
        - {Name: y, Action: ACS::ExecuteAPI, Properties: {Service: ECS, API: DescribeDisks}}
        - {Name: z, Action: ACS::ExecuteAPI, Properties: {Service: ecs, API: describedisks, Risk: High}}
  - Name: embed
    Action: ACS::Temp<|>late
    Properties:
      TemplateContent:
        Tasks: [{Name: y, Action: ACS::ExecuteAPI, Properties: {Service: rds, API: ReleaseIt, Risk: Normal}}]
`);
    expect(loop).toContain('| `ECS RebootInstance` | **high**');
    expect(loop).toContain('| `ecs describedisks` | **high** (Risk: High) |');
    expect(loop).not.toContain('`ECS DescribeDisks`');
    expect(template).toContain('| `rds ReleaseIt` | **high**');
  });

  test('says where it may stand', () => {
    const [timer, sleep] = hovers(`
Tasks: [{Name: a, Action: ACS::Timer<|>Trigger}, {Name: b, Action: ACS::Sle<|>ep}]
`);
    expect(timer).toContain('A trigger: it must be the first task.');
    expect(sleep).toContain('The task cannot have a Loop.');
  });

  test('that is run as the template that it is', () => {
    const [name, key] = hovers(`
Tasks:
  - Name: a
    Action: ACS::Template
    Properties: {TemplateName: ACS::ECS::Start<|>Instance, Parameters: {instance<|>Id: x}}
`);
    expect(name).toContain('**`ACS::ECS::StartInstance`**');
    expect(key).toContain('(property of `ACS::ECS::StartInstance`)');
  });
});

describe('an action that the service told of', () => {
  const told = readServiceAction({
    OOSActionName: 'ACS::ECS::Polish',
    Description: 'Polishes <b>it</b>. See http://x.y | [here](http://z)',
    Properties: {
      id: {
        Type: 'String',
        Description: 'An ![image](http://x) *id*\nin two lines',
        AllowedValues: ['`a`', 'b|c'],
        Default: '',
      },
    },
  });
  const origin = { kind: 'service', region: 'cn-beijing', fetched: new Date('2026-03-01T23:59:00Z') } as const;
  const catalog = withServiceActions(bundledCatalog(), told ? [told] : [], origin);

  test('names the region and the day, and its words make no links, images or HTML', () => {
    const [action, property] = hovers('Tasks: [{Name: a, Action: ACS::ECS::Pol<|>ish, Properties: {i<|>d: x}}]', {
      catalog,
    });
    expect(action).toContain('Polishes \\<b\\>it\\</b\\>. See http:\\//x.y | \\[here\\](http:\\//z)');
    expect(action).toContain('- Source: the service in cn-beijing, asked on 2026-03-01');
    const about = 'An !\\[image\\](http:\\//x) \\*id\\* in two lines';
    expect(action).toContain(`| ${about} One of: \`\` \`a\` \`\`, \`b\\|c\`. Default: \`""\`. |`);
    expect(property).toContain(about);
    expect(property).toContain('One of: `` `a` ``, `b|c`.');
  });
});

test('an action without calls or properties that are known', () => {
  const catalog = createCatalog({
    atomicActions: () => [],
    productActions: () => ({
      date: '2020-02-02',
      actions: { 'ACS::X::Y': { properties: {}, outputs: { a: 'String', b: 'List' } } },
    }),
    usage: () => ({ actions: {}, operations: {} }),
    templateSchema: () => ({}),
    openApi: noOperations,
  });
  expect(hoverOf('Tasks: [{Name: a, Action: ACS::X::<|>Y}]', { catalog })).toBe(
    '**`ACS::X::Y`** (Product.X)\n\nX: y\n\nOutputs: `a` (String), `b` (List)\n\n' +
      '- Source: comes with this program, as published on 2020-02-02\n\n' +
      '[Documentation](https://www.alibabacloud.com/help/en/oos/user-guide/acs-x-y)',
  );
});

describe('a property', () => {
  test('with its type, what it takes, and what is inside, at any depth', () => {
    const [choices, when, risk, value, target, body] = hovers(`
Tasks:
  - Name: a
    Action: ACS::Choice
    Properties: {Choi<|>ces: [{Wh<|>en: x, NextTask: b}]}
  - Name: b
    Action: ACS::ExecuteAPI
    Properties: {Ri<|>sk: Hi<|>gh}
  - Name: c
    Action: ACS::Choice
    Properties: {Default<|>Task: ACS::END}
  - Name: d
    Action: ACS::ExecuteAPI
    Properties: {Bo<|>dy: x}
`);
    expect(choices).toContain('(property of `ACS::Choice`)');
    expect(choices).toContain('- Type: List, required\n- Keys: `When`, `NextTask`');
    expect(when).toContain('The condition: a function');
    expect(risk).toContain('One of: `Normal`, `High`.');
    expect(value).toBe(risk);
    expect(target).toContain('It must be written out: no reference, no function.');
    expect(body).toContain('- Type: String / Json');
  });

  test('of a product', () => {
    const said = hoverOf('Tasks: [{Name: a, Action: ACS::ECS::RebootInstance, Properties: {force<|>Stop: true}}]', {
      language: 'zh-cn',
    });
    expect(said).toBe('**`forceStop`**（`ACS::ECS::RebootInstance` 的属性）\n\n默认值：`false`。\n\n- 类型：Boolean');
  });
});
