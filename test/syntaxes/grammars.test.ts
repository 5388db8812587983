import * as path from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { colourCases } from '../support/colourCases.ts';
import { type RawGrammar, type Scopes, scopesWith } from '../support/tokens.ts';

/**
 * The grammars of VS Code are not in this repository. These know keys, quoted strings and comments, and bear the scopes
 * that ours rely on; `npm run test:vscode` runs the same cases on the real ones.
 */
const yamlStub: RawGrammar = {
  scopeName: 'source.yaml',
  patterns: [
    { name: 'comment.line.number-sign.yaml', match: '#.*' },
    { name: 'string.unquoted.plain.yaml entity.name.tag.yaml', begin: '^\\s*(?=[\\w:]+: )', end: '(?=: )' },
    { name: 'string.quoted.single.yaml', begin: "'", end: "'" },
    { name: 'string.quoted.double.yaml', begin: '"', end: '"' },
  ],
};
const jsonStub: RawGrammar = {
  scopeName: 'source.json',
  patterns: [
    { name: 'string.json support.type.property-name.json', begin: '"(?=[\\w:]+":)', end: '"' },
    { name: 'string.quoted.double.json', begin: '"', end: '"' },
  ],
};

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
