import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { fixture, withMarks } from '../../support/fixture.ts';
import { type Planted, plantedMistakes } from '../../support/planted.ts';
import { closeAll, openFile, openUntitled, ownDiagnostics, replaceText, waitFor } from './editor.ts';

const misspelt = {
  'wrong.oos.yml': `FormatVersion: OOS-2019-06-01
Parameters:
  instanceId: { Type: String }
Tasks:
  - Name: startIt
    Action: ACS::ExecuteAPI
    Properties:
      Service: ECS
      API: StartInstance
      Parameters: { InstanceId: '{{ <|instanceID2|> }}' }
`,
  'wrong.oos.json': `{
  "FormatVersion": "OOS-2019-06-01",
  "Parameters": { "instanceId": { "Type": "String" } },
  "Tasks": [
    {
      "Name": "startIt",
      "Action": "ACS::ExecuteAPI",
      "Properties": {
        "Service": "ECS",
        "API": "StartInstance",
        "Parameters": { "InstanceId": "{{ <|instanceID2|> }}" }
      }
    }
  ]
}
`,
};

function offsets(document: vscode.TextDocument, { range }: vscode.Diagnostic) {
  return { start: document.offsetAt(range.start), end: document.offsetAt(range.end) };
}

/** The text with marks where the findings of a rule are. A document shows its findings only when all have come. */
async function findingsOf(document: vscode.TextDocument, rule: string): Promise<string> {
  const found = await waitFor(`findings of ${rule} in\n${document.getText()}`, () => {
    const own = ownDiagnostics(document).filter(({ code }) => code === rule);
    return own.length > 0 && own;
  });
  return withMarks(
    document.getText(),
    found.map((it) => offsets(document, it)),
  );
}

function byRule(planted: readonly Planted[]): Map<string, Planted[]> {
  const found = new Map<string, Planted[]>();
  for (const it of planted) {
    const title = `${it.rule} in ${it.notation.toUpperCase()}`;
    found.set(title, [...(found.get(title) ?? []), it]);
  }
  return found;
}

describe('planted mistakes are found where they are:', () => {
  for (const [title, examples] of byRule(plantedMistakes())) {
    it(title, async () => {
      for (const { rule, notation, text, ranges } of examples) {
        const language = notation === 'json' ? 'oos-json' : 'oos-yaml';
        const document = await vscode.workspace.openTextDocument({ language, content: text });
        assert.equal(await findingsOf(document, rule), withMarks(text, ranges));
      }
    });
  }
});

describe('diagnostics', () => {
  afterEach(closeAll);

  for (const [name, marked] of Object.entries(misspelt)) {
    it(`stand in ${name} until the text is right, and come back`, async () => {
      const { text, ranges } = fixture(marked);
      const { document } = await openFile(name, text);
      assert.equal(await findingsOf(document, 'unknown-parameter'), withMarks(text, ranges));
      await replaceText(document, text.replace('instanceID2', 'instanceId'));
      await waitFor('no findings', () => ownDiagnostics(document).length === 0);
      await replaceText(document, text);
      assert.equal(await findingsOf(document, 'unknown-parameter'), withMarks(text, ranges));
    });
  }

  it('name their source, their rule and their severity', async () => {
    const { document } = await openFile('severity.oos.yml', fixture(misspelt['wrong.oos.yml']).text);
    const [found] = await waitFor('findings', () => ownDiagnostics(document).length > 0 && ownDiagnostics(document));
    assert.equal(found?.code, 'unknown-parameter');
    assert.equal(found.severity, vscode.DiagnosticSeverity.Error);
    assert.match(found.message, /instanceID2/);
  });

  it('speak the display language of VS Code', async () => {
    const { document } = await openFile('language.oos.yml', fixture(misspelt['wrong.oos.yml']).text);
    const [found] = await waitFor('findings', () => ownDiagnostics(document).length > 0 && ownDiagnostics(document));
    assert.equal(/\p{Script=Han}/u.test(found?.message ?? ''), vscode.env.language === 'zh-cn');
  });

  it('go when the document stops being a template by hand', async () => {
    const { document } = await openUntitled('oos-yaml', fixture(misspelt['wrong.oos.yml']).text);
    await waitFor('findings', () => ownDiagnostics(document).length > 0);
    await vscode.languages.setTextDocumentLanguage(document, 'plaintext');
    await waitFor('no findings', () => ownDiagnostics(document).length === 0);
  });
});
