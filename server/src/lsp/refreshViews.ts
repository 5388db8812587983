import { CodeLensRefreshRequest, SemanticTokensRefreshRequest } from 'vscode-languageserver/node';
import type { Session } from './session.ts';

/** Lets the client ask again for what depends on more than the text: on the catalogue, and on the templates beside it. */
export function refreshViews({ client, connection }: Session): void {
  if (client.refreshesLenses) connection.sendRequest(CodeLensRefreshRequest.type).catch(() => undefined);
  if (client.refreshesTokens) connection.sendRequest(SemanticTokensRefreshRequest.type).catch(() => undefined);
}
