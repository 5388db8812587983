import { rules } from '../../analysis/rules/index.ts';
import { rulePage } from '../../features/rulePage.ts';
import { languages } from '../../words/words.ts';
import type { Session } from '../session.ts';
import { guarded } from './guarded.ts';

/** What a client sends for the page of a rule; it may send anything. Without a language it gets its own one. */
interface RulePageParams {
  readonly id?: unknown;
  readonly language?: unknown;
}

/**
 * The request `oos/rulePage`: the page of a rule as Markdown, for the action "Explain". Null for a rule that does not
 * exist.
 */
export function registerRulePage(session: Session): void {
  const { connection } = session;
  connection.onRequest(
    'oos/rulePage',
    guarded(connection.console, 'rule page', null, (params: RulePageParams | null): { markdown: string } | null => {
      const rule = rules.find(({ id }) => id === params?.id);
      const language = languages.find((it) => it === params?.language) ?? session.client.language;
      return rule ? { markdown: rulePage(rule, language) } : null;
    }),
  );
}
