import { type FoldingRange, FoldingRangeKind, type FoldingRangeParams } from 'vscode-languageserver/node';
import { foldingRanges } from '../../features/folding.ts';
import { toRange } from '../convert.ts';
import { type Session, templateRequest } from '../session.ts';

export function registerFolding(session: Session): void {
  session.connection.onFoldingRanges(
    templateRequest(session, 'folding', [], ({ document, lines }, _: FoldingRangeParams): FoldingRange[] =>
      foldingRanges(document).map(({ range, kind }) => {
        const { start, end } = toRange(lines, range);
        const lineRange = { startLine: start.line, endLine: end.line };
        return kind === 'comment' ? { ...lineRange, kind: FoldingRangeKind.Comment } : lineRange;
      }),
    ),
  );
}
