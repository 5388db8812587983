import {
  type SemanticTokens,
  SemanticTokensBuilder,
  type SemanticTokensOptions,
  type SemanticTokensParams,
  type SemanticTokensRangeParams,
} from 'vscode-languageserver/node';
import type { Catalog } from '../../catalog/catalog.ts';
import { type SemanticToken, semanticTokens, tokenModifiers, tokenTypes } from '../../features/semanticTokens.ts';
import type { Assessment } from '../../risk/assess.ts';
import { toTextRange } from '../convert.ts';
import type { OpenDocument } from '../documents/documentStore.ts';
import { type Session, templateRequest } from '../session.ts';

export const semanticTokensOptions: SemanticTokensOptions = {
  legend: { tokenTypes: [...tokenTypes], tokenModifiers: [...tokenModifiers] },
  full: true,
  range: true,
};

interface Known {
  readonly catalog: Catalog;
  readonly assessment: Assessment | undefined;
  readonly tokens: readonly SemanticToken[];
}

const none: SemanticTokens = { data: [] };

/** The names in templates for highlighting, worked out once a version. */
export function registerSemanticTokens(session: Session): void {
  const { languages } = session.connection;
  const known = new WeakMap<OpenDocument, Known>();
  const tokensOf = (open: OpenDocument): readonly SemanticToken[] => {
    const catalog = session.catalog();
    const assessment = session.risk.of(open);
    const before = known.get(open);
    if (before?.catalog === catalog && before.assessment === assessment) return before.tokens;
    const risky = assessment?.tasks.map(({ task }) => task) ?? [];
    const tokens = semanticTokens(open.document, { catalog, risky });
    known.set(open, { catalog, assessment, tokens });
    return tokens;
  };
  languages.semanticTokens.on(
    templateRequest(session, 'semantic tokens', none, (open, _: SemanticTokensParams) => encoded(open, tokensOf(open))),
  );
  languages.semanticTokens.onRange(
    templateRequest(session, 'semantic tokens', none, (open, { range }: SemanticTokensRangeParams) => {
      const { start, end } = toTextRange(open.lines, range);
      return encoded(
        open,
        tokensOf(open).filter((it) => it.range.start < end && start < it.range.end),
      );
    }),
  );
}

function encoded({ lines }: OpenDocument, tokens: readonly SemanticToken[]): SemanticTokens {
  const builder = new SemanticTokensBuilder();
  for (const { range, type, modifiers } of tokens) {
    const { line, character } = lines.positionAt(range.start);
    const bits = modifiers.reduce((set, it) => set | (1 << tokenModifiers.indexOf(it)), 0);
    builder.push(line, character, range.end - range.start, tokenTypes.indexOf(type), bits);
  }
  return builder.build();
}
