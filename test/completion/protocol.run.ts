import { describe, expect, test } from 'vitest';
import { type CompletionItem, CompletionRequest, InsertTextFormat, type TextEdit } from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { bundledCatalog } from '../../server/src/workspace/bundledCatalog.ts';
import { corpusFiles, corpusFolder } from '../support/corpus.ts';
import { LspClient } from '../support/lspClient.ts';
import { sayWithoutCorpus } from '../support/withoutCorpus.ts';
import type { Offer } from './accept.ts';
import { verdictAt } from './ask.ts';
import { judge, type Verdict } from './judge.ts';
import type { Position } from './position.ts';
import { inOneLine } from './report.ts';
import { sample } from './sample.ts';

const { OOS_SEED: seed = '2019-06-01' } = process.env;

sayWithoutCorpus('what a client is offered is not compared with what is measured');

describe.runIf(corpusFolder !== undefined)('what a client without snippets is offered', () => {
  const catalog = bundledCatalog();
  const positions = sample(corpusFiles(), catalog, { seed, positions: 300 }).filter((_, index) => index % 5 === 0);

  test('is what is measured, and is written right', async () => {
    const { client } = await LspClient.start();
    const asked: Verdict[] = [];
    for (const position of positions) {
      const offers = await offersOf(client, position, asked.length);
      asked.push(judge(position, offers, offers, catalog));
    }
    const measured = positions.map((position) => verdictAt(position, catalog));
    expect(asked.map(({ rank, text }) => ({ rank, text }))).toEqual(measured.map(({ rank, text }) => ({ rank, text })));
    expect(asked.filter(({ wrong }) => wrong !== undefined).map(inOneLine)).toEqual([]);
  });
});

async function offersOf(client: LspClient, { text, notation, offset }: Position, index: number): Promise<Offer[]> {
  const uri = `file:///completion/${index}.oos.${notation}`;
  const document = TextDocument.create(uri, `oos-${notation}`, 1, text);
  await client.open(uri, document.languageId, text);
  const params = { textDocument: { uri }, position: document.positionAt(offset) };
  const answer = await client.connection.sendRequest(CompletionRequest.type, params);
  await client.close(uri);
  const items = Array.isArray(answer) ? answer : (answer?.items ?? []);
  return [...items]
    .sort((a, b) => ((a.sortText ?? '') < (b.sortText ?? '') ? -1 : 1))
    .map((it) => offerOf(it, document));
}

function offerOf(item: CompletionItem, document: TextDocument): Offer {
  const { label, filterText = label, textEdit, additionalTextEdits = [], insertTextFormat } = item;
  if (!textEdit || !('range' in textEdit)) throw new Error(`no plain edit: ${JSON.stringify(item)}`);
  const editOf = ({ range, newText }: TextEdit) => ({
    range: { start: document.offsetAt(range.start), end: document.offsetAt(range.end) },
    newText,
  });
  return {
    label,
    filterText,
    ...editOf(textEdit),
    isSnippet: insertTextFormat === InsertTextFormat.Snippet,
    additionalEdits: additionalTextEdits.map(editOf),
  };
}
