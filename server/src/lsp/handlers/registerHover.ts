import { type Hover, type HoverParams, MarkupKind } from 'vscode-languageserver/node';
import { hover } from '../../features/hover/hover.ts';
import { plainText } from '../../features/hover/markdown.ts';
import { inLanguage } from '../../words/words.ts';
import { toOffset, toRange } from '../convert.ts';
import { type Session, templateRequest } from '../session.ts';

export function registerHover(session: Session): void {
  session.connection.onHover(
    templateRequest(session, 'hover', null, (open, { position }: HoverParams): Hover | null => {
      const { document, lines } = open;
      const found = hover(document, toOffset(lines, position), {
        catalog: session.catalog(),
        risky: session.risk.of(open)?.tasks,
        lineOf: (offset) => lines.positionAt(offset).line + 1,
      });
      if (!found) return null;
      const { language, hoverMarkdown } = session.client;
      const markdown = inLanguage(found.markdown, language);
      return {
        contents: hoverMarkdown
          ? { kind: MarkupKind.Markdown, value: markdown }
          : { kind: MarkupKind.PlainText, value: plainText(markdown) },
        range: toRange(lines, found.range),
      };
    }),
  );
}
