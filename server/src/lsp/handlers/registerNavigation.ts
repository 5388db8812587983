import {
  type DefinitionParams,
  type DocumentHighlight,
  DocumentHighlightKind,
  type DocumentHighlightParams,
  type Location,
  type LocationLink,
  type ReferenceParams,
} from 'vscode-languageserver/node';
import { definition } from '../../features/definition.ts';
import { documentHighlights } from '../../features/documentHighlight.ts';
import { references } from '../../features/references.ts';
import { toOffset, toRange } from '../convert.ts';
import { type Session, templateRequest } from '../session.ts';

/** Definition, references and highlights: the requests about the name under the cursor. */
export function registerNavigation(session: Session): void {
  const { connection } = session;
  connection.onDefinition(
    templateRequest(session, 'definition', null, (open, { position }: DefinitionParams) => {
      const found = definition(open.document, toOffset(open.lines, position));
      if (!found) return null;
      const { lines } = open;
      const links: LocationLink[] = found.targets.map(({ range, nameRange }) => ({
        originSelectionRange: toRange(lines, found.origin),
        targetUri: lines.uri,
        targetRange: toRange(lines, range),
        targetSelectionRange: toRange(lines, nameRange),
      }));
      if (session.client.definitionLinks) return links;
      return links.map(
        ({ targetUri, targetSelectionRange }): Location => ({ uri: targetUri, range: targetSelectionRange }),
      );
    }),
  );
  connection.onReferences(
    templateRequest(session, 'references', [], ({ document, lines }, params: ReferenceParams): Location[] =>
      references(document, toOffset(lines, params.position), params.context.includeDeclaration).map((range) => ({
        uri: lines.uri,
        range: toRange(lines, range),
      })),
    ),
  );
  connection.onDocumentHighlight(
    templateRequest(
      session,
      'highlights',
      [],
      ({ document, lines }, params: DocumentHighlightParams): DocumentHighlight[] =>
        documentHighlights(document, toOffset(lines, params.position)).map(({ range, declaration }) => ({
          range: toRange(lines, range),
          kind: declaration ? DocumentHighlightKind.Write : DocumentHighlightKind.Read,
        })),
    ),
  );
}
