import { describe, expect, test } from 'vitest';
import { classifyCall } from '../../server/src/risk/classifyCall.ts';
import { Radii } from '../../server/src/risk/radius.ts';
import {
  afterFailureWords,
  failureWords,
  guardWords,
  loopWords,
  targetsWords,
  undoWords,
} from '../../server/src/risk/radiusWords.ts';
import { reachedCalls } from '../../server/src/risk/reachedCalls.ts';
import { riskyTasks } from '../../server/src/risk/riskyTasks.ts';
import { parseJson } from '../../server/src/syntax/json.ts';
import { bundledCatalog } from '../../server/src/workspace/bundledCatalog.ts';
import { cpuTime } from '../support/cpuTime.ts';
import { call, inBoth, read, withTasks } from './templates.ts';

const catalog = bundledCatalog();

/** What is said about the last risky task. */
function said(tasks: string, { head = '', child = {} as Readonly<Record<string, string>>, values = '' } = {}) {
  return inBoth(withTasks(tasks, head), (template) => {
    const options = { catalog, child: (name: string) => (child[name] ? read(withTasks(child[name])) : undefined) };
    const reach = reachedCalls(template, options);
    const risky = riskyTasks(template, { ...options, reach }).at(-1);
    if (!risky) throw new Error('nothing is risky');
    const radius = new Radii(reach, parseJson(values).root).of(risky);
    return {
      targets: targetsWords(radius),
      loops: radius.loops.map(loopWords),
      guards: guardWords(radius),
      failure: failureWords(radius),
      afterFailure: afterFailureWords(radius)?.en,
    };
  });
}

const deletion = (more: string, loop = ''): string =>
  `- { Name: del, Action: 'ACS::ExecuteAPI', Properties: { Service: ECS, API: DeleteInstances, Parameters: { RegionId: x, ${more} } }${loop} }`;
const list = (type = 'List', more = '') => `Parameters: { ids: { Type: ${type}${more} } }`;
const find =
  "- { Name: find, Action: 'ACS::ExecuteAPI', Properties: { Service: ECS, API: DescribeInstances }, Outputs: { ids: { Type: List, ValueSelector: '.x' } } }";

describe('the number of targets', () => {
  test.each([
    ['one', deletion('InstanceId: i-1'), '', 'It hits 1 target.'],
    ['a written list', deletion('InstanceIds: [i-1, i-2, i-3]'), '', 'It hits 3 targets.'],
    ['a list as JSON', deletion(`InstanceIds: '["i-1", "i-2"]'`), '', 'It hits 2 targets.'],
    ['a list, looped', deletion('InstanceIds: [i-1, i-2]', ', Loop: { Items: [1, 2, 3] }'), '', 'It hits 6 targets.'],
    [
      'a parameter',
      deletion("InstanceIds: '{{ ids }}'"),
      list('List', ', Default: [i-1, i-2]'),
      "How many targets it hits: as many as the parameter 'ids' names, 2 by default.",
    ],
    [
      'a product action',
      "- { Name: stop, Action: 'ACS::ECS::StopInstance', Properties: { instanceId: [i-1, i-2] } }",
      '',
      'It hits 2 targets.',
    ],
    ['numbered parameters', deletion('InstanceId1: i-1, InstanceId2: i-2'), '', 'It hits 2 targets.'],
    [
      'numbered parameters, one of them open',
      deletion("InstanceId.1: i-1, InstanceId.2: '{{ ids }}'"),
      list(),
      'How many targets it hits: not known until the run.',
    ],
    [
      'a trigger before it',
      `- { Name: t, Action: 'ACS::TimerTrigger', Properties: { Type: cron } }\n${deletion('InstanceId: i-1')}`,
      '',
      'It hits 1 target each time it is triggered.',
    ],
    ['a parameter for one', deletion("InstanceId: '{{ ids }}'"), list('String'), 'It hits 1 target.'],
    [
      'a loop over what a task finds',
      `${find}\n${deletion("InstanceId: '{{ ACS::TaskLoopItem }}'", ", Loop: { Items: '{{ find.ids }}' }")}`,
      '',
      "How many targets it hits: as many as the task 'find' finds, not known until the run.",
    ],
    [
      'two lists that are multiplied',
      deletion("InstanceIds: '{{ ids }}'", ", Loop: { Items: '{{ ids }}' }"),
      list(),
      'How many targets it hits is not known until the run: several lists are multiplied.',
    ],
    [
      'a function',
      deletion("InstanceId: '{{ ACS::TaskLoopItem }}'", ", Loop: { Items: { 'Fn::Jq': [All, '.', '{{ ids }}'] } }"),
      list(),
      'How many targets it hits: not known until the run.',
    ],
  ])('%s', (_, tasks, head, expected) => {
    expect(said(tasks, { head }).targets.en).toBe(expected);
  });

  test('the loops around count too, and what a child is given', () => {
    const inner = deletion("InstanceIds: '{{ ids }}'").slice(2);
    const looped = `- { Name: each, Action: 'ACS::Loop', Properties: { LoopItems: [a, b], LoopTasks: [${deletion('InstanceIds: [i-1, i-2]').slice(2)}] } }`;
    expect(said(looped).targets.zh).toBe('影响 4 个目标。');
    const given = `- { Name: c, Action: 'ACS::Template', Properties: { Parameters: { ids: [i-1, i-2, i-3] }, TemplateContent: { ${list()}, Tasks: [${inner}] } } }`;
    expect(said(given).targets.en).toBe('It hits 3 targets.');
  });
});

describe('what an execution is started with', () => {
  const tasks = deletion("InstanceIds: '{{ ids }}'", ", Loop: { Items: [1, 2], Concurrency: '{{ rate }}' }");
  const head = 'Parameters: { ids: { Type: List, Default: [a] }, rate: { Type: Number, Default: 3 } }';
  test.each([
    ['{}', 'It hits 2 targets.', 'Up to 3 at once;'],
    ['{ "ids": ["a", "b"], "rate": 9 }', 'It hits 4 targets.', 'Up to 9 at once;'],
    ['{ "ids": "{{ ids }}" }', '2 for each element: not known until the run', 'Up to 3 at once;'],
  ])('%s takes the place of defaults', (values, targets, pace) => {
    const { targets: all, loops } = said(tasks, { head, values });
    expect(all.en).toContain(targets);
    expect(loops[0]?.en).toContain(pace);
  });

  test('of a secret parameter is not known', () => {
    const secret = head.replace('Type: List', 'Type: List, NoEcho: true');
    expect(said(tasks, { head: secret, values: '{}' }).targets.en).toContain("as many as the parameter 'ids' names.");
  });
});

describe('the pace of a loop', () => {
  const looped = (rest: string) => deletion('InstanceId: i-1', `, Loop: { Items: [1, 2], ${rest} }`);
  const control =
    'Parameters: { rate: { Type: Json, Default: { Mode: Concurrency, MaxErrors: 100%, Concurrency: 10 } } }';
  test.each([
    ['nothing said', looped(''), '', 'One after another; it gives up at the first failure.'],
    [
      'RateControl',
      looped('RateControl: { Mode: Concurrency, Concurrency: 5, MaxErrors: 2 }'),
      '',
      'Up to 5 at once; it goes on until more than 2 have failed.',
    ],
    [
      'the older place',
      looped('Concurrency: 20%, MaxErrors: 100%'),
      '',
      'Up to 20% at once; it goes on whatever fails.',
    ],
    [
      'a parameter',
      looped("RateControl: '{{ rate }}'"),
      control,
      "Up to 10 at once (default of the parameter 'rate'); it goes on whatever fails (default of the parameter 'rate').",
    ],
    [
      'batches',
      looped('RateControl: { Mode: Batch, Batch: [1, 50%], BatchPauseOption: EveryBatchPause, MaxErrors: 0 }'),
      '',
      'In batches of 1, 50%, waiting for somebody after each one; it gives up at the first failure.',
    ],
    [
      'batches with a pace of their own',
      looped('RateControl: { Mode: Batch, Batch: [1, 10], ConcurrencyInBatches: [1, 5] }'),
      '',
      'In batches of 1, 10, up to 1, 5 at once; it gives up at the first failure.',
    ],
    [
      'batches of a size that is no list',
      looped("RateControl: { Mode: Batch, Batch: '{{ sizes }}', MaxErrors: 100% }"),
      '',
      'In batches; it goes on whatever fails.',
    ],
    [
      'nobody knows',
      looped("RateControl: { Mode: Concurrency, Concurrency: { 'Fn::Eval': ['1 + 1'] } }"),
      '',
      'How many at once is not known until the run; it gives up at the first failure.',
    ],
  ])('%s', (_, tasks, head, expected) => {
    expect(said(tasks, { head }).loops.map(({ en }) => en)).toEqual([expected]);
  });
});

test('a share of all items is none of them in Chinese', () => {
  const looped = deletion('InstanceId: i-1', ', Loop: { Items: [1, 2], Concurrency: 20%, MaxErrors: 50% }');
  expect(said(looped).loops.map(({ zh }) => zh)).toEqual(['最多同时执行总数的 20%；失败超过总数的 50% 才停止。']);
});

describe('what guards a task', () => {
  const approve = "- { Name: ask, Action: 'ACS::Approve', Properties: { NotifyType: WebHook } }";
  const check = (more = '') =>
    `- { Name: check, Action: 'ACS::CheckFor', Properties: { Service: ECS, API: DescribeInstances }${more} }`;
  const target = call('del', 'ECS', 'DeleteDisk');
  const service = 'OOS asks before it if the execution is started with SafetyCheck ConfirmEveryHighRiskAction.';
  const nothing = `Nothing guards it. ${service}`;
  const asked = "Somebody has to agree before it: 'ask'.";

  test.each([
    ['nothing', target, nothing],
    ['an approval', `${approve}\n${target}`, asked],
    ['an approval behind it', `${target}\n${approve}`, nothing],
    ['an approval that may be skipped', `${approve.replace(' }', " }, When: '{{ x }}'")}\n${target}`, nothing],
    [
      'an approval that a branch leaves out',
      `- { Name: choose, Action: 'ACS::Choice', Properties: { DefaultTask: ask, Choices: [{ When: '{{ x }}', NextTask: del }] } }\n${approve}\n${target}`,
      nothing,
    ],
    ['a check, on whose failure it goes on all the same', `${check(", OnError: 'ACS::NEXT'")}\n${target}`, nothing],
    ['a check', `${check()}\n${target}`, `A check comes before it, but nobody is asked: 'check'. ${service}`],
    [
      'an approval before the child that it stands in',
      `${approve}\n- { Name: c, Action: 'ACS::Template', Properties: { TemplateName: child } }`,
      asked,
    ],
  ])('%s', (_, tasks, expected) => {
    expect(said(tasks, { child: { child: target } }).guards.en).toBe(expected);
  });

  test('a mark silences OOS, and our own rules do not make it ask', () => {
    expect(said(call('del', 'ECS', 'DeleteDisk', ', Risk: Normal')).guards.zh).toBe(
      '执行前没有任何确认或检查。由于标记了 Risk: Normal，OOS 不会请求确认。',
    );
    expect(said(call('boot', 'ECS', 'RebootInstance')).guards.en).toContain('not documented whether OOS asks');
  });
});

test.each([
  ['{}', /decided at the run, by the Risk of the task/],
  ['{ "risk": "Normal" }', /Risk: Normal keeps OOS from asking/],
  ['{ "risk": "High" }', /OOS asks before it if/],
])('a mark that is a reference is known with the values %s', (values, expected) => {
  const head = 'Parameters: { risk: { Type: String } }';
  const tasks = call('del', 'ECS', 'DeleteDisk', ", Risk: '{{ risk }}'");
  expect(said(tasks, { head, values }).guards.en).toMatch(expected);
  expect(said(tasks, { head }).guards.en).toMatch(/decided at the run/);
});

describe('failures', () => {
  const target = (more = '') => `${call('del', 'ECS', 'DeleteDisk').slice(0, -2)}${more} }`;
  const tell = "- { Name: tell, Action: 'ACS::Notify', Properties: { NotifyType: Mail } }";

  test.each([
    ['nothing said', `${target()}\n${tell}`, 'If it fails, the execution fails.'],
    ['the end', `${target(", OnError: 'ACS::END'")}\n${tell}`, 'If it fails, the rest is left out.'],
    ['a task', `${target(', OnError: tell')}\n${tell}`, "If it fails, these tasks still run: 'tell'."],
    [
      'the task around decides',
      `- { Name: c, Action: 'ACS::Template', Properties: { TemplateName: child }, OnError: tell }\n${tell}`,
      "If it fails, these tasks still run: 'tell'.",
    ],
  ])('%s', (_, tasks, expected) => {
    expect(said(tasks, { child: { child: target() } }).failure.en).toBe(expected);
  });

  test('it is said where a task runs since another one has failed', () => {
    const clean = `${find.slice(0, -2)}, OnError: del }\n${tell.slice(0, -2)}, OnSuccess: 'ACS::END' }\n${target()}`;
    expect(said(clean).afterFailure).toBe("It also runs after a failure of 'find'.");
    expect(said(target()).afterFailure).toBeUndefined();
  });
});

test('whether it can be undone', () => {
  const words = (api: string) => undoWords(classifyCall({ service: 'ECS', api })).en;
  expect(['DeleteDisk', 'StopInstance', 'RemoveInstances', 'RebootInstance'].map(words)).toEqual([
    'It cannot be undone.',
    'It can be undone.',
    'Whether it can be undone depends on what it is called for.',
    'Nothing is lost, but the interruption cannot be undone.',
  ]);
});

test('a long list of guards and risks is worked out in no time', () => {
  const tasks = Array.from({ length: 280 }, (_, index) =>
    index % 2 === 0
      ? `- { Name: a${index}, Action: 'ACS::Approve', Properties: { NotifyType: Mail }, OnError: a${index + 2} }`
      : call(`d${index}`, 'ECS', 'DeleteDisk'),
  );
  const template = read(withTasks(tasks.join('\n')));
  const reach = reachedCalls(template, { catalog });
  const radii = new Radii(reach);
  const all = () => riskyTasks(template, { catalog, reach }).map((risky) => radii.of(risky));
  expect(cpuTime(all)).toBeLessThan(1000);
});
