import { expect, test } from 'vitest';
import { longestDuration } from '../../server/src/risk/duration.ts';
import { durationWords } from '../../server/src/risk/durationWords.ts';
import { reachedCalls } from '../../server/src/risk/reachedCalls.ts';
import { bundledCatalog } from '../../server/src/workspace/bundledCatalog.ts';
import { readInBoth } from '../support/readInBoth.ts';
import { call, inBoth, read, withTasks } from './templates.ts';

const catalog = bundledCatalog();

function waiting(tasks: string, head = '', child: Readonly<Record<string, string>> = {}) {
  return inBoth(withTasks(tasks, head), (template) => {
    const named = (name: string) => (child[name] === undefined ? undefined : read(withTasks(child[name])));
    const { seconds, until, open } = longestDuration(
      template,
      reachedCalls(template, { catalog, child: named }),
      catalog,
    );
    return [seconds, ...until, ...open.map(({ task, reason }) => `${task.name} ${reason}`)];
  });
}

const sleep = (name: string, duration: string, more = '') =>
  `- { Name: ${name}, Action: 'ACS::Sleep', Properties: { Duration: ${duration} }${more} }`;
const wait = (more: string) =>
  `- { Name: wait, Action: 'ACS::WaitFor', Properties: { Service: ECS, API: DescribeDisks }${more} }`;

const run = (properties: string) =>
  `- { Name: run, Action: 'ACS::ECS::RunCommand', Properties: { instanceId: i-1, commandContent: ls, ${properties} } }`;

test.each([
  ['no waiting', call('a', 'ECS', 'DeleteDisk'), [0]],
  ['sleeps in a row', `${sleep('a', 'PT1H30M')}\n${sleep('b', '10s')}`, [5410]],
  ['days and fractions', sleep('a', 'P1DT0.5H'), [88_200]],
  ['a time that a task finds out', sleep('a', "'{{ b.c }}'"), [0, 'a run-time']],
  ['constant retries', wait(', Retries: 20, DelayType: Constant, Delay: 30'), [600]],
  ['linear retries', wait(', Retries: 3, DelayType: Linear, Delay: 10, BackOff: 5'), [60]],
  ['exponential retries, the default', wait(''), [2046]],
  ['retries up to a limit', wait(', Retries: 10, MaxRetryInterval: 100'), [2 + 4 + 8 + 16 + 32 + 64 + 400]],
  ['CheckFor asks once', wait('').replace('WaitFor', 'CheckFor'), [0]],
  ['CheckFor with retries', wait(', Retries: 2').replace('WaitFor', 'CheckFor'), [6]],
  [
    'the longer branch',
    `- { Name: c, Action: 'ACS::Choice', Properties: { DefaultTask: long, Choices: [{ When: '{{ x }}', NextTask: short }] } }
     ${sleep('short', '10s', ", OnSuccess: 'ACS::END'")}
     ${sleep('long', '60s')}`,
    [60],
  ],
  ['somebody', "- { Name: a, Action: 'ACS::Approve', Properties: { NotifyType: Mail } }", [0, 'a person']],
  ['a trigger', "- { Name: t, Action: 'ACS::TimerTrigger' }", [0, 't trigger']],
  ['a product action', "- { Name: a, Action: 'ACS::ECS::StopInstance' }", [0, 'a action']],
  ['a product action with a timeout', run('timeout: 1200'), [1200]],
  ['the timeout that is usual', run('regionId: cn-hangzhou'), [600]],
  ['a timeout that a task finds out', run("timeout: '{{ b.c }}'"), [0, 'run run-time']],
  [
    'a timeout in minutes',
    "- { Name: a, Action: 'ACS::ROS::CreateStack', Properties: { timeoutInMinutes: '5' } }",
    [300],
  ],
  [
    'a point in time',
    `${sleep('a', '10s')}\n- { Name: b, Action: 'ACS::Sleep', Properties: { EndDate: '2030-01-01T00:00:00Z' } }`,
    [10, '2030-01-01T00:00:00Z'],
  ],
  ['a jump back', `${sleep('a', '5s')}\n${sleep('b', '5s', ', OnSuccess: a')}`, [10, 'b back']],
  [
    'a loop, some at once',
    "- { Name: w, Action: 'ACS::WaitFor', Properties: { Service: ECS, API: X }, Retries: 1, DelayType: Constant, Delay: 60, Loop: { Items: [1, 2, 3, 4, 5], Concurrency: 2 } }",
    [180],
  ],
  [
    'a loop of any length',
    `- { Name: l, Action: 'ACS::Loop', Properties: { LoopItems: '{{ ids }}', LoopTasks: [${sleep('s', '5s').slice(2)}] } }`,
    [5, 'l items'],
  ],
  ['a child', "- { Name: c, Action: 'ACS::Template', Properties: { TemplateName: child } }", [300]],
  ['a child elsewhere', "- { Name: c, Action: 'ACS::Template', Properties: { TemplateName: far } }", [0, 'c template']],
])('%s', (_, tasks, expected) => {
  expect(waiting(tasks, '', { child: sleep('s', '5m') })).toEqual(expected);
});

test('a parameter counts with its default', () => {
  const head = "Parameters: { time: { Type: String, Default: '2h' }, tries: { Type: Number, Default: 3 } }";
  expect(waiting(`${sleep('a', "'{{ time }}'")}\n${wait(", Retries: '{{ tries }}'")}`, head)).toEqual([7214]);
});

test('what may take longer is placed in the text of the root', () => {
  const yaml = withTasks(`
    - { Name: a, Action: <|'ACS::Approve'|>, Properties: { NotifyType: Mail } }
    - { Name: c, Action: 'ACS::Template', Properties: { TemplateName: <|child|> } }`);
  for (const { template, at, marked } of readInBoth(yaml)) {
    const child = () => read(withTasks("- { Name: p, Action: 'ACS::Pause' }"));
    const { open } = longestDuration(template, reachedCalls(template, { catalog, child }), catalog);
    expect(open.map(({ range }) => at(range))).toEqual(marked);
  }
});

test('templates that embed each other come to an end', () => {
  const embedding = "- { Name: c, Action: 'ACS::Template', Properties: { TemplateName: again } }";
  const again = read(withTasks(`${sleep('s', '1s')}\n${embedding}`));
  const reach = reachedCalls(again, { catalog, child: () => again });
  expect(longestDuration(again, reach, catalog).open.map(({ reason }) => reason)).toContain('template');
});

test('in words', () => {
  expect(durationWords({ seconds: 5430, until: [], open: [] })).toEqual({
    en: 'It waits 1 h 30 min at most, the calls themselves not counted.',
    zh: '最长等待 1 小时 30 分钟，不含调用本身的耗时。',
  });
  const template = read(withTasks("- { Name: a, Action: 'ACS::Approve' }\n- { Name: b, Action: 'ACS::Pause' }"));
  const duration = longestDuration(template, reachedCalls(template, { catalog }), catalog);
  expect(durationWords(duration)).toEqual({
    en: 'How long it waits is not known: somebody has to agree.',
    zh: '等待时间未知：需要人工确认。',
  });
  expect(durationWords({ ...duration, seconds: 90 }).en).toBe(
    'It can wait 1 min 30 s, and longer: somebody has to agree.',
  );
  expect(durationWords({ seconds: 0, until: [], open: [] }).en).toBe('It waits nowhere: only its calls take time.');
  const until = ['2030-01-01T00:00:00Z'];
  expect(durationWords({ seconds: 0, until, open: [] })).toEqual({
    en: 'It waits until 2030-01-01T00:00:00Z, unless that is past.',
    zh: '会等待到 2030-01-01T00:00:00Z（若尚未到达）。',
  });
  expect(durationWords({ seconds: 5, until, open: [] }).en).toMatch(
    /^It waits 5 s at most.* Besides, it waits until 2030/,
  );
});
