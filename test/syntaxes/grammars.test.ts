import * as path from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { colourCases } from '../support/colourCases.ts';
import { type Scopes, scopesWith } from '../support/tokens.ts';
import { jsonStub, yamlStub } from './stubs.ts';

let scopes: Scopes;
beforeAll(async () => {
  scopes = await scopesWith(path.resolve(import.meta.dirname, '../..'), [yamlStub, jsonStub]);
});

describe.each(colourCases)('colours $title', (it) => {
  test('in YAML', () => expect(scopes('source.oos-yaml', it.yaml)).toEqual(it.scopes));
  test('in JSON', () => expect(scopes('source.oos-json', it.json)).toEqual(it.scopes));
});

test('colours nothing in a comment', () => {
  expect(scopes('source.oos-yaml', '<|# {{ regionId }} ACS::Sleep Fn::If|>')).toEqual(['none of ours']);
});
