import { expect, test, vi } from 'vitest';
import type { ExecutionSubject } from '../../../../client/src/executions/executionSubject.ts';
import { Followed } from '../../../../client/src/executions/follow/followed.ts';
import type { ToExecution } from '../../../../client/src/executions/page/executionMessages.ts';
import { PageAnswers } from '../../../../client/src/executions/page/pageAnswers.ts';
import { createOosApi } from '../../../../server/src/cloud/api/oosApi.ts';
import { explicitConnection } from '../../../../server/src/cloud/connection.ts';
import { createTransport } from '../../../../server/src/cloud/createTransport.ts';
import { ExecutionWatch } from '../../../../server/src/cloud/execution/executionWatch.ts';
import { localOos, until } from '../../../support/localOos.ts';

vi.mock('vscode', () => ({ l10n: { t: (text: string) => text } }));

const asking = `FormatVersion: OOS-2019-06-01
Tasks:
  - { Name: first, Action: 'ACS::Pause' }
  - { Name: second, Action: 'ACS::Pause' }
`;

/** The page of an execution that waits, as somebody has just seen it. */
async function waiting() {
  const local = await localOos();
  const { endpoint, region, accessKeyId, accessKeySecret } = local;
  const credential = { accessKeyId, accessKeySecret };
  const connection = explicitConnection({ name: 'local', region, endpoint, credential });
  const transport = createTransport(connection);
  const api = createOosApi(transport);
  const { Execution } = await api.startExecution({ TemplateContent: asking });
  const id = Execution.ExecutionId;
  const look = () => new ExecutionWatch(api, id).look();
  const sight = await until(look, ({ waits }) => waits.length > 0);
  const followed = new Followed({ api, id });
  vi.spyOn(followed, 'standing', 'get').mockReturnValue({ sight, trouble: undefined, at: 0 });
  const subject: ExecutionSubject = { id, cloud: { connection, transport, api }, followed };
  const posted: ToExecution[] = [];
  const answers = new PageAnswers(subject, (message) => posted.push(message));
  const [wait] = sight.waits;
  const key = wait ? answers.keyOf(wait) : '';
  const said = {
    type: 'notify',
    verb: 'Approve',
    wait: key,
    note: '',
    taskName: '',
    properties: '',
    status: '',
  } as const;
  const waitsFor = async () => (await until(look, ({ waits }) => waits.length > 0)).waits[0]?.tasks[0]?.TaskName;
  return { local, api, id, answers, posted, said, waitsFor };
}

const isTelling = (posted: readonly ToExecution[]) => posted.map((it) => it.type === 'telling' && it.isTelling);

test('while an answer is on its way there is no other one, until its effect was seen', async () => {
  const { answers, posted, said, waitsFor } = await waiting();
  await Promise.all([answers.send(said), answers.send(said)]);
  await answers.send(said);
  expect(await waitsFor()).toBe('second');
  expect(isTelling(posted)).toEqual([true]);
  answers.looked();
  expect(isTelling(posted)).toEqual([true, false]);
});

test('a refusal of what was answered by somebody else is no mistake, any other one is', async () => {
  const { local, api, id, answers, posted, said, waitsFor } = await waiting();
  local.setFaults(['fail:Forbidden@NotifyExecution=1']);
  await expect(answers.send(said)).rejects.toMatchObject({ facts: { code: 'Forbidden' } });
  expect(isTelling(posted)).toEqual([true, false]);
  local.setFaults([]);
  await api.notifyExecution({ ExecutionId: id, NotifyType: 'Approve' });
  expect(await waitsFor()).toBe('second');
  await expect(answers.send(said)).rejects.toThrow('It no longer waits for that.');
});
