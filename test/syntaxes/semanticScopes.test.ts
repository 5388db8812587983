import * as path from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { SemanticTokenModifiers, SemanticTokenTypes } from 'vscode-languageserver';
import packageJson from '../../package.json' with { type: 'json' };
import {
  type SemanticToken,
  semanticTokens,
  tokenModifiers,
  tokenTypes,
} from '../../server/src/features/semanticTokens.ts';
import { assessRisk } from '../../server/src/risk/assess.ts';
import { TemplateDocument } from '../../server/src/template/document.ts';
import { bundledCatalog } from '../../server/src/workspace/bundledCatalog.ts';
import { toJson } from '../support/toJson.ts';
import { type Scopes, scopesWith } from '../support/tokens.ts';
import { jsonStub, yamlStub } from './stubs.ts';

const repository = path.resolve(import.meta.dirname, '../..');
const { semanticTokenModifiers, semanticTokenScopes } = packageJson.contributes;
const catalog = bundledCatalog();

/** Has names of every kind. */
const yaml = `FormatVersion: OOS-2019-06-01
Parameters:
  zone: { Type: String }
Tasks:
  - Name: find
    Action: ACS::ExecuteAPI
    OnError: ACS::END
    Properties:
      Service: ECS
      API: DescribeInstances
      Parameters: { ZoneId: '{{ zone }}', RegionId: '{{ ACS::RegionId }}' }
    Outputs:
      ids: { Type: List, ValueSelector: 'Instances.Instance[].InstanceId' }
  - Name: delete
    Action: ACS::ExecuteAPI
    Properties:
      Service: ECS
      API: DeleteInstance
      Parameters: { InstanceId: { 'Fn::Select': [0, '{{ find.ids }}'] } }
  - Name: start
    Action: ACS::ECS::StartInstance
    Properties: { instanceId: { 'Fn::Select': [0, '{{ find.ids }}'] } }
  - Name: stop
    Action: ACS::ECS::StopInstance
    Properties: { instanceId: { 'Fn::Select': [0, '{{ find.ids }}'] } }
`;

const notations = [
  { language: 'oos-yaml', notation: 'yaml', text: yaml },
  { language: 'oos-json', notation: 'json', text: toJson(yaml) },
] as const;

function tokensOf(text: string, notation: 'yaml' | 'json'): SemanticToken[] {
  const document = new TemplateDocument(text, notation);
  const risky = document.template ? assessRisk(document.template, { catalog }).tasks.map(({ task }) => task) : [];
  return semanticTokens(document, { catalog, risky });
}

/** Selectors that VS Code brings itself. Ours come before them where both are equally exact, since they name a language. */
const builtIn = [
  'class.defaultLibrary',
  'function.defaultLibrary',
  'property.readonly',
  'property.defaultLibrary',
  'variable.readonly',
  'variable.defaultLibrary',
  'variable.defaultLibrary.readonly',
];

/** As VS Code chooses: of the selectors that fit the one with the most modifiers. */
function selectorFor({ type, modifiers }: SemanticToken, scopes: object): string {
  const fitting = [...Object.keys(scopes), ...builtIn].filter((selector) => {
    const [wanted, ...also] = selector.split('.');
    return wanted === type && also.every((it) => modifiers.some((modifier) => modifier === it));
  });
  return fitting.sort((a, b) => b.split('.').length - a.split('.').length)[0] ?? 'none';
}

test('all kinds of names are words of the protocol, or come with a description', () => {
  const types: string[] = Object.values(SemanticTokenTypes);
  const modifiers = [...Object.values(SemanticTokenModifiers), ...semanticTokenModifiers.map(({ id }) => id)];
  expect(tokenTypes.filter((it) => !types.includes(it))).toEqual([]);
  expect(tokenModifiers.filter((it) => !modifiers.includes(it))).toEqual([]);
});

let scopesOf: Scopes;
beforeAll(async () => {
  scopesOf = await scopesWith(repository, [yamlStub, jsonStub]);
});

describe.each(notations)('the colours of names in $language', ({ language, notation, text }) => {
  const { scopes } = semanticTokenScopes.find((it) => it.language === language) ?? { scopes: {} };
  const chosen = tokensOf(text, notation).map((token) => ({ token, selector: selectorFor(token, scopes) }));

  test('are told for every kind of name, and for no other', () => {
    expect([...new Set(chosen.map(({ selector }) => selector))].sort()).toEqual(Object.keys(scopes).sort());
  });

  test('stay when the server has answered, but for risky calls', () => {
    const compared = chosen.flatMap(({ token: { range }, selector }) => {
      const marked = `${text.slice(0, range.start)}<|${text.slice(range.start, range.end)}|>${text.slice(range.end)}`;
      const before = scopesOf(`source.${language}`, marked)[0] ?? '';
      const name = text.slice(range.start, range.end);
      // The names that the grammar does not know are parts of texts and keys to it.
      return before.endsWith('.oos') && !selector.endsWith('.risky') ? [{ name, before, selector }] : [];
    });
    expect(compared.length).toBeGreaterThan(6);
    expect(compared.filter(({ before, selector }) => Reflect.get(scopes, selector)[0] !== before)).toEqual([]);
  });
});
