import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { commands } from '../../../server/src/cli/commands/commands.ts';
import { riskRules, unseenKind } from '../../../server/src/features/risk/riskFindings.ts';
import { call, withTasks } from '../../risk/templates.ts';
import { folderWith } from '../../support/folder.ts';
import { oos } from '../runOos.ts';

const page = readFileSync(join(import.meta.dirname, '../../../docs/risk.md'), 'utf8');

test('the page names only options that there are, every format and every id', async () => {
  const loaded = await Promise.all(['risk', 'policy', 'preflight'].map(async (name) => commands.get(name)?.load()));
  const options = loaded.flatMap((command) => Object.keys(command?.options ?? {}));
  const named = [...page.matchAll(/--([a-z][a-z-]+)/g)].map(([, name]) => name);
  expect(named).toContain('ask-service');
  expect(named.filter((name) => !options.includes(name ?? ''))).toEqual([]);
  for (const format of loaded[0]?.options.format?.choices ?? []) expect(page).toContain(`| \`${format}\` |`);
  for (const { id } of [...riskRules, unseenKind]) expect(page).toContain(`\`${id}\``);
});

test('the shape on the page is that of the answer', async () => {
  const tasks = `${call('remove', 'ECS', 'DeleteInstance')}\n- { Name: child, Action: 'ACS::Template', Properties: { TemplateName: far } }`;
  const cwd = folderWith({ 'a.yml': withTasks(tasks) });
  const { files, summary } = JSON.parse((await oos(['risk', 'a.yml', '--format', 'json'], { cwd })).stdout);
  const [{ riskyTasks, unseen }] = files;
  for (const value of [files[0], riskyTasks[0], unseen[0], summary]) {
    for (const key of Object.keys(value)) expect(page).toContain(`"${key}": `);
  }
});
