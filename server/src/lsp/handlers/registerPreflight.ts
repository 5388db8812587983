import { preflight } from '../../features/preflight.ts';
import { preflightMarkdown } from '../../features/preflightMarkdown.ts';
import { preflightValue } from '../../features/preflightValue.ts';
import { inLanguage, languages } from '../../words/words.ts';
import { toRange } from '../convert.ts';
import { rememberedWordFor, serviceRiskValue } from '../risk/serviceRiskValue.ts';
import type { Session } from '../session.ts';
import { guarded } from './guarded.ts';

/** What a client sends for a report; it may send anything. Without a language it gets its own one. */
interface PreflightParams {
  readonly uri?: unknown;
  readonly language?: unknown;
}

/** The request `oos/preflight`: what is good to know about an open template before it runs. Null for one that is not open. */
export function registerPreflight(session: Session): void {
  const { connection, documents, risk } = session;
  connection.onRequest(
    'oos/preflight',
    guarded(connection.console, 'preflight', null, (params: PreflightParams | null): object | null => {
      const open = typeof params?.uri === 'string' ? documents.get(params.uri) : undefined;
      if (!open?.isTemplate) return null;
      const language = languages.find((it) => it === params?.language) ?? session.client.language;
      const { document, lines } = open;
      const context = risk.contextOf(open);
      const report = preflight(document, { ...context, diagnostics: session.diagnose(open) });
      const rangeOf = (range: Parameters<typeof toRange>[1]) => toRange(lines, range);
      const markdown = preflightMarkdown(report, (offset) => lines.positionAt(offset).line + 1);
      const word = rememberedWordFor(session, open);
      return {
        version: lines.version,
        markdown: inLanguage(markdown, language),
        report: preflightValue(report, context.rootName ?? '', rangeOf, language),
        ...(word && { service: serviceRiskValue(word, language) }),
      };
    }),
  );
}
