import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, test } from 'vitest';
import type { PublishDiagnosticsParams } from 'vscode-languageserver/node';
import { folderWith } from '../support/folder.ts';
import { LspClient } from '../support/lspClient.ts';

const root = `FormatVersion: OOS-2019-06-01
Tasks:
  - { Name: tidy, Action: ACS::Template, Properties: { TemplateName: cleanUp } }
`;
const child = (api: string) =>
  `FormatVersion: OOS-2019-06-01\nTasks:\n  - { Name: drop, Action: ACS::ExecuteAPI, Properties: { Service: VPC, API: ${api} } }\n`;

const notes = ({ diagnostics }: PublishDiagnosticsParams): string[] =>
  diagnostics.flatMap(({ code, message }) => (String(code).startsWith('risky-') ? `${code}: ${message}` : []));

test('what is risky in an embedded template is found in the one that embeds it, and follows the texts', async () => {
  const folder = folderWith({ 'templates/cleanUp.oos.yml': child('DeleteVpc') });
  const address = (path: string) => pathToFileURL(join(folder, path)).href;
  const { client } = await LspClient.start({ rootUri: pathToFileURL(folder).href });
  const own = address('roots/root.oos.yml');
  await client.open(own, 'oos-yaml', root);
  const [note, hint] = notes(await client.diagnostics(own, 1));
  expect(note).toMatch(/^risky-documented-call: The template 'cleanUp' calls VPC DeleteVpc\. .* Nothing guards it/);
  expect(hint).toMatch(/^risky-unguarded: Nobody is asked .* before VPC DeleteVpc/);

  const foundAfter = async (act: () => Promise<void>, wanted: RegExp) => {
    const next = client.next((it) => it.uri === own && wanted.test(notes(it)[0] ?? ''));
    await act();
    return (await next).version;
  };
  const inner = address('templates/cleanUp.oos.yml');
  expect(await foundAfter(() => client.open(inner, 'oos-yaml', child('DescribeVpcs')), /^$/)).toBe(1);
  expect(await foundAfter(() => client.change(inner, 2, { text: child('DeleteRouteEntry') }), /DeleteRouteEntry/)).toBe(
    1,
  );
  expect(await foundAfter(() => client.close(inner), /DeleteVpc/)).toBe(1);
});

test('what is risky in an embedded template is told of a text too, where its file is named', async () => {
  const folder = folderWith({ 'cleanUp.oos.yml': child('DeleteVpc') });
  const { client } = await LspClient.start({ rootUri: pathToFileURL(folder).href });
  const uri = pathToFileURL(join(folder, 'root.oos.yml')).href;
  const riskyTasks = async (subject: object) =>
    (await client.connection.sendRequest<{ readonly riskyTasks: unknown }>('oos/template', subject)).riskyTasks;
  const found = [{ path: ['tidy', 'drop'], service: 'VPC', api: 'DeleteVpc', range: { start: { line: 2 } } }];
  expect(await riskyTasks({ text: root, uri })).toMatchObject(found);
  expect(await riskyTasks({ text: root, uri, start: { values: {} } })).toMatchObject(found);
  // The text counts, and not what is open there.
  await client.open(uri, 'oos-yaml', child('DescribeVpcs'));
  expect(await riskyTasks({ text: root, uri })).toMatchObject(found);
  expect(await riskyTasks({ uri })).toEqual([]);
  expect(await riskyTasks({ text: root })).toEqual([]);
});
