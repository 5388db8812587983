import { test } from 'vitest';
import { localOos } from '../support/localOos.ts';
import { coreCaller } from './callers.ts';
import { listing, sleeping } from './contents.ts';
test('stress', async () => {
  const local = await localOos({  });
  const call = coreCaller(local, local.accounts.owner);
  const out: string[] = [];
  const time = async (name: string, n: number, f: (i: number) => Promise<unknown>) => { const t = performance.now(); for (let i = 0; i < n; i++) await f(i); out.push(name + ' ' + ((performance.now() - t) / n).toFixed(2)); };
  await time('regions', 100, () => call('DescribeRegions'));
  await time('create', 200, (i) => call('CreateTemplate', { TemplateName: `t${i}`, Content: listing }));
  await time('start', 400, (i) => call('StartExecution', { TemplateName: `t${i % 200}`, Parameters: { status: 'Running' } }));
  await time('listT', 50, () => call('ListTemplates'));
  await time('listE', 50, () => call('ListExecutions'));
  await time('listTask', 50, () => call('ListTaskExecutions'));
  await time('validate', 50, () => call('ValidateTemplateContent', { Content: sleeping() }));
  await time('actions', 50, () => call('ListActions', {MaxResults: 100}));
  (await import('node:fs')).writeFileSync('/tmp/times', out.join('\n') + '\n');
}, 120_000);
