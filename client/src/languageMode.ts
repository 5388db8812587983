import * as vscode from 'vscode';
import { declaresOosTemplate, HEAD_LENGTH, HEAD_LINES } from './detectTemplate.ts';
import { languageIds } from './notation.ts';
import { publishedScheme } from './templates/publishedUri.ts';

/** The languages whose documents are looked at, and what a template among them becomes. */
const oosLanguageOf: ReadonlyMap<string, string> = new Map([
  ['yaml', languageIds.YAML],
  ['json', languageIds.JSON],
  ['jsonc', languageIds.JSON],
]);

export const templateLanguages: readonly string[] = Object.values(languageIds);
/** Where templates are written. */
const writtenSchemes: readonly string[] = ['file', 'untitled'];
export const writtenTemplates: vscode.DocumentSelector = templateLanguages.flatMap((language) =>
  writtenSchemes.map((scheme) => ({ language, scheme })),
);
/** Where templates are read: also as they are published. */
export const templateSchemes: readonly string[] = [...writtenSchemes, publishedScheme];

/**
 * Gives YAML and JSON documents that declare themselves OOS templates our language, so that general YAML and JSON
 * extensions leave them alone. A document is switched at most once while it is open, and never after its language was
 * changed by hand.
 */
export function switchLanguages(log: vscode.LogOutputChannel): vscode.Disposable {
  const settled = new Set<string>();

  function consider(document: vscode.TextDocument): void {
    const language = oosLanguageOf.get(document.languageId);
    const uri = document.uri.toString();
    if (!language || settled.has(uri) || !writtenSchemes.includes(document.uri.scheme)) return;
    // The setting last: looking it up costs more than a look at the text, and few texts are templates.
    if (!declaresOosTemplate(headOf(document))) return;
    if (!vscode.workspace.getConfiguration('oos', document).get('detectLanguage', true)) return;
    settled.add(uri);
    vscode.languages
      .setTextDocumentLanguage(document, language)
      .then(undefined, (error: unknown) => log.warn(`The language of ${uri} could not be set: ${error}`));
  }

  function forget(document: vscode.TextDocument): void {
    const uri = document.uri.toString();
    if (document.isClosed) settled.delete(uri);
    // A change of language closes and opens a document that stays. The choice is the user's, or was ours.
    else if (oosLanguageOf.has(document.languageId) || templateLanguages.includes(document.languageId))
      settled.add(uri);
  }

  const subscriptions = [
    vscode.workspace.onDidOpenTextDocument(consider),
    vscode.workspace.onDidCloseTextDocument(forget),
    vscode.workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
      if (contentChanges.some(({ rangeOffset }) => rangeOffset < HEAD_LENGTH)) consider(document);
    }),
  ];
  for (const document of vscode.workspace.textDocuments) consider(document);
  return vscode.Disposable.from(...subscriptions);
}

/** Line by line, so that the rest of a large document is not put together. */
function headOf(document: vscode.TextDocument): string {
  const lineCount = Math.min(document.lineCount, HEAD_LINES);
  let head = '';
  for (let line = 0; line < lineCount && head.length < HEAD_LENGTH; line += 1) {
    head += `${document.lineAt(line).text.slice(0, HEAD_LENGTH)}\n`;
  }
  return head;
}
