import type { CodeLens, CodeLensParams } from 'vscode-languageserver/node';
import { riskLenses } from '../../features/riskLenses.ts';
import { inLanguage } from '../../words/words.ts';
import { toRange } from '../convert.ts';
import { rememberedWordFor } from '../risk/serviceRiskValue.ts';
import { type Session, templateRequest } from '../session.ts';

/** The command of a client that announces `lenses`. */
const showRiskyTasks = 'oos.showRiskyTasks';

/** What is risky, above the tasks. A client without the command gets lenses that only show their text. */
export function registerRiskLenses(session: Session): void {
  const { connection, risk } = session;
  connection.onCodeLens(
    templateRequest(session, 'risk lenses', [], (open, _: CodeLensParams): CodeLens[] => {
      const assessment = risk.of(open);
      if (!assessment) return [];
      const { language, showsRisk } = session.client;
      const { lines, document } = open;
      return riskLenses(document, assessment, rememberedWordFor(session, open)?.comparison).map(
        ({ range, words, taskPath }) => ({
          range: toRange(lines, range),
          command: {
            title: inLanguage(words, language),
            command: showsRisk ? showRiskyTasks : '',
            ...(showsRisk && { arguments: [{ uri: lines.uri, ...(taskPath && { task: taskPath }) }] }),
          },
        }),
      );
    }),
  );
}
