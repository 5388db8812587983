import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { folderWith } from '../support/folder.ts';
import { until } from '../support/localOos.ts';
import type { Body } from './callers.ts';
import { sleeping, template } from './contents.ts';
import { rig } from './rig.ts';

/** A crash leaves the changes up to some moment. What a change brings about in other executions stands behind it in the file. */
describe('after a crash', () => {
  /** A Local OOS over a copy of what another one has written. All copies are read with the key in `keyFolder`. */
  async function opened(keyFolder: string, text: string, more: Parameters<typeof rig>[0] = {}) {
    const dataFile = join(folderWith({ 'oos.journal': text }), 'oos.journal');
    const house = await rig({ dataFile, keyFolder, ...more });
    const all = async (): Promise<Body[]> =>
      (await house.call('ListExecutions', { IncludeChildExecution: true, SortOrder: 'Ascending' })).Executions;
    const lines = () => readFileSync(dataFile, 'utf8').split(/(?<=\n)/);
    return { ...house, all, lines, keyFolder };
  }

  const starting = (more = '') =>
    template(`\n  - { Name: child, Action: 'ACS::Template', Properties: { TemplateName: nap }${more} }`);

  async function family(more?: string) {
    const house = await opened(join(folderWith({}), 'state'), '');
    await house.call('CreateTemplate', { TemplateName: 'nap', Content: sleeping('PT9999999H') });
    await house.start({ TemplateContent: starting(more) });
    const [parent, ...children] = await until(house.all, (all) => all.slice(1).some((it) => it.Status === 'Running'));
    return { ...house, parent: parent?.ExecutionId, child: children[0]?.ExecutionId };
  }

  /** What the changes since `from` lines have made, cut off behind each of them. */
  async function cuts(keyFolder: string, lines: readonly string[], from: number): Promise<string[][]> {
    const found = [];
    for (let end = from; end <= lines.length; end++) {
      // The clock stands almost still: what is seen is what the restart itself has made of it.
      const after = await opened(keyFolder, lines.slice(0, end).join(''), { speed: 0.001 });
      found.push((await after.all()).map((it) => it.Status));
      await after.local.close();
    }
    return found;
  }

  test('no execution goes on that was cancelled with the one that started it', async () => {
    const { call, lines, parent, keyFolder } = await family();
    const from = lines().length;
    await call('CancelExecution', { ExecutionId: parent });
    expect(await cuts(keyFolder, lines(), from)).toEqual([
      ['Running', 'Running'],
      ['Cancelled', 'Cancelled'],
      ['Cancelled', 'Cancelled'],
    ]);
  });

  test('none waits for one that was deleted, or starts another in its place', async () => {
    const { call, lines, child, keyFolder } = await family();
    const from = lines().length;
    await call('DeleteExecutions', { ExecutionIds: [child], Force: true });
    expect(await cuts(keyFolder, lines(), from)).toEqual([
      ['Running', 'Running'],
      ['Failed', 'Cancelled'],
      ['Failed', 'Cancelled'],
      ['Failed'],
    ]);
  });

  test('a deletion with a template can be made again', async () => {
    const { call, lines, keyFolder } = await family();
    const from = lines().length;
    await call('DeleteTemplate', { TemplateName: 'nap', AutoDeleteExecutions: true });
    for (let end = from; end < lines().length; end++) {
      const after = await opened(keyFolder, lines().slice(0, end).join(''), { speed: 0.001 });
      await after.call('DeleteTemplate', { TemplateName: 'nap', AutoDeleteExecutions: true });
      expect((await after.all()).map((it) => it.Status)).toEqual(['Failed']);
    }
  });
});
