import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { classifyCall } from '../../server/src/risk/classifyCall.ts';
import { differences } from './differences.ts';

const risk = (api: string, mode?: 'strict' | 'wide') => classifyCall({ service: 'ECS', api }, mode);

describe('the class of a call', () => {
  test.each([
    ['DeleteInstance', 'high', 'prefix'],
    ['RemoveBackendServers', 'high', 'prefix'],
    ['TerminateJob', 'high', 'prefix'],
    ['DropPartition', 'high', 'prefix'],
    ['ReleaseEipAddress', 'high', 'overview'],
    ['StopInstance', 'high', 'overview'],
    ['FlushExpireKeys', 'high', 'own'],
    ['ReplaceSystemDisk', 'high', 'own'],
    ['RebootInstance', 'high', 'own'],
    ['RemoveTags', 'medium', 'prefix'],
    ['UnTagResources', 'medium', 'own'],
    ['StopInvocation', 'medium', 'overview'],
    ['ModifyInstanceAttribute', 'medium', 'own'],
    ['RunCommand', 'medium', 'own'],
    ['RunInstances', 'none', 'own'],
    ['DescribeInstances', 'none', 'own'],
    ['CreateImage', 'none', 'own'],
    // A verb ends before a capital or a digit.
    ['SettleOrder', 'none', 'own'],
    ['DeletionProtection', 'none', 'own'],
    ['Stop2', 'high', 'overview'],
  ])('%s is %s, by %s', (api, expected, source) => {
    expect(risk(api)).toMatchObject({ class: expected, source, documented: source === 'prefix' });
  });

  test('strict takes only the documented prefixes for a high risk', () => {
    const classes = ['DeleteInstance', 'StopInstance', 'RebootInstance', 'DescribeDisks'].map(
      (api) => risk(api, 'strict').class,
    );
    expect(classes).toEqual(['high', 'medium', 'medium', 'none']);
  });

  test('says whether it can be undone', () => {
    const undone = ['DeleteInstance', 'StopInstance', 'RemoveInstances'].map((api) => risk(api).irreversible);
    expect(undone).toEqual([true, false, undefined]);
  });

  test('does not say of a name with Batch in front what is documented of another', () => {
    const { reason, documented, irreversible } = risk('BatchDeleteThing');
    expect({ documented, irreversible }).toEqual({ documented: false, irreversible: true });
    expect(reason.en).toMatch(/^It does to many what Delete does to one\. It is not documented/);
    expect(risk('BatchStopThing')).toMatchObject({ source: 'overview', reason: risk('StopThing').reason });
  });

  test('gives a reason in both languages', () => {
    const { reason } = risk('DeleteSnapshot');
    expect(reason.en).toMatch(/begin with Delete/);
    expect(reason.zh).toMatch(/Delete/);
  });

  test.each(differences)('$api is $ours, and not $survey as in the survey. $why', ({ api, survey, ours }) => {
    expect(risk(api).class).toBe(ours);
    expect(survey).not.toBe(ours);
  });
});

const usageFile = process.env.OOS_API_USAGE;

describe.runIf(usageFile)('the calls of published templates (set OOS_API_USAGE to the list of them)', () => {
  const usage: readonly { readonly Service: string; readonly API: string }[] =
    usageFile === undefined ? [] : JSON.parse(readFileSync(usageFile, 'utf8'));
  const ours = usage.map(
    ({ Service, API }) => [`${Service} ${API}`, classifyCall({ service: Service, api: API })] as const,
  );
  const namesOf = (wanted: string) => ours.filter(([, { class: it }]) => it === wanted).map(([name]) => name);

  test('are 41 high, 104 medium and 166 none', () => {
    expect(['high', 'medium', 'none'].map((it) => namesOf(it).length)).toEqual([41, 104, 166]);
    expect(ours.filter(([, it]) => it.documented)).toHaveLength(23);
  });

  const survey = join(dirname(usageFile ?? ''), 'risk.md');

  test.runIf(existsSync(survey))('are the very ones that the survey beside the list names', () => {
    const text = readFileSync(survey, 'utf8');
    for (const wanted of ['high', 'medium']) {
      const table = text.split(`\n### ${wanted}\n`)[1]?.split('\n### ')[0] ?? '';
      const rows = [...table.matchAll(/^\| ([\w-]+) \| (\w+) \| \d/gm)].map(([, service, api]) => `${service} ${api}`);
      expect(namesOf(wanted).sort()).toEqual(rows.sort());
    }
  });
});
