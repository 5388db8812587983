import { riskFinding, riskRules, unseenFinding, unseenKind } from '../../features/risk/riskFindings.ts';
import { inLanguage, type Language } from '../../words/words.ts';
import type { RiskReport } from '../risk/report.ts';
import { sarifLog, sarifRun } from './sarif.ts';
import { ruleDescriptor, toolOf } from './sarifTool.ts';

/** SARIF 2.1.0 as `oos check` writes it. All findings are notes: a risk is no mistake. */
export function formatRiskSarif({ files, complaints, cwd, version }: RiskReport, language: Language): string {
  const checked = files.map(({ path, document, tasks, reach }) => ({
    path,
    text: document.text,
    diagnostics: [...tasks.map(riskFinding), ...reach.unseen.map(unseenFinding)],
  }));
  return sarifLog(sarifRun({ files: checked, complaints, cwd, version }, riskTool, language));
}

const riskTool = toolOf(
  [
    ...riskRules.map((rule) => ({ id: rule.id, describe: (language: Language) => ruleDescriptor(rule, language) })),
    { id: unseenKind.id, describe: unseenDescriptor },
  ],
  (kind, language) => kind.describe(language),
);

function unseenDescriptor(language: Language) {
  const { id, summary, why } = unseenKind;
  return {
    id,
    shortDescription: { text: inLanguage(summary, language) },
    fullDescription: { text: inLanguage(why, language) },
    help: { text: inLanguage(why, language) },
    defaultConfiguration: { enabled: true, level: 'note' },
    properties: { tags: ['correctness'], 'problem.severity': 'recommendation' },
  };
}
