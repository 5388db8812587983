import { expect, test } from 'vitest';
import { refusal } from './callers.ts';
import { rig } from './rig.ts';

const aliased = `FormatVersion: OOS-2019-06-01
Description: &said Stops and starts
Parameters:
  first: &id { Type: String, Default: &default i-1, NoEcho: true }
  second: { <<: *id, Default: i-2, NoEcho: false }
Tasks:
  - Name: stop
    Action: &action ACS::ExecuteAPI
    Properties: &shared
      Service: ECS
      API: StopInstance
      Parameters: { InstanceId: '{{ second }}' }
  - Name: again
    Action: *action
    Description: *said
    Properties: *shared
  - Name: start
    Action: *action
    Properties:
      <<: *shared
      API: StartInstance
    Loop: { Items: [*default, '{{ second }}'], RateControl: { Mode: Concurrency, MaxErrors: 0, Concurrency: 1 } }
`;

test('aliases and merge keys mean what they stand for', async () => {
  const { call, start, end } = await rig();
  const { ExecutionId } = await start({ TemplateContent: aliased });
  expect(await end(ExecutionId)).toMatchObject({
    Status: 'Success',
    Parameters: { first: '******', second: 'i-2' },
  });
  const { TaskExecutions } = await call('ListTaskExecutions', { ExecutionId, SortOrder: 'Ascending' });
  const shown = TaskExecutions.map((it: { TaskName: string; Properties: string }) => [
    it.TaskName,
    JSON.parse(it.Properties).API,
  ]);
  expect(shown.slice(0, 2)).toEqual([
    ['stop', 'StopInstance'],
    ['again', 'StopInstance'],
  ]);
  expect(TaskExecutions[2].Loop.Counters).toMatchObject({ Total: 2, Success: 2 });
  const told = await call('ValidateTemplateContent', { Content: aliased });
  expect(told.Tasks[1]).toMatchObject({ Type: 'ACS::ExecuteAPI', Description: 'Stops and starts' });
});

test('a risky call behind an alias is confirmed, too', async () => {
  const { start, waits } = await rig();
  const { ExecutionId } = await start({ TemplateContent: aliased.replace('StopInstance', 'DeleteInstance') });
  expect((await waits(ExecutionId)).CurrentTasks[0].TaskName).toBe('stop');
});

test.each([
  ['*nobody', /line 5, column \d+: The alias stands for nothing that is named before it\./],
  ['*default', /line 20, column \d+: What is merged in with << is no mapping\./],
])('a template that merges %s in is refused', async (alias, reason) => {
  const { call } = await rig();
  const Content = aliased.replace('<<: *id', `Label: ${alias}`).replace('<<: *shared', `<<: ${alias}`);
  const refused = await refusal(call('CreateTemplate', { TemplateName: 'x', Content }));
  expect(refused.code).toBe('TemplateValidationError');
  expect(refused.message).toMatch(reason);
});
