import * as fs from 'node:fs';
import * as path from 'node:path';
import { expect, test } from 'vitest';

const repository = path.resolve(import.meta.dirname, '../..');
const read = (file: string): string => fs.readFileSync(path.join(repository, file), 'utf8');
const words = (file: string): [string, string][] => Object.entries(JSON.parse(read(file)));

const manifest = read('package.json');
const english = words('package.nls.json');
const chinese = words('package.nls.zh-cn.json');

test('every text of the manifest exists in English and Chinese, and no other does', () => {
  const used = [...new Set([...manifest.matchAll(/"%([\w.]+)%"/g)].map(([, key = '']) => key))].sort();
  expect(english.map(([key]) => key).sort()).toEqual(used);
  expect(chinese.map(([key]) => key).sort()).toEqual(used);
});

test('no text is empty, and the Chinese ones are Chinese', () => {
  expect(english.filter(([, text]) => text.trim() === '')).toEqual([]);
  expect(chinese.filter(([, text]) => !/\p{Script=Han}/u.test(text))).toEqual([]);
});

test('what the manifest names by path exists', () => {
  const paths = [...manifest.matchAll(/"(?:path|configuration|icon)": "(?:\.\/)?([^"%$]+)"/g)].map(
    ([, file = '']) => file,
  );
  expect(paths.length).toBeGreaterThan(4);
  expect(paths.filter((file) => !fs.existsSync(path.join(repository, file)))).toEqual([]);
});

test('every setting is described', () => {
  const { properties } = JSON.parse(manifest).contributes.configuration;
  const undescribed = Object.entries<{ description?: string; markdownDescription?: string }>(properties)
    .filter(([, it]) => !it.description && !it.markdownDescription)
    .map(([name]) => name);
  expect(undescribed).toEqual([]);
});

// Everything else that the extension brings, a language of its own, a command, a view, wakes it up without a word.
test('only YAML and JSON texts wake the extension, which may be templates, and what is restored of ours', () => {
  expect(JSON.parse(manifest).activationEvents).toEqual([
    ...['onLanguage:yaml', 'onLanguage:json', 'onLanguage:jsonc'],
    ...['onFileSystem:oos-logs', 'onFileSystem:oos-execution', 'onFileSystem:oos-template'],
    'onWebviewPanel:oos.executionView',
  ]);
});

test('workspaces without trust or files have their limits, with a reason', () => {
  const { untrustedWorkspaces, virtualWorkspaces } = JSON.parse(manifest).capabilities;
  for (const [name, { supported, description }] of Object.entries({ untrustedWorkspaces, virtualWorkspaces })) {
    expect([supported, description]).toEqual(['limited', `%capabilities.${name}%`]);
  }
});

test('a workspace can set how templates are checked, and nothing about the cloud or the machine', () => {
  const { capabilities, contributes } = JSON.parse(manifest);
  const settings = Object.entries<{ scope: string }>(contributes.configuration.properties);
  const free = settings.flatMap(([name, { scope }]) => (scope === 'resource' ? name : []));
  const rest = settings.flatMap(([name, { scope }]) => (scope === 'machine' ? name : []));
  expect(free.sort()).toEqual(['oos.detectLanguage', 'oos.preset', 'oos.rules']);
  expect(free.length + rest.length).toBe(settings.length);
  expect([...capabilities.untrustedWorkspaces.restrictedConfigurations].sort()).toEqual(rest.sort());
});
