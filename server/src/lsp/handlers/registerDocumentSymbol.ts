import {
  type DocumentSymbolParams,
  type DocumentSymbol as LspDocumentSymbol,
  SymbolKind as LspSymbolKind,
  type SymbolInformation,
} from 'vscode-languageserver/node';
import { type DocumentSymbol, documentSymbols, type SymbolKind } from '../../features/documentSymbol.ts';
import { toRange } from '../convert.ts';
import type { OpenDocument } from '../documents/documentStore.ts';
import { type Session, templateRequest } from '../session.ts';

const kinds: Readonly<Record<SymbolKind, LspSymbolKind>> = {
  section: LspSymbolKind.Namespace,
  parameter: LspSymbolKind.Variable,
  condition: LspSymbolKind.Boolean,
  task: LspSymbolKind.Function,
  output: LspSymbolKind.Field,
};

export function registerDocumentSymbol(session: Session): void {
  session.connection.onDocumentSymbol(
    templateRequest(session, 'document symbols', [], (open, _: DocumentSymbolParams) => {
      const symbols = documentSymbols(open.document);
      return session.client.hierarchicalSymbols ? symbols.map((it) => toTree(open, it)) : toList(open, symbols);
    }),
  );
}

function toTree(
  open: OpenDocument,
  { name, detail, kind, range, selectionRange, children }: DocumentSymbol,
): LspDocumentSymbol {
  return {
    name,
    ...(detail === undefined ? {} : { detail }),
    kind: kinds[kind],
    range: toRange(open.lines, range),
    selectionRange: toRange(open.lines, selectionRange),
    children: children.map((child) => toTree(open, child)),
  };
}

/** For clients that know no tree, each symbol names the one around it. */
function toList(open: OpenDocument, symbols: readonly DocumentSymbol[], containerName?: string): SymbolInformation[] {
  const { lines } = open;
  return symbols.flatMap(({ name, kind, range, children }) => [
    {
      name,
      kind: kinds[kind],
      location: { uri: lines.uri, range: toRange(lines, range) },
      ...(containerName === undefined ? {} : { containerName }),
    },
    ...toList(open, children, name),
  ]);
}
