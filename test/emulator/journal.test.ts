import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { Journal, readJournal } from '../../server/src/emulator/store/journal.ts';
import { folderWith, writeInto } from '../support/folder.ts';
import { localOos, until } from '../support/localOos.ts';
import { type Body, coreCaller } from './callers.ts';
import { calling, sleeping, template } from './contents.ts';

const newFile = () => join(folderWith({}), 'oos.journal');

async function open(path: string, snapshot: () => Iterable<unknown> = () => []) {
  const recovered: unknown[] = [];
  const journal = await Journal.open(path, (record) => recovered.push(record), snapshot);
  return { journal, recovered };
}

async function written(records: readonly unknown[]): Promise<Buffer> {
  const path = newFile();
  const { journal } = await open(path);
  for (const record of records) journal.append(record);
  await journal.close();
  return readFileSync(path);
}

describe('the journal', () => {
  const records = [{ a: 1 }, { text: '一行\n两行' }, { last: 'é'.repeat(10) }];

  test('gives back what was written, wherever the last record was cut off', async () => {
    const bytes = await written(records);
    expect(readJournal(bytes)).toEqual({ records, end: bytes.length });
    const { end } = readJournal(bytes.subarray(0, bytes.length - 1));
    for (let size = end; size < bytes.length; size++) {
      expect(readJournal(bytes.subarray(0, size))).toEqual({ records: records.slice(0, 2), end });
    }
  });

  test('forgets the first record when that was cut off', async () => {
    const bytes = await written([records[0]]);
    for (let size = 0; size < bytes.length; size++) {
      expect(readJournal(bytes.subarray(0, size))).toEqual({ records: [], end: 0 });
    }
  });

  test('goes on behind a record that was cut off', async () => {
    const bytes = await written(records);
    const path = newFile();
    writeFileSync(path, bytes.subarray(0, bytes.length - 3));
    const { journal, recovered } = await open(path);
    expect(recovered).toEqual(records.slice(0, 2));
    journal.append({ next: 1 });
    await journal.close();
    expect(readJournal(readFileSync(path)).records).toEqual([...records.slice(0, 2), { next: 1 }]);
  });

  test('leaves nothing of a rewrite that was cut off', async () => {
    const path = newFile();
    writeFileSync(`${path}.new`, await written(records));
    const { journal, recovered } = await open(path);
    expect([recovered, existsSync(`${path}.new`)]).toEqual([[], false]);
    await journal.close();
  });

  test('is written anew when that is asked for', async () => {
    const path = newFile();
    const { journal } = await open(path, () => [{ all: 1 }]);
    journal.append({ one: 1 });
    await journal.durable();
    journal.renew();
    await journal.durable();
    journal.append({ two: 2 });
    await journal.close();
    expect(readJournal(readFileSync(path)).records).toEqual([{ all: 1 }, { two: 2 }]);
  });

  test('refuses what was changed in the middle, with the line', async () => {
    const bytes = await written(records);
    bytes[20] = 0x78;
    expect(() => readJournal(bytes)).toThrow(/line 1 is damaged/);
  });

  test.each(['notes', 'add me\n', '{"a": 1}', 'deadbeef and more'])(
    'leaves a file that is none alone: %j',
    async (text) => {
      const path = newFile();
      writeFileSync(path, text);
      await expect(open(path)).rejects.toMatchObject({ words: { zh: expect.stringContaining('本地 OOS') } });
      expect(readFileSync(path, 'utf8')).toBe(text);
    },
  );

  test('is written anew when it has grown, and loses nothing then', async () => {
    const path = newFile();
    const state: number[] = [];
    const { journal } = await open(path, () => [{ all: [...state] }]);
    const add = (at: number) => {
      state.push(at);
      journal.append({ one: at, ballast: 'x'.repeat(300_000) });
    };
    for (let at = 0; at < 20; at++) {
      add(at);
      const confirmed = journal.durable();
      add(at + 100);
      await confirmed;
    }
    await journal.close();
    expect((await stat(path)).size).toBeLessThan(20 * 2 * 300_000);
    const all = (readJournal(readFileSync(path)).records as Body[]).flatMap((it) => it.all ?? it.one);
    expect(all).toEqual(state);
  });

  test('confirms nothing after a write has failed', async () => {
    const { journal } = await open(newFile());
    await journal.close();
    journal.append({ a: 1 });
    await expect(journal.durable()).rejects.toThrow();
    journal.append({ a: 2 });
    await expect(journal.durable()).rejects.toThrow();
  });
});

describe('a Local OOS with a file', () => {
  /** A Local OOS that is stopped by the test, on a clock that stands almost still or flies. */
  async function started(dataFile: string, speed = 20_000) {
    const local = await localOos({ dataFile, keyFolder: join(dirname(dataFile), 'state'), speed });
    const call = coreCaller(local, local.accounts.owner);
    const find = async (ExecutionId: string): Promise<Body> =>
      (await call('ListExecutions', { ExecutionId })).Executions[0];
    return { local, call, find };
  }

  test('has everything again after a restart', async () => {
    const file = newFile();
    const before = await started(file);
    await before.call('CreateTemplate', { TemplateName: 'nap', Content: sleeping(), Tags: { a: 'b' } });
    await before.call('UpdateTemplate', { TemplateName: 'nap', Content: sleeping('PT2M') });
    const { ExecutionId } = (await before.call('StartExecution', { TemplateName: 'nap' })).Execution;
    const done = await until(
      () => before.find(ExecutionId),
      ({ Status }) => Status === 'Success',
    );
    const asked = ['ListTemplates', 'ListTaskExecutions', 'ListExecutions'];
    const answers = async ({ call }: typeof before) =>
      (await Promise.all(asked.map((operation) => call(operation)))).map(({ RequestId, ...body }) => body);
    const known = await answers(before);
    await before.local.close();
    const after = await started(file);
    expect(await answers(after)).toEqual(known);
    const again = (await after.call('StartExecution', { TemplateName: 'nap' })).Execution;
    expect(Date.parse(again.CreateDate)).toBeGreaterThanOrEqual(Date.parse(done.EndDate));
  });

  test('goes on with what was going on', async () => {
    const file = newFile();
    const approve =
      "\n  - { Name: ask, Action: 'ACS::Approve', Properties: { NotifyType: WebHook, WebHook: { URI: 'https://example.com', Content: { a: b } } } }";
    const child = "\n  - { Name: child, Action: 'ACS::Template', Properties: { TemplateName: nap } }";
    const before = await started(file, 100);
    await before.call('CreateTemplate', { TemplateName: 'nap', Content: sleeping('PT3H') });
    const ids: string[] = [];
    for (const tasks of [approve, child, calling('call', 'StartInstance')]) {
      ids.push(
        (await before.call('StartExecution', { TemplateContent: template(tasks), ClientToken: `t${ids.length}` }))
          .Execution.ExecutionId,
      );
    }
    const [asking = '', parent = '', calls = ''] = ids;
    await until(
      () => before.find(asking),
      ({ Status }) => Status === 'Waiting',
    );
    await until(
      async () => (await before.call('ListExecutions', { ParentExecutionId: parent })).Executions,
      ([it]) => it?.Status === 'Running',
    );
    await before.local.close();

    const after = await started(file);
    await until(
      () => after.find(calls),
      ({ Status }) => Status === 'Success',
    );
    await until(
      () => after.find(parent),
      ({ Status }) => Status === 'Success',
    );
    expect((await after.find(asking)).Status).toBe('Waiting');
    await after.call('NotifyExecution', { ExecutionId: asking, NotifyType: 'Approve' });
    await until(
      () => after.find(asking),
      ({ Status }) => Status === 'Success',
    );
    const repeated = await after.call('StartExecution', { TemplateContent: template(approve), ClientToken: 't0' });
    expect(repeated.Execution.ExecutionId).toBe(asking);
  });

  test('knows after a rewrite which starts are spent', async () => {
    const file = newFile();
    const wanted = { TemplateContent: sleeping('PT9999H'), ClientToken: 'late' };
    const before = await started(file);
    const { ExecutionId } = (await before.call('StartExecution', wanted)).Execution;
    await before.call('DeleteExecutions', { ExecutionIds: JSON.stringify([ExecutionId]), Force: true });
    const long = `${sleeping()}\n# ${'-'.repeat(60_000)}\n`;
    for (let last = 0, size = 1; size > last; [last, size] = [size, (await stat(file)).size]) {
      await before.call('CreateTemplate', { TemplateName: 'long', Content: long });
      await before.call('DeleteTemplate', { TemplateName: 'long' });
    }
    await before.local.close();

    const after = await started(file);
    await expect(after.call('StartExecution', wanted)).rejects.toMatchObject({ code: 'EntityNotExists.Execution' });
  });

  test('a file belongs to one at a time', async () => {
    const file = newFile();
    writeInto(join(file, '..'), 'oos.journal.lock', `${process.ppid}\n`);
    await expect(started(file)).rejects.toMatchObject({
      words: { en: expect.stringContaining(`Process ${process.ppid} `) },
    });
    // Higher than any process may be numbered.
    writeInto(join(file, '..'), 'oos.journal.lock', '4194999\n');
    const { local } = await started(file);
    onTestFinished(() => expect(() => readFileSync(`${file}.lock`)).toThrow());
    await local.close();
  });
});
