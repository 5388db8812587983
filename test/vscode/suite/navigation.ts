import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { fixture, withMarks } from '../../support/fixture.ts';
import { navigationTemplates } from '../../support/navigationTemplates.ts';
import { closeAll, openFile, ownDiagnostics, waitFor } from './editor.ts';

type Place = vscode.Location | vscode.LocationLink;
const nameRange = (it: Place) => ('targetUri' in it ? (it.targetSelectionRange ?? it.targetRange) : it.range);

const namesIn = (symbols: readonly vscode.DocumentSymbol[]): string[] =>
  symbols.flatMap(({ name, children }) => [name, ...namesIn(children)]);

for (const [name, marked] of Object.entries(navigationTemplates)) {
  describe(`navigation in ${name}`, () => {
    const { text, ranges } = fixture(marked);
    const [parameter, task, firstUse, secondUse, taskUse] = ranges;
    let document: vscode.TextDocument;

    before(async () => {
      ({ document } = await openFile(name, text));
    });
    after(closeAll);

    const at = (range: { start: number } | undefined) => document.positionAt((range?.start ?? Number.NaN) + 1);
    const marks = (found: readonly vscode.Range[]) =>
      withMarks(
        text,
        found.map(({ start, end }) => ({ start: document.offsetAt(start), end: document.offsetAt(end) })),
      );
    const expected = (...wanted: (typeof parameter)[]) =>
      withMarks(
        text,
        wanted.flatMap((it) => it ?? []),
      );

    it('shows the outline', async () => {
      const symbols = await vscode.commands.executeCommand<vscode.DocumentSymbol[]>(
        'vscode.executeDocumentSymbolProvider',
        document.uri,
      );
      const names = namesIn(symbols);
      for (const wanted of ['Parameters', 'zoneId', 'Tasks', 'findThem', 'ids', 'Outputs', 'zone']) {
        assert.ok(names.includes(wanted), `${wanted} in ${names.join()}`);
      }
    });

    it('goes from a reference to the declaration', async () => {
      for (const [use, declaration] of [
        [secondUse, parameter],
        [taskUse, task],
      ] as const) {
        const found = await vscode.commands.executeCommand<Place[]>(
          'vscode.executeDefinitionProvider',
          document.uri,
          at(use),
        );
        assert.equal(marks(found.map(nameRange)), expected(declaration));
      }
    });

    it('finds all references', async () => {
      const found = await vscode.commands.executeCommand<vscode.Location[]>(
        'vscode.executeReferenceProvider',
        document.uri,
        at(firstUse),
      );
      assert.equal(marks(found.map(({ range }) => range)), expected(parameter, firstUse, secondUse));
    });

    it('highlights the same name', async () => {
      const found = await vscode.commands.executeCommand<vscode.DocumentHighlight[]>(
        'vscode.executeDocumentHighlights',
        document.uri,
        at(parameter),
      );
      assert.equal(marks(found.map(({ range }) => range)), expected(parameter, firstUse, secondUse));
    });

    it('folds the sections', async () => {
      const found = await vscode.commands.executeCommand<vscode.FoldingRange[]>(
        'vscode.executeFoldingRangeProvider',
        document.uri,
      );
      const line = document.positionAt(text.indexOf('Tasks')).line;
      assert.ok(
        found.some(({ start }) => start === line),
        'Tasks can be folded',
      );
    });

    it('repairs a misspelt name by the preferred quick fix', async () => {
      const edit = new vscode.WorkspaceEdit();
      edit.replace(
        document.uri,
        new vscode.Range(document.positionAt(secondUse?.start ?? 0), document.positionAt(secondUse?.end ?? 0)),
        'zonId',
      );
      await vscode.workspace.applyEdit(edit);
      const finding = await waitFor('the finding', () =>
        ownDiagnostics(document).find(({ code }) => code === 'unknown-parameter'),
      );
      const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
        'vscode.executeCodeActionProvider',
        document.uri,
        finding.range,
        vscode.CodeActionKind.QuickFix.value,
      );
      const preferred = actions.find(({ isPreferred }) => isPreferred);
      assert.ok(preferred?.edit, `a preferred quick fix among: ${actions.map(({ title }) => title).join()}`);
      await vscode.workspace.applyEdit(preferred.edit);
      assert.equal(document.getText(), text);
      await waitFor('no findings', () => ownDiagnostics(document).length === 0);
    });
  });
}
