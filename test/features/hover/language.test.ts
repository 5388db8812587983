import { describe, expect, test } from 'vitest';
import { hoverOf, hovers } from './hovers.ts';

describe('a key of the template language', () => {
  test('with the words of the schema, its type, values and keys', () => {
    const [version, parameters, groups, delay, loop, mode, items] = hovers(`
Format<|>Version: OOS-2019-06-01
Param<|>eters: {}
Metadata: {ALIYUN::OOS::Interface: {Parameter<|>Groups: []}}
Tasks:
  - Name: a
    Action: ACS::WaitFor
    De<|>lay: 1
    Lo<|>op: {RateControl: {Mo<|>de: Batch}, It<|>ems: []}
`);
    expect(version).toBe(
      '**`FormatVersion`** (required)\n\nThe version of the template language.\n\n' +
        '- Type: String\n- Allowed values: `OOS-2019-06-01`, `OOS-2019-06-01-State`',
    );
    expect(parameters).toContain('What is asked for');
    expect(groups).toContain('- Keys: `Label`, `SubTitle`, `Parameters`');
    expect(delay).toContain('- Type: Number');
    expect(loop).toContain('- Keys: `Items`, `RateControl`');
    expect(mode).toContain('- Type: String\n- Allowed values: `Concurrency`, `Batch`');
    expect(items).toContain('- Type: List');
  });

  test('a role, with whose rights count without it', () => {
    expect(hoverOf('Ram<|>Role: a')).toContain(
      'Without it they run with the permissions of whoever starts the execution.',
    );
    expect(hoverOf('Ram<|>Role: a', { language: 'zh-cn' })).toContain('启动执行者的权限');
  });

  test('in Chinese', () => {
    expect(hoverOf('Tasks: [{Retr<|>ies: 1}]', { language: 'zh-cn' })).toMatch(
      /^\*\*`Retries`\*\*\n\n.*重试次数.*\n\n- 类型：Number$/,
    );
  });

  test('a value among those that are listed says what its key says', () => {
    const [key, value] = hovers('Tasks: [{Action: ACS::WaitFor, Delay<|>Type: Con<|>stant}]');
    expect(value).toBe(key);
    expect(hoverOf('Tasks: [{DelayType: No<|>ne}]')).toBe('');
  });

  test('the keys of RateControl in the default of a parameter that asks for it', () => {
    const [control, other] = hovers(`
Parameters:
  a: {AssociationProperty: RateControl, Default: {Max<|>Errors: 0}}
  b: {AssociationProperty: Tags, Default: {Max<|>Errors: 0}}
`);
    expect(control).toContain('How many items may fail');
    expect(other).toBeUndefined();
  });
});

describe('a function', () => {
  test('with its signature, what it does, and an example', () => {
    const [not, jq, mode, list] = hovers(`
Conditions: {c: {Fn::N<|>ot: {Fn::Equals: [a, b]}}}
Tasks:
  - Name: a
    Action: ACS::ECS::RunCommand
    Properties: {x: {Fn::J<|>q: [A<|>ll, '.a', '{{ b.c }}']}, y: {Fn::Merge<|>List: []}}
`);
    expect(jq).toMatch(/^```yaml\nFn::Jq: \[mode: String, filter: String, input\] -> Any\n```\n\nRuns a jq filter/);
    expect(jq).toContain('\n\n`mode`: `First`, `All`\n\n```yaml\n');
    expect(jq).toMatch(/```yaml\nFn::Jq: .*\n```$/);
    expect(mode).toBe(jq);
    expect(list).toContain('Fn::MergeList: [list: List, ...] -> List');
    expect(list).toContain('published templates use it');
    expect(not).toContain('Fn::Not: condition: Boolean -> Boolean');
  });

  test('that the console works out; not one of a template for another service', () => {
    const [console, foreign] = hovers(`
Parameters: {a: {AssociationPropertyMetadata: {Visible: {Condition: {Fn::Eq<|>uals: [a, b]}}}}}
Tasks:
  - Name: x
    Action: ACS::ExecuteAPI
    Properties: {Parameters: {TemplateBody: {ROSTemplateFormatVersion: '2015-09-01', Outputs: {o: {Fn::Jo<|>in: []}}}}}
`);
    expect(console).toContain('Fn::Equals: [left, right] -> Boolean');
    expect(foreign).toBeUndefined();
  });
});

describe('a value', () => {
  test('that stands for a type, also where outputs say it otherwise', () => {
    const [list, array, object] = hovers(`
Parameters: {a: {Type: Li<|>st}}
Tasks: [{Name: a, Outputs: {o: {Type: Arr<|>ay}}}]
Outputs: {o: {Type: Obj<|>ect}}
`);
    expect(list).toContain('**`List`**\n\nA list.');
    expect(array).toContain('The same as `List`.');
    expect(object).toContain('The same as `Json`.');
  });

  test('that the console knows: the input of a parameter and its settings', () => {
    const [input, setting, visible, condition] = hovers(`
Parameters:
  a:
    AssociationProperty: ALIYUN::ECS::Instance::<|>InstanceId
    AssociationPropertyMetadata: {Region<|>Id: x, Vis<|>ible: {Condi<|>tion: {Fn::Not: x}}}
`);
    expect(input).toMatch(
      /\(input in the console\)\n\nAn ECS instance\.\n\n- For parameters of type: String \/ List\n- Settings: `RegionId`/,
    );
    expect(setting).toContain('The region to choose from.');
    expect(visible).toContain('When the parameter is shown.');
    expect(condition).toContain('`$' + '{name}`');
  });

  test('that ends or goes on', () => {
    const [end, next] = hovers('Tasks: [{Name: a, OnError: acs::<|>end, OnSuccess: ACS::<|>NEXT}]', {
      language: 'zh-cn',
    });
    expect(end).toContain('执行到此结束');
    expect(next).toContain('下一个任务');
  });

  test('that is a region or a kind of resource wherever it stands', () => {
    const [region, kind] = hovers(`
Parameters: {a: {AllowedValues: [eu-central-<|>1]}}
Tasks: [{Name: a, Action: ACS::SelectTargets, Properties: {ResourceType: 'ALIYUN::ECS::<|>Instance'}}]
`);
    expect(region).toContain('Region: Frankfurt.');
    expect(kind).toContain('ECS instances.');
  });
});
