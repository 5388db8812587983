import { riskyTaskValue, unseenValue } from '../../features/risk/riskValue.ts';
import type { TextRange } from '../../syntax/node.ts';
import { inLanguage, type Language } from '../../words/words.ts';
import type { ServiceWord } from '../../workspace/serviceRisk.ts';
import { Lines } from '../files/position.ts';
import { countRisks, isBroken, type RiskFile, type RiskReport } from '../risk/report.ts';
import { formatValue } from './value.ts';

/** The risky tasks as one JSON value. Other programs rely on this shape; it only grows. */
export function formatRiskJson({ files }: RiskReport, language: Language): string {
  const { risky, irreversible, overridden, unseen } = countRisks(files);
  const summary = { files: files.length, risky, irreversible, overridden, unseen };
  return formatValue({ version: 1, files: files.map((it) => fileValue(it, language)), summary });
}

function fileValue({ path, rootName, document, tasks, reach, service }: RiskFile, language: Language) {
  const lines = new Lines(document.text);
  const rangeOf = (range: TextRange) => lines.rangeAt(range);
  return {
    path,
    ...(isBroken({ document }) ? { broken: true } : {}),
    riskyTasks: tasks.map((it) => riskyTaskValue(it, rootName, rangeOf, language)),
    unseen: reach.unseen.map((it) => unseenValue(it, rangeOf, language)),
    ...(service ? { service: serviceValue(service, language) } : {}),
  };
}

function serviceValue({ said, remembered, sameText, comparison }: ServiceWord, language: Language) {
  const { template, version, region, hash, asked, tasks } = said;
  return {
    ...{ template, version, region, hash },
    asked: asked.toISOString(),
    remembered,
    sameText,
    riskyTasks: tasks,
    agreed: comparison.agreed,
    onlyOurs: comparison.onlyOurs.map(({ task, why }) => ({
      ...{ Service: task.service, API: task.api, Task: task.taskPath },
      why: inLanguage(why, language),
    })),
    onlyService: comparison.onlyService.map(({ task, why }) => ({ ...task, why: inLanguage(why, language) })),
  };
}
