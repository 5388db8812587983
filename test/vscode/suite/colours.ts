import * as assert from 'node:assert/strict';
import * as path from 'node:path';
import * as vscode from 'vscode';
import { colourCases } from '../../support/colourCases.ts';
import { grammarsIn, type Scopes, scopesWith } from '../../support/tokens.ts';

/** The bundle of this suite stands in out/vscode-suite. */
const repository = path.resolve(__dirname, '../..');

function builtInGrammars(id: string): ReturnType<typeof grammarsIn> {
  const extension = vscode.extensions.getExtension(id);
  assert.ok(extension, `VS Code brings ${id}`);
  return grammarsIn(path.join(extension.extensionPath, 'syntaxes'));
}

describe("colours on VS Code's own grammars", () => {
  let scopes: Scopes;
  before(async () => {
    scopes = await scopesWith(repository, [...builtInGrammars('vscode.yaml'), ...builtInGrammars('vscode.json')]);
  });

  for (const { title, yaml, json, scopes: expected } of colourCases) {
    it(`show ${title} in YAML`, () => assert.deepEqual(scopes('source.oos-yaml', yaml), expected));
    it(`show ${title} in JSON`, () => assert.deepEqual(scopes('source.oos-json', json), expected));
  }

  for (const [style, text] of [
    ['plain', 'a: say {{ <|name|> }} and\n  {{ <|other|> }}\n'],
    ['single-quoted over lines', "a: 'say {{ <|name|> }}\n  and {{ <|other|> }}'\n"],
    ['literal', 'a: |\n  say {{ <|name|> }}\n\n    # and {{ <|other|> }}\n'],
    ['folded', 'a: >-\n  say {{ <|name|> }}\n  and {{ <|other|> }}\n'],
  ] as const) {
    it(`show parameters in a ${style} scalar`, () => {
      assert.deepEqual(scopes('source.oos-yaml', text), ['variable.parameter.oos', 'variable.parameter.oos']);
    });
  }

  it('show unquoted names in YAML', () => {
    assert.deepEqual(scopes('source.oos-yaml', '- Action: <|ACS::ECS::RunCommand|> #<| {{ x }}|>\n'), [
      'entity.name.function.action.oos',
      'none of ours',
    ]);
    assert.deepEqual(scopes('source.oos-yaml', "When: {<|Fn::Not|>: {'<|Fn::If|>': []}}\n"), [
      'support.function.oos',
      'support.function.oos',
    ]);
  });
});
