import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeAll, openFile, openUntitled, replaceText, settle, waitFor } from './editor.ts';

const yamlTemplate = '# a runbook\nFormatVersion: OOS-2019-06-01\nTasks: []\n';
const jsonTemplate = '{ "Description": "{", "FormatVersion": "OOS-2019-06-01", "Tasks": [] }\n';

const becomes = (document: vscode.TextDocument, language: string) =>
  waitFor(`language ${language} instead of ${document.languageId}`, () => document.languageId === language);

describe('language of a document', () => {
  afterEach(closeAll);

  for (const [name, language] of [
    ['named.oos.yml', 'oos-yaml'],
    ['named.oos.yaml', 'oos-yaml'],
    ['named.oos.json', 'oos-json'],
  ] as const) {
    it(`is ${language} for ${name}, whatever stands in it`, async () => {
      const { document } = await openFile(name, '\n');
      assert.equal(document.languageId, language);
    });
  }

  for (const [name, text, language] of [
    ['by-content.yml', yamlTemplate, 'oos-yaml'],
    ['by-content.yaml', yamlTemplate, 'oos-yaml'],
    ['by-content.json', jsonTemplate, 'oos-json'],
    ['by-content.jsonc', jsonTemplate, 'oos-json'],
  ] as const) {
    it(`becomes ${language} for ${name} with the content of a template`, async () => {
      const { document } = await openFile(name, text);
      await becomes(document, language);
    });
  }

  it('becomes ours in an untitled document', async () => {
    const { document } = await openUntitled('yaml', yamlTemplate);
    await becomes(document, 'oos-yaml');
  });

  it('becomes ours when the format version is typed', async () => {
    const { document } = await openFile('grows.yaml', 'Tasks: []\n');
    await settle();
    assert.equal(document.languageId, 'yaml');
    await replaceText(document, yamlTemplate);
    await becomes(document, 'oos-yaml');
  });

  it('stays what the user makes it', async () => {
    const { document } = await openFile('by-hand.yml', yamlTemplate);
    await becomes(document, 'oos-yaml');
    await vscode.languages.setTextDocumentLanguage(document, 'yaml');
    await replaceText(document, `# edited\n${yamlTemplate}`);
    await settle();
    assert.equal(document.languageId, 'yaml');
  });

  it('stays what the user makes of a file named as a template', async () => {
    const { document } = await openFile('by-hand.oos.yml', yamlTemplate);
    await vscode.languages.setTextDocumentLanguage(document, 'yaml');
    await settle();
    assert.equal(document.languageId, 'yaml');
  });

  it('becomes ours again when the file is opened again', async () => {
    const { document } = await openFile('again.yml', yamlTemplate);
    await becomes(document, 'oos-yaml');
    await closeAll();
    await waitFor('the end of the document', () => document.isClosed);
    const reopened = await openFile('again.yml', yamlTemplate);
    await becomes(reopened.document, 'oos-yaml');
  });

  it('is not touched when the setting is off', async () => {
    const settings = vscode.workspace.getConfiguration('oos');
    await settings.update('detectLanguage', false, vscode.ConfigurationTarget.Global);
    try {
      const { document } = await openFile('setting-off.yml', yamlTemplate);
      await settle();
      assert.equal(document.languageId, 'yaml');
    } finally {
      await settings.update('detectLanguage', undefined, vscode.ConfigurationTarget.Global);
    }
  });
});
