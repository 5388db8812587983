import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { levels, presets } from '../../server/src/analysis/levels.ts';
import { rules } from '../../server/src/analysis/rules/index.ts';
import { readDirectives } from '../../server/src/analysis/suppressions.ts';
import { parse } from '../../server/src/syntax/parse.ts';
import { parseSettings } from '../../server/src/workspace/settingsText.ts';

const page = readFileSync('docs/settings.md', 'utf8');
const [english = '', chinese = ''] = page.split('\n## 中文\n');
const { properties } = JSON.parse(readFileSync('package.json', 'utf8')).contributes.configuration;
const blocks = (text: string, language: string) =>
  [...text.matchAll(/```(\w+)\n([\s\S]*?)```/g)].flatMap(([, name, code = '']) => (name === language ? code : []));

test.each([
  ['English', english],
  ['Chinese', chinese],
])('the %s page names every setting, preset and level', (_, text) => {
  const words = [...Object.keys(properties), ...presets, ...levels].map((it) => `\`${it}\``);
  expect(words.filter((it) => !text.includes(it))).toEqual([]);
});

test.each([
  ['English', english],
  ['Chinese', chinese],
])('the examples of the %s page are right', (_, text) => {
  const [file = ''] = blocks(text, 'json');
  expect(parseSettings(file)).toMatchObject({ choices: { preset: 'strict' }, problems: [] });
  const [comments = ''] = blocks(text, 'yaml');
  const directives = readDirectives(parse(comments, 'yaml'));
  expect([...new Set(directives.map(({ word }) => word))].sort()).toEqual([
    'oos-disable',
    'oos-disable-line',
    'oos-disable-next-line',
    'oos-enable',
  ]);
  const ids = rules.map(({ id }) => id);
  expect(directives.map(({ id }) => id).filter((id) => !ids.includes(id))).toEqual([]);
});
