import { describe, expect, onTestFinished, test } from 'vitest';
import { Followed, type Standing } from '../../../../client/src/executions/follow/followed.ts';
import { OpenLoops } from '../../../../client/src/executions/page/openLoops.ts';
import { ExecutionList } from '../../../../client/src/executions/tree/executionList.ts';
import { notifyRequest } from '../../../../client/src/executions/waits/waitVerbs.ts';
import { createOosApi } from '../../../../server/src/cloud/api/oosApi.ts';
import { explicitConnection } from '../../../../server/src/cloud/connection.ts';
import { createTransport } from '../../../../server/src/cloud/createTransport.ts';
import { localOos } from '../../../support/localOos.ts';

const asking = `FormatVersion: OOS-2019-06-01
Parameters: { word: { Type: String } }
Tasks:
  - Name: ask
    Action: ACS::Approve
    Properties: { NotifyType: WebHook, WebHook: { URI: 'https://example.com/', Content: { text: '{{ word }}' } } }
  - Name: each
    Action: ACS::Sleep
    Loop: { Items: [a, b, '{{ word }}'] }
    Properties: { Duration: PT1S }
`;

async function localApi() {
  const { endpoint, region, accessKeyId, accessKeySecret } = await localOos();
  const credential = { accessKeyId, accessKeySecret };
  return createOosApi(createTransport(explicitConnection({ name: 'local', region, endpoint, credential })));
}

/** The first standing that is wanted; the pauses between two looks last no time. */
function until(followed: Followed, wanted: (standing: Standing) => boolean): Promise<Standing> {
  return new Promise((resolve) => {
    const stop = followed.onChange((standing) => {
      if (!wanted(standing)) return;
      stop();
      resolve(standing);
    });
  });
}

const briefly = () => new Promise<void>((resolve) => setImmediate(resolve));

/** Until the test is over. */
function following(what: Omit<ConstructorParameters<typeof Followed>[0], 'wait'>): Followed {
  const followed = new Followed({ ...what, wait: briefly });
  onTestFinished(() => followed.dispose());
  followed.hold();
  return followed;
}

/** One with a secret word, up to where it asks. */
async function followedToQuestion(word: string) {
  const api = await localApi();
  const { Execution } = await api.startExecution({ TemplateContent: asking, Parameters: { word } });
  const id = Execution.ExecutionId;
  const followed = following({ api, id, secrets: [word] });
  const { sight } = await until(followed, (it) => (it.sight?.waits.length ?? 0) > 0);
  return { api, id, followed, sight };
}

describe('an execution that is followed', () => {
  test('is seen until it is over, without what is secret', async () => {
    const word = 'open sesame';
    const { api, id, followed, sight } = await followedToQuestion(word);
    expect(JSON.stringify(sight)).toContain('***');
    expect(JSON.stringify(sight)).not.toContain(word);
    const [wait] = sight?.waits ?? [];
    await api.notifyExecution(notifyRequest({ ExecutionId: id }, wait, 'Approve', { note: ' fine ' }));
    await until(followed, () => followed.isOver);
    expect(followed.standing.sight?.execution.Status).toBe('Success');

    const loops = new OpenLoops(api, id, followed.veil);
    const each = followed.standing.sight?.tasks.find(({ TaskName }) => TaskName === 'each');
    await loops.open(each?.TaskExecutionId ?? '');
    const [open] = loops.loops.values();
    expect(open?.items.map(({ LoopItem }) => LoopItem)).toEqual(['a', 'b', '***']);
    expect(open?.hasMore).toBe(false);
  });

  test.each(['Success', 'exec', '2026', 'false'])('is seen until it is over although %s is secret', async (word) => {
    const { api, id, followed, sight } = await followedToQuestion(word);
    expect(sight?.execution.Parameters).toEqual({ word: '***' });
    const [wait] = sight?.waits ?? [];
    expect(wait?.execution).toBe(sight?.execution);
    await api.notifyExecution(notifyRequest({ ExecutionId: id }, wait, 'Approve', { note: '' }));
    await until(followed, () => followed.isOver);
    expect(followed.standing.sight?.execution).toMatchObject({ ExecutionId: id, Status: 'Success' });
    expect(followed.standing.sight?.execution.EndDate).toMatch(/^\d{4}-/);
  });

  test('that does not exist says why, and is not asked for again', async () => {
    const followed = following({ api: await localApi(), id: 'exec-0123' });
    const { trouble, sight } = await until(followed, () => true);
    expect(trouble).toMatchObject({ facts: { code: 'EntityNotExists.Execution' } });
    expect(sight).toBeUndefined();
    let more = 0;
    followed.onChange(() => {
      more += 1;
    });
    await briefly();
    await briefly();
    expect(more).toBe(0);
  });
});

test('a list of executions grows by pages and keeps them when it is refreshed', async () => {
  const api = await localApi();
  const start = (Description: string) =>
    api.startExecution({ TemplateContent: asking, Parameters: { word: 'x' }, Description });
  for (let index = 0; index < 60; index += 1) await start(`run ${index}`);
  const list = new ExecutionList(api, {});
  await list.load();
  expect([list.executions.length, list.hasMore, list.isLive]).toEqual([50, true, true]);
  await list.more();
  expect([list.executions.length, list.hasMore]).toEqual([60, false]);
  await start('the last');
  expect(await list.refresh()).toBe(true);
  const described = list.executions.map(({ Description }) => Description);
  expect(described).toHaveLength(61);
  expect(new Set(described).size).toBe(61);
  const none = new ExecutionList(api, { status: 'Failed' });
  await none.load();
  expect([none.executions.length, none.isLive]).toEqual([0, false]);
});
