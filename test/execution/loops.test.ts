import { describe, expect, test } from 'vitest';
import type { Run } from '../../server/src/execution/run.ts';
import { endOf, Failing, type Plan, runToEnd, traceOf } from '../support/runToEnd.ts';

const looped = (loop: string, more = '') => `
Parameters: { ids: { Type: List, Default: [a, b, c, d, e] } }
Tasks:
  - Name: each
    Action: ACS::ExecuteAPI
    Properties: { Service: ECS, API: Get, Parameters: { Id: '{{ ACS::TaskLoopItem }}' } }
    Outputs: { name: { ValueSelector: Name }, size: { Type: Number, ValueSelector: Size } }
    Loop: { Items: '{{ ids }}', ${loop} }
    ${more}
Outputs:
  names: { Type: List, Value: '{{ each.names }}' }
`;
const NAMES = "Outputs: { names: { AggregateType: 'Fn::ListJoin', AggregateField: name } }";

const items = ({ tasks }: Run) =>
  tasks
    .filter(({ parentId }) => parentId !== undefined)
    .map(({ loopItem, loopBatchNumber, status }) => `${loopItem}${loopBatchNumber} ${status}`)
    .join(', ');

/** Which calls were open together: each group ends with the first answer. */
function groups(trace: readonly string[]): string[] {
  const found: string[] = [];
  let open = '';
  for (const line of trace) {
    const item = /^- ECS Get \{"Id":"(\w)"\}/.exec(line)?.[1];
    if (item) open += item;
    else if (open !== '' && line.startsWith('The task each completed')) {
      found.push(open);
      open = '';
    }
  }
  return found;
}

describe('a loop over a list', () => {
  test('runs the task for every item and joins what they put out', () => {
    const { run, trace } = runToEnd(looped(NAMES), {
      answers: { each: (count) => ({ Name: `n${count}` }) },
    });
    expect(trace.at(-1)).toBe('= Success {"names":["n0","n1","n2","n3","n4"]}');
    expect(items(run)).toBe('a1 Success, b1 Success, c1 Success, d1 Success, e1 Success');
    expect(run.counters).toEqual({ Total: 1, Success: 1, Failed: 0 });
    expect(run.tasks[0]?.loop).toMatchObject({ items: ['a', 'b', 'c', 'd', 'e'], running: 0 });
  });

  test('sums with Fn::Sum', () => {
    const sum = "Outputs: { names: { AggregateType: 'Fn::Sum', AggregateField: SIZE } }";
    const plan: Plan = { answers: { each: (count) => ({ Size: String(count) }) } };
    expect(endOf(looped(sum).replace('Type: List, Value', 'Type: Number, Value'), plan)).toBe('Success {"names":10}');
  });

  test.each([
    ['', ['a', 'b', 'c', 'd', 'e']],
    ['RateControl: { Mode: Concurrency, Concurrency: 2 },', ['ab', 'c', 'd', 'e']],
    ["RateControl: { Mode: Concurrency, Concurrency: '60%' },", ['abc', 'd', 'e']],
    ["RateControl: { Mode: Concurrency, Concurrency: '1%' },", ['a', 'b', 'c', 'd', 'e']],
    ['Concurrency: 9,', ['abcde']],
    ["Concurrency: { 'Fn::CalculateBatch': [2, '{{ ids }}'] },", ['abc', 'd', 'e']],
    ["RateControl: { Mode: Batch, Batch: [1, '50%'] },", ['a', 'bc', 'de']],
    ['RateControl: { Mode: Batch, Batch: [4], ConcurrencyInBatches: [3] },', ['abc', 'd', 'e']],
  ])('%s', (loop, together) => {
    expect(groups(traceOf(looped(loop + NAMES)))).toEqual(together);
  });

  test('takes one item at a time in Debug', () => {
    const plan: Plan = { mode: 'Debug', notify: [{ type: 'ExecuteTask' }] };
    expect(groups(traceOf(looped('Concurrency: 5'), plan))).toEqual(['a', 'b', 'c', 'd', 'e']);
  });

  test.each([
    ['[]', 'Success {"names":[]}'],
    ["'[1, 2]'", 'Success {"names":[null,null]}'],
    ['[null]', 'Success {"names":[null]}'],
    ['x', 'Failed: The task each failed. The items of the loop are no list.'],
    ["{ 'Fn::Jq': [All, '.[]', {}] }", 'Success {"names":[]}'],
  ])('of %s', (list, end) => {
    expect(endOf(looped(NAMES).replace("'{{ ids }}'", list))).toBe(end);
  });

  test('has at most 1000 items', () => {
    const ids = Array.from({ length: 1001 }, (_, index) => index);
    expect(endOf(looped(NAMES), { parameters: { ids } })).toBe(
      'Failed: The task each failed. The loop has 1001 items; 1000 are allowed.',
    );
  });

  test.each([
    ["RateControl: { Mode: 'Concurrency,' }", 'The Mode of the loop is Concurrency or Batch.'],
    ['RateControl: { Mode: Batch }', 'Batch of the loop is not a list of numbers or percentages.'],
    [
      'RateControl: { Mode: Batch, Batch: [0] }',
      'Batch of the loop is neither a number of at least 1 nor a percentage.',
    ],
    ["MaxErrors: '0,'", 'MaxErrors of the loop is neither a number of at least 0 nor a percentage.'],
    ['BatchPauseOption: Always', 'BatchPauseOption of the loop is one of Automatic, FirstBatchPause, EveryBatchPause.'],
    ["Outputs: { names: { AggregateType: 'Fn::Max' } }", 'not supported by the Local OOS: the AggregateType Fn::Max'],
  ])('%s fails', (loop, message) => {
    expect(endOf(looped(loop))).toBe(`Failed: The task each failed. ${message}`);
  });
});

describe('items that fail', () => {
  const failing = (...failed: string[]): Plan => ({
    answers: {
      Get: (count) => ({ Name: `n${count}` }),
      ...Object.fromEntries(failed.map((it) => [`each[${it}]`, new Failing('no')])),
    },
  });

  test('end the loop when MaxErrors is passed; those that run may finish, no other one starts', () => {
    const { run, trace } = runToEnd(looped(`Concurrency: 2, ${NAMES}`), failing('a'));
    expect(items(run)).toBe('a1 Failed, b1 Success');
    expect(trace.at(-1)).toBe('= Failed: The task each failed. 1 of 5 items failed, more than MaxErrors (0) allows.');
  });

  test.each(['MaxErrors: 2', "MaxErrors: '40%'", "RateControl: { Mode: Concurrency, MaxErrors: '2' }"])(
    '%s lets two of five fail',
    (control) => {
      const { run, trace } = runToEnd(looped(`${control}, ${NAMES}`), failing('b', 'd'));
      expect(trace.at(-1)).toBe('= Success {"names":["n0","n1","n2"]}');
      expect(run.tasks[0]?.statusMessage).toBe('2 of 5 items failed, as MaxErrors allows.');
      expect(endOf(looped(`${control}, ${NAMES}`), failing('b', 'd', 'e'))).toContain('3 of 5 items failed');
    },
  );

  test('may be handled by OnError of the task', () => {
    expect(endOf(looped(NAMES, "OnError: 'ACS::END'"), failing('a'))).toBe('Success {"names":null}');
  });
});

describe('When of a looped task', () => {
  test('is asked for every item where it names the item', () => {
    const when = "When: { 'Fn::Not': { 'Fn::Equals': ['{{ ACS::TaskLoopItem }}', c] } }";
    const { run, trace } = runToEnd(looped(NAMES, when), { answers: { each: (count) => ({ Name: `n${count}` }) } });
    expect(items(run)).toBe('a1 Success, b1 Success, c1 Skipped, d1 Success, e1 Success');
    expect(trace.at(-1)).toBe('= Success {"names":["n0","n1","n2","n3"]}');
  });

  test('is asked once where it does not, before the items are looked at', () => {
    const { run } = runToEnd(looped(NAMES, "When: { 'Fn::Equals': [1, 2] }").replace("'{{ ids }}'", 'nothing'));
    expect(run.tasks.map(({ status }) => status)).toEqual(['Skipped']);
  });

  test('all items may be skipped at once', () => {
    const when = "When: { 'Fn::Equals': ['{{ ACS::TaskLoopItem }}', x] }";
    const batches = 'RateControl: { Mode: Batch, Batch: [1, 2] }';
    const { run, trace } = runToEnd(looped(`${batches}, ${NAMES}`, when));
    expect(items(run)).toBe('a1 Skipped, b2 Skipped, c2 Skipped, d3 Skipped, e3 Skipped');
    expect(trace.filter((line) => line === 'The task each completed.')).toHaveLength(1);
  });
});

describe('a loop that pauses between batches', () => {
  const batch = (pause: string) => looped(`RateControl: { Mode: Batch, Batch: [2]${pause} }, ${NAMES}`);
  const approved = (plan: Plan, text: string) =>
    runToEnd(text, { ...plan, notify: [{ type: 'Approve', note: 'fine' }] });

  test.each([
    [', BatchPauseOption: FirstBatchPause', 'Automatic', 'Success', 5],
    [', BatchPauseOption: EveryBatchPause', 'Automatic', 'Waiting', 4],
    ['', 'FirstBatchPause', 'Success', 5],
    ['', 'EveryBatchPause', 'Waiting', 4],
    [', BatchPauseOption: FirstBatchPause', 'EveryBatchPause', 'Waiting', 4],
  ] as const)('%s, LoopMode %s', (pause, loopMode, status, done) => {
    const { run } = approved({ loopMode }, batch(pause));
    expect(run.status).toBe(status);
    expect(run.tasks.filter((it) => it.parentId && it.status === 'Success')).toHaveLength(done);
    expect(run.tasks[0]?.notes).toEqual(['fine']);
  });

  test('takes Concurrency for the size of the batches where there are none', () => {
    const text = looped(`Concurrency: 3, BatchPauseOption: EveryBatchPause, ${NAMES}`);
    expect(items(runToEnd(text).run)).toBe('a1 Success, b1 Success, c1 Success');
    expect(approved({}, text).run.status).toBe('Success');
  });

  test('tells what it waits for', () => {
    const { run, trace } = runToEnd(batch(', BatchPauseOption: FirstBatchPause'));
    expect(trace.at(-1)).toBe('= Waiting for batch');
    expect(run.tasks[0]).toMatchObject({ status: 'Waiting', statusMessage: 'Batch 1 of 3 is done.' });
  });
});
