import { mkdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { stringOf, valueFor } from '../../server/src/syntax/navigate.ts';
import { TemplateDocument } from '../../server/src/template/document.ts';
import { ChildTemplates } from '../../server/src/workspace/childTemplates.ts';
import { folderWith, writeInto } from '../support/folder.ts';
import { toJson } from '../support/toJson.ts';

const template = (word: string) => `FormatVersion: OOS-2019-06-01\nDescription: ${word}\nTasks: []\n`;

/** The description of the template that a name stands for in a file. */
function found(children: ChildTemplates, place: string, name: string): string | undefined {
  const child = children.for(place)(name);
  return child && stringOf(valueFor(child.root, 'Description'));
}

test.each(['child.yml', 'child.yaml', 'child.oos.yml', 'Child.YAML'])('%s is the template child', (file) => {
  const folder = folderWith({ [file]: template('found') });
  expect(found(new ChildTemplates([]), join(folder, 'root.yml'), 'child')).toBe('found');
});

test.each(['child.json', 'child.oos.json'])('%s is the template child', (file) => {
  const folder = folderWith({ [file]: toJson(template('found')) });
  expect(found(new ChildTemplates([]), join(folder, 'root.yml'), 'child')).toBe('found');
});

test('two colons in a name are two lines in the name of a file', () => {
  const folder = folderWith({ 'My__ECS__Stop.yml': template('found') });
  expect(found(new ChildTemplates([]), join(folder, 'root.yml'), 'My::ECS::Stop')).toBe('found');
});

test('what stands beside the file wins over what lies below it, and that over the rest of the folders that hold it', () => {
  const folder = folderWith({
    'a/child.yml': template('beside'),
    'a/b/child.yml': template('below'),
    'a/b/deep.yml': template('below'),
    'c/child.yml': template('elsewhere'),
    'c/deep.yml': template('elsewhere'),
    'c/far.yml': template('elsewhere'),
  });
  const place = join(folder, 'a/root.yml');
  const names = ['child', 'deep', 'far'];
  const inFolder = new ChildTemplates([folder]);
  expect(names.map((name) => found(inFolder, place, name))).toEqual(['beside', 'below', 'elsewhere']);
  const beside = new ChildTemplates([join(folder, 'c')]);
  expect(names.map((name) => found(beside, place, name))).toEqual(['beside', 'below', undefined]);
});

test('of twins the one in the notation of the file is taken', () => {
  const folder = folderWith({ 'child.yml': template('YAML'), 'child.json': toJson(template('JSON')) });
  const children = new ChildTemplates([]);
  expect(found(children, join(folder, 'root.yml'), 'child')).toBe('YAML');
  expect(found(children, join(folder, 'root.json'), 'child')).toBe('JSON');
});

test('neither the file itself, nor what is no template, nor what packages, hidden folders and links hold is found', () => {
  const folder = folderWith({
    'root.yml': template('itself'),
    'notes.yml': 'a: 1\n',
    'long.yml': `${template('long')}# ${'x'.repeat(2 << 20)}\n`,
    'node_modules/p/child.yml': template('package'),
    '.hidden/child.yml': template('hidden'),
  });
  mkdirSync(join(folder, 'elsewhere.yml'));
  symlinkSync(join(folder, '.hidden'), join(folder, 'link'));
  const children = new ChildTemplates([folder]);
  for (const name of ['root', 'notes', 'long', 'child', 'elsewhere', '../root', '']) {
    expect(found(children, join(folder, 'root.yml'), name)).toBeUndefined();
  }
  expect(found(children, join(folder, 'gone/root.yml'), 'child')).toBeUndefined();
});

test('each answer is an object of its own, so that two places can be told apart', () => {
  const folder = folderWith({ 'child.yml': template('found') });
  const find = new ChildTemplates([]).for(join(folder, 'root.yml'));
  expect(find('child')).not.toBe(find('child'));
});

test('a changed file is read again, a new one after it was said that there are new ones', () => {
  const folder = folderWith({ 'child.yml': template('old') });
  const children = new ChildTemplates([]);
  const place = join(folder, 'root.yml');
  expect(found(children, place, 'child')).toBe('old');
  writeInto(folder, 'child.yml', template('changed since'));
  writeInto(folder, 'other.yml', template('new'));
  expect(found(children, place, 'child')).toBe('changed since');
  expect(found(children, place, 'other')).toBeUndefined();
  children.forget();
  expect(found(children, place, 'other')).toBe('new');
});

test('what is being edited counts before what is on the disk', () => {
  const folder = folderWith({ 'child.yml': template('saved'), 'other.yml': template('saved') });
  const document = new TemplateDocument(template('typed'), 'yaml');
  const open = (path: string) => (path === join(folder, 'child.yml') ? document : undefined);
  const children = new ChildTemplates([], { open });
  const place = join(folder, 'root.yml');
  expect(['child', 'other'].map((name) => found(children, place, name))).toEqual(['typed', 'saved']);
});
