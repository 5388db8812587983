import { expect, test } from 'vitest';
import { LspClient } from '../support/lspClient.ts';

const uri = 'file:///home/dev/a.oos.yml';
const text = `FormatVersion: OOS-2019-06-01
Tasks:
  - Name: sleep
    Action: ACS::Sleep
    Properties:
      Duration: PT1M
`;

interface Actions {
  readonly groups: readonly { id: string; label: string; actions: readonly { name: string; summary: string }[] }[];
  readonly cached: unknown;
}

test('lists the actions by product, the atomic ones first, in the language of the client', async () => {
  const { client } = await LspClient.start({ locale: 'zh-cn' });
  const { groups, cached } = await client.connection.sendRequest<Actions>('oos/actions', {});
  expect(cached).toBeNull();
  expect(groups[0]).toMatchObject({ id: 'atomic', label: '原子动作' });
  expect(groups[0]?.actions.map(({ name }) => name)).toContain('ACS::ExecuteAPI');
  const ecs = groups.find(({ id }) => id === 'ECS');
  expect(ecs?.label).toBe('ECS：云服务器');
  expect(ecs?.actions.map(({ name }) => name)).toContain('ACS::ECS::RebootInstance');
  expect(groups.flatMap(({ actions }) => actions).filter(({ summary }) => summary === '')).toEqual([]);
});

test('gives the page of an action, and null for one that is not known', async () => {
  const { client } = await LspClient.start();
  const ask = (params: unknown) => client.connection.sendRequest('oos/actionPage', params);
  expect(await ask({ name: 'acs::sleep' })).toEqual({ markdown: expect.stringContaining('`ACS::Sleep`') });
  expect(await ask({ name: 'ACS::Nothing' })).toBeNull();
  expect(await ask(null)).toBeNull();
});

test('writes a task for an open template, at the end where no position is given', async () => {
  const { client } = await LspClient.start();
  await client.open(uri, 'oos-yaml', text);
  const ask = (params: unknown) => client.connection.sendRequest('oos/taskSnippet', params);
  const action = 'ACS::Sleep';
  expect(await ask({ uri, action, position: { line: 2, character: 8 } })).toEqual({
    position: { line: 6, character: 0 },
    // biome-ignore lint/suspicious/noTemplateCurlyInString: the syntax of snippets
    snippet: '  - Name: ${1:sleep2}\n    Action: ACS::Sleep\n    Properties:\n      Duration: ${2:PT1M}\n',
    needsLine: false,
  });
  expect(await ask({ uri, action })).toMatchObject({ position: { line: 6, character: 0 } });
  expect(await ask({ uri, action: 'ACS::Nothing' })).toBeNull();
  expect(await ask({ uri: 'file:///home/dev/other.yml', action })).toBeNull();
  expect(client.logged).toEqual([]);
});

test('converts a template that can be read for certain', async () => {
  const { client } = await LspClient.start();
  const convert = (params: unknown) => client.connection.sendRequest<{ text: string } | null>('oos/convert', params);
  const json = (await convert({ text, to: 'JSON' }))?.text ?? '';
  expect(JSON.parse(json).Tasks[0]).toMatchObject({ Name: 'sleep', Action: 'ACS::Sleep' });
  expect(await convert({ text: json, to: 'YAML' })).toEqual({ text });
  expect(await convert({ text: 'Tasks: [', to: 'JSON' })).toBeNull();
  expect(await convert({ text, to: 'TOML' })).toBeNull();
});
