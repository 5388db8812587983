import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { Evidence } from '../faults/evidence.ts';
import { leaksIn, planted } from '../faults/planted.ts';
import { folderWith } from '../support/folder.ts';
import { localOos, until } from '../support/localOos.ts';
import { type Body, coreCaller, refusal } from './callers.ts';
import { failing, template } from './contents.ts';

const secret = planted.noEcho;

/** Where a Local OOS keeps its data and its key. */
const newPlace = () => {
  const folder = folderWith({});
  return { dataFile: join(folder, 'oos.journal'), keyFolder: join(folder, 'state') };
};

type Place = ReturnType<typeof newPlace>;

/** All that it has written, as a scan finds it. */
function leaksOf({ dataFile }: Place): string[] {
  const evidence = new Evidence();
  evidence.addFiles(dirname(dataFile));
  return evidence.leaks();
}

async function started(place: Place, answers: unknown = { 'ECS:RunCommand': { Said: `they said ${secret}` } }) {
  const local = await localOos({ ...place, answers });
  const call = coreCaller(local, local.accounts.owner);
  const find = async (ExecutionId: string): Promise<Body> =>
    (await call('ListExecutions', { ExecutionId })).Executions[0];
  const stands = (id: string, ...statuses: string[]) =>
    until(
      () => find(id),
      ({ Status }) => statuses.includes(Status),
    );
  return { local, call, find, stands };
}

const ask = (more = '') => `
  - Name: ask
    Action: ACS::Approve
    Properties: { NotifyType: WebHook, WebHook: { URI: 'https://example.com', Content: { p: '{{ p }}' } } }${more}`;

const say = (name: string, text: string, more = '') => `
  - Name: ${name}
    Action: ACS::ExecuteAPI
    Properties: { Service: ECS, API: RunCommand, Parameters: { Text: ${text} } }
    Outputs: { said: { Type: String, ValueSelector: Said } }${more}`;

const quiet = (tasks: string, more = '') =>
  template(
    tasks,
    `Parameters: { p: { Type: String, NoEcho: true }, q: { Type: String, NoEcho: true, Default: '' } }\n${more}`,
  );

/** Secrets go everywhere they can, an execution waits, and at the end it is to be seen whether they are still the same. */
const busy = quiet(
  say(
    'each',
    "'{{ ACS::TaskLoopItem }}'",
    "\n    Loop: { Items: ['a {{ p }}', 'b {{ p }}'], MaxErrors: 0, Concurrency: 1 }",
  ) +
    say('tell', "{ 'Fn::Base64Encode': '{{ p }}' }") +
    "\n  - { Name: child, Action: 'ACS::Template', Properties: { TemplateName: inner, Parameters: { p: '{{ p }}' } } }" +
    ask() +
    say('same', "'{{ p }}'", "\n    When: { 'Fn::Equals': ['{{ p }}', '{{ q }}'] }"),
  "Outputs: { used: { Type: String, Value: '{{ p }}' }, said: { Type: String, Value: '{{ same.said }}' } }\n",
);
const inner = quiet(say('say', "'{{ p }}'"));

const Parameters = { p: secret, q: secret };

describe('no secret is in a file', () => {
  test('while executions go on, after they ended, and after a restart; and they go on with it', async () => {
    const place = newPlace();
    const before = await started(place);
    await before.call('CreateTemplate', { TemplateName: 'inner', Content: inner });
    await before.call('CreateTemplate', { TemplateName: 'busy', Content: busy });
    const start = {
      TemplateName: 'busy',
      Parameters,
      ClientToken: 'token',
      Description: `for ${secret}`,
      Tags: { s: secret },
    };
    const { ExecutionId } = (await before.call('StartExecution', start)).Execution;
    expect(leaksOf(place)).toEqual([]);
    await before.stands(ExecutionId, 'Waiting');
    await before.call('TagResources', {
      ResourceType: 'execution',
      ResourceIds: [ExecutionId],
      Tags: { t: secret },
      RegionId: 'cn-hangzhou',
    });
    const known = readFileSync(place.dataFile, 'utf8');
    expect(known).toContain(ExecutionId);
    expect(leaksOf(place)).toEqual([]);
    await before.local.close();

    const after = await started(place);
    expect((await after.call('StartExecution', start)).Execution.ExecutionId).toBe(ExecutionId);
    await after.call('NotifyExecution', { ExecutionId, NotifyType: 'Approve', NotifyNote: `with ${secret}` });
    const done = await after.stands(ExecutionId, 'Success', 'Failed');
    expect(done).toMatchObject({ Status: 'Success', Outputs: '{"used":"******","said":"they said ******"}' });
    expect(leaksOf(place)).toEqual([]);
  });

  test('nor what people give in Mode Debug', async () => {
    const place = newPlace();
    const { call, stands } = await started(place);
    const { ExecutionId } = (
      await call('StartExecution', { TemplateContent: quiet(say('say', 'x')), Parameters, Mode: 'Debug' })
    ).Execution;
    await stands(ExecutionId, 'Waiting');
    const notify = {
      ExecutionId,
      NotifyType: 'ExecuteTask',
      TaskName: 'say',
      Parameters: { Parameters: { Text: secret } },
    };
    await call('NotifyExecution', notify);
    const listed = () => call('ListTaskExecutions', { ExecutionId });
    await until(listed, ({ TaskExecutions }) => TaskExecutions[0]?.Status === 'Success');
    expect(leaksIn(JSON.stringify(await listed()))).toEqual([]);
    expect(leaksOf(place)).toEqual([]);
  });

  test('nor one of an earlier version, once it was opened', async () => {
    const place = newPlace();
    copyFileSync(join(import.meta.dirname, 'data/unsealed.journal'), place.dataFile);
    // What a rewrite has left that was cut off.
    copyFileSync(place.dataFile, `${place.dataFile}.new`);
    expect(leaksOf(place)).toHaveLength(2);
    for (const round of ['first', 'second']) {
      const { call, local, find, stands } = await started(place);
      expect(leaksOf(place)).toEqual([]);
      expect(readFileSync(place.dataFile, 'utf8')).not.toContain(`"hidden"`);
      const { Executions } = await call('ListExecutions');
      expect(Executions.map((it: Body) => [it.Description, it.Parameters, it.Tags])).toEqual([
        ['waits', { password: '******', pin: '******', again: '******' }, { c: 'd' }],
        ['over', { password: '******', pin: '******', again: '******' }, {}],
      ]);
      const [{ ExecutionId: waits }, { ExecutionId: over, Outputs }] = Executions;
      expect(Outputs).toBe('{"used":"******","said":"they said ******"}');
      const { TaskExecutions } = await call('ListTaskExecutions', { ExecutionId: over, SortOrder: 'Ascending' });
      expect(TaskExecutions.map((it: Body) => JSON.parse(it.Properties).Parameters)).toEqual([
        { Text: 'use ****** and ******' },
        undefined,
        { Pin: '******' },
      ]);
      if (round === 'second') {
        expect((await find(waits)).Status).toBe('Waiting');
        await call('NotifyExecution', { ExecutionId: waits, NotifyType: 'Approve' });
        expect((await stands(waits, 'Success', 'Failed')).Counters).toMatchObject({ Success: 3 });
      }
      expect((await call('GetTemplate', { TemplateName: 'set' })).Template.Tags).toEqual({ a: 'b' });
      await local.close();
    }
  });
});

describe('without the key', () => {
  test('executions stay in the lists, and those that went on end with a reason', async () => {
    const place = newPlace();
    const before = await started(place, { 'ECS:StopInstance': failing('It is locked.') });
    await before.call('CreateTemplate', { TemplateName: 'inner', Content: quiet(ask()) });
    const start = async (tasks: string, more: object = {}): Promise<string> =>
      (await before.call('StartExecution', { TemplateContent: quiet(tasks), Parameters, ...more })).Execution
        .ExecutionId;
    const over = await start(say('say', "'{{ p }}'"));
    const failed = await start(say('say', "'{{ p }}'").replace('RunCommand', 'StopInstance'));
    const token = { ClientToken: 'token' };
    const waits = await start(ask(), token);
    await Promise.all([
      before.stands(over, 'Success'),
      before.stands(failed, 'Failed'),
      before.stands(waits, 'Waiting'),
    ]);
    const { EndDate } = await before.find(over);
    await before.local.close();

    rmSync(place.keyFolder, { recursive: true });
    for (let round = 0; round < 2; round++) {
      const after = await started(place);
      const stand = async (id: string) => {
        const { Status, StatusMessage, Parameters: shown } = await after.find(id);
        return [Status, StatusMessage, shown];
      };
      const gone =
        'Its parameters, tasks and outputs cannot be read any more: the key that they were sealed with is gone.';
      expect(await stand(over)).toEqual(['Success', gone, {}]);
      expect(await stand(failed)).toEqual(['Failed', gone, {}]);
      expect(await stand(waits)).toEqual(['Failed', `${gone} So it cannot go on; start it again.`, {}]);
      expect((await after.find(over)).EndDate).toBe(EndDate);
      expect((await after.call('ListTaskExecutions', { ExecutionId: waits })).TaskExecutions).toEqual([]);
      expect((await after.call('GetTemplate', { TemplateName: 'inner' })).Content).toBe(quiet(ask()));
      const again = after.call('StartExecution', { TemplateContent: quiet(ask()), Parameters, ...token });
      expect((await refusal(again)).code).toBe('IdempotentParameterMismatch');
      const next = (await after.call('StartExecution', { TemplateContent: quiet(ask()), Parameters })).Execution;
      await after.stands(next.ExecutionId, 'Waiting');
      expect((await after.call('ListExecutions', { Status: 'Waiting' })).Executions).toHaveLength(round + 1);
      await after.local.close();
    }
  });

  test('the same holds where there is no folder for it', async () => {
    const { dataFile } = newPlace();
    const before = await localOos({ dataFile });
    const { ExecutionId } = (
      await coreCaller(before, before.accounts.owner)('StartExecution', { TemplateContent: quiet(ask()), Parameters })
    ).Execution;
    await before.close();
    const after = await localOos({ dataFile });
    const { Executions } = await coreCaller(after, after.accounts.owner)('ListExecutions', { ExecutionId });
    expect(Executions).toMatchObject([
      { ExecutionId, Status: 'Failed', StatusMessage: expect.stringContaining('start it again') },
    ]);
  });
});

describe('the key', () => {
  test('is for the eyes of its user alone, and the same for all files', async () => {
    const place = newPlace();
    const first = await started(place);
    const path = join(place.keyFolder, 'local-oos.key');
    const key = readFileSync(path);
    expect(key).toHaveLength(32);
    await started({ ...place, dataFile: `${place.dataFile}.other` });
    expect(readFileSync(path)).toEqual(key);
    expect(readdirSync(place.keyFolder)).toEqual(['local-oos.key']);
    await first.local.close();
    if (process.platform === 'win32') return;
    expect([path, place.dataFile].map((it) => statSync(it).mode & 0o777)).toEqual([0o600, 0o600]);
    expect(statSync(place.keyFolder).mode & 0o777).toBe(0o700);
  });

  test('that is no key is not taken for one', async () => {
    const place = newPlace();
    mkdirSync(place.keyFolder);
    writeFileSync(join(place.keyFolder, 'local-oos.key'), 'short');
    const words = { en: expect.stringContaining('local-oos.key" is not the key'), zh: expect.stringContaining('密钥') };
    await expect(started(place)).rejects.toMatchObject({ words });
    expect(existsSync(`${place.dataFile}.lock`)).toBe(false);
  });

  test('has to be kept', async () => {
    const place = newPlace();
    writeFileSync(place.keyFolder, 'a file');
    const words = { en: expect.stringMatching(/local-oos\.key": the system says \w+\. Set XDG_STATE_HOME/) };
    await expect(started(place)).rejects.toMatchObject({ words });
    if (process.platform !== 'linux') return;
    // It is there, and takes no folder.
    await expect(started({ ...place, keyFolder: '/proc/oos/state' })).rejects.toMatchObject({ words });
  });
});
