import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { watchProfiles } from '../../server/src/cloud/watchProfiles.ts';
import { folderWith, writeInto } from '../support/folder.ts';

/** Watches, and gives a function that does something and waits until a change is told. */
function watching(home: string, env: Record<string, string> = {}) {
  let told = (): void => undefined;
  const watcher = watchProfiles(env, () => told(), home);
  onTestFinished(() => watcher.dispose());
  return (change: () => void): Promise<void> =>
    new Promise((resolve) => {
      told = resolve;
      change();
    });
}

test('changes, replacements and removals of both files are told', async () => {
  const home = folderWith({ '.aliyun/config.json': '{}', '.alibabacloud/credentials': '' });
  const after = watching(home);
  await after(() => writeInto(home, '.aliyun/config.json', '{"current":"a"}'));
  await after(() => writeInto(home, '.alibabacloud/credentials', '[default]'));
  await after(() => {
    writeInto(home, '.aliyun/config.json.new', '{}');
    renameSync(join(home, '.aliyun/config.json.new'), join(home, '.aliyun/config.json'));
  });
  await after(() => rmSync(join(home, '.aliyun/config.json')));
});

test('a folder that comes later is watched too, and one that comes again', async () => {
  const home = folderWith({});
  const after = watching(home);
  await after(() => mkdirSync(join(home, '.aliyun')));
  await after(() => writeInto(home, '.aliyun/config.json', '{}'));
  await after(() => rmSync(join(home, '.aliyun'), { recursive: true }));
  await after(() => writeInto(home, '.aliyun/config.json', '{"current":"b"}'));
});

test('the place that the environment names is watched', async () => {
  const home = folderWith({ 'here/keys.ini': '' });
  const file = join(home, 'here/keys.ini');
  const after = watching(join(home, 'nowhere'), { ALIBABA_CLOUD_CREDENTIALS_FILE: file });
  await after(() => writeFileSync(file, '[default]'));
});

test('many changes at once are told once', async () => {
  const home = folderWith({ '.aliyun/config.json': '{}' });
  let times = 0;
  const watcher = watchProfiles({}, () => times++, home);
  onTestFinished(() => watcher.dispose());
  const after = watching(home);
  await after(() => {
    for (const size of [1, 2, 3]) writeInto(home, '.aliyun/config.json', ' '.repeat(size));
  });
  expect(times).toBe(1);
});

test('what is not there does not matter', () => {
  expect(() => watchProfiles({}, () => undefined, undefined).dispose()).not.toThrow();
  expect(() => watchProfiles({}, () => undefined, join(folderWith({}), 'a', 'b')).dispose()).not.toThrow();
});
