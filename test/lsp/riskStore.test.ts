import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, test } from 'vitest';
import { DocumentStore } from '../../server/src/lsp/documents/documentStore.ts';
import { RiskStore } from '../../server/src/lsp/risk/riskStore.ts';
import { bundledCatalog } from '../../server/src/workspace/bundledCatalog.ts';
import { folderWith } from '../support/folder.ts';

const root = `FormatVersion: OOS-2019-06-01
Tasks:
  - { Name: tidy, Action: ACS::Template, Properties: { TemplateName: cleanUp } }
`;
const plain = 'FormatVersion: OOS-2019-06-01\nTasks: []\n';

/** Two open texts, the second of which embeds what is named cleanUp. */
function opened(other: string) {
  const folder = folderWith({ 'cleanUp.oos.yml': plain });
  const address = (name: string) => pathToFileURL(join(folder, name)).href;
  const documents = new DocumentStore();
  const risk = new RiskStore(documents, bundledCatalog);
  risk.changeFolders([pathToFileURL(folder).href]);
  const open = (name: string, text: string) =>
    documents.open({ uri: address(name), languageId: 'oos-yaml', version: 1, text });
  open(other, plain);
  open('root.oos.yml', root);
  return {
    around() {
      const embedding = documents.get(address('root.oos.yml'));
      const surroundings = embedding && risk.surroundingsOf(embedding);
      surroundings?.child?.('cleanUp');
      return surroundings;
    },
    type(text: string) {
      documents.change({ uri: address(other), version: 2 }, [{ text }]);
      risk.textChanged();
    },
  };
}

test('a text that embeds others is as it was while a text is written that it does not embed', () => {
  const { around, type } = opened('other.oos.yml');
  const before = around();
  expect(before?.child?.('cleanUp')).toBeDefined();
  type(`${plain}# more\n`);
  expect(around()).toBe(before);
});

test('a text is to be looked at anew when what it embeds has changed, once', () => {
  const { around, type } = opened('cleanUp.oos.yml');
  const before = around();
  type(`${plain}# more\n`);
  const after = around();
  expect(after).not.toBe(before);
  expect(around()).toBe(after);
});
