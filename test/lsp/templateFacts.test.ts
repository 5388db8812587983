import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, test } from 'vitest';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { folderWith } from '../support/folder.ts';
import { inBothNotations } from '../support/inBothNotations.ts';
import { LspClient } from '../support/lspClient.ts';

const uri = 'file:///home/dev/clean.oos.yml';
const text = `FormatVersion: OOS-2019-06-01
Description: { en: Cleans up, zh-cn: 清理 }
Metadata:
  ALIYUN::OOS::Interface:
    ParameterGroups:
      - Label: { default: { en: Target, zh-cn: 目标 } }
        Parameters: [IDS, gone, ids]
Parameters:
  name:
    Label: { en: Name, zh-cn: 名称 }
    Description: Of the disk
    ConstraintDescription: { en: Ask Ann., zh-cn: 请询问安。 }
    AllowedPattern: '^[a-z]+$'
    MinLength: 2
  ids: { Type: List, AllowedValues: [a, b], Default: [a] }
  pin: { Type: String, NoEcho: true, Default: 1234 }
Tasks:
  - Name: each
    Action: ACS::Loop
    Properties:
      LoopItems: '{{ ids }}'
      LoopTasks:
        - Name: remove
          Action: ACS::ExecuteAPI
          Description: Gone for good
          Properties: { Service: ECS, API: DeleteDisk, Parameters: { DiskId: '{{ ACS::LoopItem }}' } }
`;

const lines = TextDocument.create(uri, 'yaml', 1, text);
const rangeOf = (word: string) => {
  const start = text.indexOf(word);
  return { start: lines.positionAt(start), end: lines.positionAt(start + word.length) };
};

async function client(language = 'en') {
  const { client: it } = await LspClient.start({ initializationOptions: { language } });
  return (method: string, parameters: object) =>
    it.connection.sendRequest<Record<string, never> | null>(method, parameters);
}

describe('oos/template', () => {
  test('tells what a form needs, and where the tasks are', async () => {
    const ask = await client();
    expect(await ask('oos/template', { text })).toMatchObject({
      description: 'Cleans up',
      groups: [{ label: 'Target', parameters: ['ids'] }],
      parameters: [
        {
          name: 'name',
          type: 'String',
          label: 'Name',
          description: 'Of the disk',
          constraint: 'Ask Ann.',
          required: true,
          secret: false,
          pattern: '^[a-z]+$',
          minLength: 2,
          range: rangeOf('name'),
        },
        { name: 'ids', type: 'List', default: ['a'], allowed: ['a', 'b'], required: false },
        { name: 'pin', secret: true, required: false },
      ],
      tasks: [
        {
          name: 'each',
          action: 'ACS::Loop',
          selectionRange: rangeOf('each'),
          tasks: [{ name: 'remove', description: 'Gone for good', selectionRange: rangeOf('remove') }],
        },
      ],
      riskyTasks: [{ path: ['each', 'remove'], service: 'ECS', api: 'DeleteDisk', overridden: false }],
    });
  });

  test.each([
    [{}, 'It hits 1 target.', 'OOS asks before it.'],
    [{ values: { ids: ['a', 'b'] } }, 'It hits 2 targets.', 'OOS asks before it.'],
    [{ values: { ids: '["a", "b", "a"]' }, SafetyCheck: 'Skip' }, 'It hits 3 targets.', 'keeps OOS from asking'],
    [undefined, '1 by default', 'if the execution is started with'],
  ])('says of a start with %j what it hits', async (start, targets, asked) => {
    const { client: it } = await LspClient.start();
    await it.open(uri, 'oos-yaml', text);
    for (const subject of [{ text }, { uri }]) {
      const facts = await it.connection.sendRequest('oos/template', { ...subject, start });
      const words = (facts as { riskyTasks: { words: string[] }[] }).riskyTasks[0]?.words.join(' ');
      expect(words).toContain(targets);
      expect(words).toContain(asked);
    }
  });

  test('keeps the default of a secret parameter to itself', async () => {
    const ask = await client();
    expect(JSON.stringify(await ask('oos/template', { text }))).not.toContain('1234');
  });

  test('speaks the language of the reader', async () => {
    const ask = await client('zh-cn');
    expect(await ask('oos/template', { text })).toMatchObject({
      description: '清理',
      groups: [{ label: '目标' }],
      parameters: [
        { label: '名称', constraint: '请询问安。', takes: expect.stringMatching(/\p{Script=Han}/u) },
        {},
        {},
      ],
      riskyTasks: [{ words: expect.arrayContaining([expect.stringMatching(/\p{Script=Han}/u)]) }],
    });
  });

  test('is about the open text, in either notation', async () => {
    const { client: it } = await LspClient.start();
    for (const { notation, marked } of inBothNotations(text)) {
      const open = `file:///home/dev/clean.oos.${notation}`;
      await it.open(open, `oos-${notation}`, marked);
      expect(await it.connection.sendRequest('oos/template', { uri: open })).toMatchObject({
        tasks: [{ name: 'each', tasks: [{ name: 'remove' }] }],
      });
    }
  });

  test('sees what is risky in the templates beside an open one', async () => {
    const task = (action: string, properties: string) =>
      `FormatVersion: OOS-2019-06-01\nTasks:\n  - { Name: one, Action: ${action}, Properties: { ${properties} } }\n`;
    const folder = folderWith({ 'child.oos.yml': task('ACS::ExecuteAPI', 'Service: ECS, API: DeleteDisk') });
    const open = pathToFileURL(join(folder, 'parent.oos.yml')).href;
    const { client: it } = await LspClient.start();
    await it.open(open, 'oos-yaml', task('ACS::Template', 'TemplateName: child'));
    expect(await it.connection.sendRequest('oos/template', { uri: open })).toMatchObject({
      riskyTasks: [{ path: ['one', 'one'], service: 'ECS', api: 'DeleteDisk' }],
    });
  });

  test.each([[null], [{}], [{ uri: 'file:///not-open.yml' }], [{ text: 7 }], [{ text: '' }], [{ text: '- a\n' }]])(
    'is null for %j',
    async (parameters) => {
      const { client: it } = await LspClient.start();
      expect(await it.connection.sendRequest('oos/template', parameters)).toBeNull();
    },
  );
});

describe('oos/checkParameters', () => {
  test('judges values one by one and reads the good ones', async () => {
    const ask = await client();
    expect(await ask('oos/checkParameters', { text, values: { name: 'web', ids: '["b"]' } })).toEqual({
      values: { name: 'web', ids: ['b'] },
      problems: {},
      doubts: {},
    });
    const { problems } = {
      ...(await ask('oos/checkParameters', { text, values: { name: 'W', ids: '["c"]', odd: 'x' } })),
    };
    expect(problems).toEqual({
      name: expect.stringContaining('Ask Ann.'),
      ids: expect.stringContaining('a, b'),
      odd: expect.stringContaining('odd'),
    });
  });

  test('tells what is missing, unless it is withheld', async () => {
    const ask = await client();
    expect(await ask('oos/checkParameters', { text, values: {} })).toMatchObject({
      problems: { name: expect.stringContaining('name') },
    });
    expect(await ask('oos/checkParameters', { text, values: {}, withheld: ['name'] })).toMatchObject({ problems: {} });
  });

  test('tells what may be refused', async () => {
    const loose = text.replace("'^[a-z]+$'", "'[a-z]+'");
    const ask = await client('zh-cn');
    expect(await ask('oos/checkParameters', { text: loose, values: { name: 'web1' } })).toMatchObject({
      problems: {},
      doubts: { name: expect.stringMatching(/\p{Script=Han}/u) },
    });
  });

  test('is null for what is no template, and outlives nonsense', async () => {
    const ask = await client();
    expect(await ask('oos/checkParameters', { text: '7' })).toBeNull();
    expect(await ask('oos/checkParameters', { text, values: [7], withheld: 'name' })).toMatchObject({
      problems: { name: expect.any(String) },
    });
  });
});
