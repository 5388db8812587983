import { chmodSync, mkdirSync, readdirSync, readFileSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, onTestFinished, test } from 'vitest';
import { ActionKnowledge, allCaches } from '../../server/src/workspace/actionCache/actionKnowledge.ts';
import { cachePath, clearCache, writeCache } from '../../server/src/workspace/actionCache/cacheFiles.ts';
import { NoActionsError, refreshActions } from '../../server/src/workspace/actionCache/refreshActions.ts';
import { bundledCatalog } from '../../server/src/workspace/bundledCatalog.ts';
import { cacheFolder } from '../../server/src/workspace/cacheFolder.ts';
import { watchFolder } from '../../server/src/workspace/watchFolder.ts';
import { folderWith } from '../support/folder.ts';

const me = { account: 'prod (LTAI****beef)', region: 'cn-test' };
const polish = { OOSActionName: 'ACS::ECS::Polish', Properties: '{"a":{"Type":"String"}}' };

let folder = '';
const told: string[] = [];
beforeEach(() => {
  folder = join(folderWith({}), 'cache', 'actions');
  told.length = 0;
});
const knowledge = () =>
  new ActionKnowledge({ bundled: bundledCatalog, folder: () => folder, tell: ({ en }) => void told.push(en) });
const knows = (it: ActionKnowledge) => it.catalog.action('ACS::ECS::Polish') !== undefined;

async function* listing(...raw: unknown[]) {
  yield* raw;
}
const refresh = (...raw: unknown[]) => refreshActions(() => listing(...raw), { folder, owner: () => me });

describe('refresh', () => {
  test('puts what the service lists into the cache, which then is in force', async () => {
    const before = knowledge();
    expect(knows(before)).toBe(false);
    await refresh(polish, 'rubbish', polish);
    expect(knows(before)).toBe(false);
    before.reload();
    expect(knows(before)).toBe(true);
    expect(before.cached).toMatchObject({ ...me, actions: [{ name: 'ACS::ECS::Polish' }] });
    expect(told).toEqual([]);
  });

  test('that fails half-way, or brings nothing, leaves the cache as it was', async () => {
    await refresh(polish);
    const broken = refreshActions(
      async function* () {
        yield { OOSActionName: 'ACS::ECS::Other' };
        throw new Error('line cut');
      },
      { folder, owner: () => me },
    );
    await expect(broken).rejects.toThrow('line cut');
    await expect(refresh('rubbish')).rejects.toThrow(NoActionsError);
    expect(knows(knowledge())).toBe(true);
    expect(readdirSync(folder)).toHaveLength(1);
  });

  test('by two at once leaves one of the two whole', async () => {
    const many = Array.from({ length: 500 }, (_, at) => ({ OOSActionName: `ACS::ECS::Polish${at}` }));
    await Promise.all([refresh(polish, ...many), refresh(polish, ...many), refresh(polish)]);
    expect(allCaches(folder)).toMatchObject([{ problem: undefined, cached: me }]);
    expect(readdirSync(folder)).toHaveLength(1);
  });

  test('takes 20,000 actions', async () => {
    await refresh(
      polish,
      ...Array.from({ length: 20_000 }, (_, at) => ({ ...polish, OOSActionName: `ACS::Many::A${at}` })),
    );
    const known = knowledge();
    expect(known.catalog.action('ACS::Many::A19999')?.properties.has('a')).toBe(true);
  });
});

describe('a cache that cannot be used leaves the bundled knowledge in force, with one message', () => {
  const path = () => cachePath(folder, me);
  const write = (text: string) => {
    mkdirSync(folder, { recursive: true });
    writeFileSync(path(), text);
  };
  const good = { format: 1, ...me, fetched: '2026-01-01T00:00:00.000Z', actions: [] };

  test.each([
    ['half a file', '{"format":1,"account":"a","actions":[{"na'],
    ['nothing', ''],
    ['another shape', '[]'],
    ['actions that are none', JSON.stringify({ ...good, actions: [{ name: 'x' }] })],
    ['properties that are none', JSON.stringify({ ...good, actions: [{ name: 'x', type: 'y', properties: [7] }] })],
    ['a date that is none', JSON.stringify({ ...good, fetched: 'yesterday' })],
  ])('%s is set aside', (_, text) => {
    write(text);
    const known = knowledge();
    expect(known.catalog).toBe(known.catalog);
    expect(knows(known)).toBe(false);
    known.reload();
    expect(known.catalog.action('ACS::Sleep')).toBeDefined();
    expect(told).toEqual([expect.stringContaining('damaged')]);
    expect(readdirSync(folder)).toEqual([expect.stringMatching(/\.json\.broken$/)]);
    expect(readFileSync(join(folder, readdirSync(folder)[0] ?? ''), 'utf8')).toBe(text);
  });

  test('one of a later version stays where it is', () => {
    write(JSON.stringify({ ...good, format: 2 }));
    const known = knowledge();
    expect(knows(known)).toBe(false);
    known.reload();
    expect(knows(known)).toBe(false);
    expect(told).toEqual([expect.stringContaining('another version')]);
    expect(readdirSync(folder)).toHaveLength(1);
  });

  test('a write that was interrupted is not seen, and cleared away when it is certain that nobody writes on', async () => {
    mkdirSync(folder, { recursive: true });
    const leftover = `${path()}.0123.tmp`;
    writeFileSync(leftover, '{"format":1,');
    expect(knows(knowledge())).toBe(false);
    await refresh(polish);
    expect(readdirSync(folder)).toHaveLength(2);
    utimesSync(leftover, 0, 0);
    await refresh(polish);
    expect(readdirSync(folder)).toHaveLength(1);
    expect(told).toEqual([]);
  });

  test('the next good one is used in the place of a broken one', async () => {
    await writeCache(folder, { account: 'other', region: 'eu-test', fetched: new Date(0), actions: [] });
    utimesSync(cachePath(folder, { account: 'other', region: 'eu-test' }), 1, 1);
    write('{');
    const known = knowledge();
    expect(known.cached?.region).toBe('eu-test');
    expect(told).toHaveLength(1);
  });

  test('a folder that cannot be written is told to whoever refreshes', async ({ skip }) => {
    if (process.getuid?.() === 0) skip('an administrator may write anywhere');
    mkdirSync(folder, { recursive: true });
    chmodSync(folder, 0o500);
    await expect(refresh(polish)).rejects.toThrow(/EACCES/);
    expect(knows(knowledge())).toBe(false);
  });

  test('a place that takes no folder is told to whoever refreshes', async ({ skip }) => {
    if (process.platform !== 'linux') skip('only Linux has /proc');
    folder = '/proc/oos-toolkit/actions';
    await expect(refresh(polish)).rejects.toThrow(/ENOENT|EACCES/);
  });

  test('a file in the place of the folder is told to whoever refreshes', async () => {
    mkdirSync(join(folder, '..'), { recursive: true });
    writeFileSync(folder, '');
    await expect(refresh(polish)).rejects.toThrow(/EEXIST|ENOTDIR/);
    expect(knows(knowledge())).toBe(false);
    expect(told).toEqual([]);
  });
});

test('the cache of the chosen account and region is asked, otherwise the one written last', async () => {
  await refresh(polish);
  await writeCache(folder, { account: 'other', region: 'eu-test', fetched: new Date(), actions: [] });
  utimesSync(cachePath(folder, me), 1, 1);
  const known = knowledge();
  expect(known.cached?.region).toBe('eu-test');
  known.choose(me);
  expect(knows(known)).toBe(true);
  known.choose({ account: 'prod', region: 'cn-test' });
  expect(known.own).toMatchObject(me);
  known.choose({ ...me, region: 'us-test' });
  expect(known.cached?.region).toBe('eu-test');
  expect(known.own).toBeUndefined();
});

test('a choice by which another cache comes into force is told, and no other one', async () => {
  await refresh(polish);
  await writeCache(folder, { account: 'other', region: 'eu-test', fetched: new Date(), actions: [] });
  utimesSync(cachePath(folder, me), 1, 1);
  const regions: (string | undefined)[] = [];
  const known = new ActionKnowledge({
    bundled: bundledCatalog,
    folder: () => folder,
    tell: () => undefined,
    changed: () => regions.push(known.cached?.region),
  });
  onTestFinished(() => known.close());
  expect(known.cached?.region).toBe('eu-test');
  known.choose({ account: 'nobody', region: 'us-test' });
  known.choose(me);
  known.choose({ account: 'prod' });
  known.choose({});
  expect(regions).toEqual(['cn-test', 'eu-test']);
});

test('clearing removes everything of the cache and nothing else', async () => {
  await refresh(polish);
  writeFileSync(join(folder, 'x.json.broken'), '');
  writeFileSync(join(folder, 'letter.txt'), '');
  expect(await clearCache(folder)).toBe(2);
  expect(readdirSync(folder)).toEqual(['letter.txt']);
});

test('the folder is where the system keeps such things', () => {
  expect(cacheFolder({ XDG_CACHE_HOME: '/x' }, 'linux')).toBe(join('/x', 'oos-toolkit'));
  expect(cacheFolder({ XDG_CACHE_HOME: 'x', HOME: '/h' }, 'linux')).toBe(join('/h', '.cache', 'oos-toolkit'));
  expect(cacheFolder({ HOME: '/h' }, 'darwin')).toBe(join('/h', 'Library', 'Caches', 'oos-toolkit'));
  expect(cacheFolder({ LOCALAPPDATA: 'C:\\L', HOME: '/h' }, 'win32')).toBe(join('C:\\L', 'oos-toolkit'));
});

test('a folder is watched before it exists', async () => {
  const changed = new Promise<void>((resolve) => {
    onTestFinished(watchFolder(folder, resolve));
  });
  await refresh(polish);
  await changed;
});
