import {
  LSPErrorCodes,
  type PrepareRenameParams,
  type RenameParams,
  ResponseError,
  type WorkspaceEdit,
} from 'vscode-languageserver/node';
import { type RefusedRename, rename, renameTarget } from '../../features/rename.ts';
import { inLanguage } from '../../words/words.ts';
import { toOffset, toRange } from '../convert.ts';
import { type Session, templateRequest } from '../session.ts';
import { toWorkspaceEdit } from './workspaceEdit.ts';

/** Clients show the message of an error, so a rename that is not possible says why. */
export function registerRename(session: Session): void {
  const { connection } = session;
  const refusal = ({ reason }: RefusedRename): ResponseError<void> =>
    new ResponseError(LSPErrorCodes.RequestFailed, inLanguage(reason, session.client.language));
  connection.onPrepareRename(
    templateRequest(session, 'rename', null, ({ document, lines }, { position }: PrepareRenameParams) => {
      const target = renameTarget(document, toOffset(lines, position));
      if (target.kind === 'refused') return refusal(target);
      return { range: toRange(lines, target.range), placeholder: target.name };
    }),
  );
  connection.onRenameRequest(
    templateRequest<RenameParams, WorkspaceEdit | ResponseError<void> | null>(
      session,
      'rename',
      null,
      (open, { position, newName }) => {
        const answer = rename(open.document, toOffset(open.lines, position), newName);
        return answer.kind === 'refused' ? refusal(answer) : toWorkspaceEdit(session, open, answer.edits);
      },
    ),
  );
}
