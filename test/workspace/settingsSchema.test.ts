import { readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import { expect, test } from 'vitest';
import { levels, presets } from '../../server/src/analysis/levels.ts';
import { rules } from '../../server/src/analysis/rules/index.ts';
import { settingsFileName } from '../../server/src/workspace/settings.ts';
import { settingsSchema } from '../../server/src/workspace/settingsSchema.ts';
import { parseSettings } from '../../server/src/workspace/settingsText.ts';
import { descriptionsIn, inBothLanguages, undescribed } from '../schemas/descriptions.ts';

const read = (file: string) => readFileSync(file, 'utf8');
const validate = new Ajv({ strict: true }).compile(settingsSchema);

test('schemas/oosrc.schema.json is what the program goes by (vitest -u writes it anew)', async () => {
  await expect(`${JSON.stringify(settingsSchema, null, 2)}\n`).toMatchFileSnapshot('../../schemas/oosrc.schema.json');
});

test('has words in both languages for each key', () => {
  expect(undescribed(settingsSchema)).toEqual([]);
  expect(descriptionsIn(settingsSchema).filter((it) => !inBothLanguages(it))).toEqual([]);
});

test.each([
  {},
  { extends: 'strict' },
  { $schema: './x.json', rules: { 'unknown-task': 'off' } },
  { extends: 'stricter' },
  { rules: { 'no-such-rule': 'off' } },
  { rules: { 'unknown-task': 'warn' } },
  { rules: [] },
  { rule: {} },
  [],
])('takes what the program takes: %j', (settings) => {
  expect(validate(settings)).toBe(parseSettings(JSON.stringify(settings)).problems.length === 0);
});

test('editors complete and check settings files with it', () => {
  const { contributes } = JSON.parse(read('package.json'));
  expect(contributes.jsonValidation).toEqual([{ fileMatch: settingsFileName, url: './schemas/oosrc.schema.json' }]);
});

test('the settings of the extension name the presets, the levels and the rules (vitest -u writes them anew)', async () => {
  const manifest = JSON.parse(read('package.json'));
  const { properties } = manifest.contributes.configuration;
  properties['oos.preset'].enum = presets;
  properties['oos.rules'].propertyNames = { enum: rules.map(({ id }) => id) };
  properties['oos.rules'].additionalProperties = { type: 'string', enum: levels };
  await expect(`${JSON.stringify(manifest, null, 2)}\n`).toMatchFileSnapshot('../../package.json');
});

test('the settings of the extension belong to a folder, and change nothing until they are set', () => {
  const { properties } = JSON.parse(read('package.json')).contributes.configuration;
  expect(properties['oos.preset']).toMatchObject({ scope: 'resource', default: presets[0] });
  expect(properties['oos.rules']).toMatchObject({ scope: 'resource', default: {}, type: 'object' });
});
