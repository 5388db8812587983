import { inLanguage, type Language } from '../../words/words.ts';
import { Lines } from '../position.ts';
import type { ServiceWord } from '../risk/askRisk.ts';
import { countRisks, isBroken, type RiskFile, type RiskReport } from '../risk/report.ts';
import { riskyTaskValue, unseenValue } from './riskValue.ts';
import { formatValue } from './value.ts';

/** The risky tasks as one JSON value. Other programs rely on this shape; it only grows. */
export function formatRiskJson({ files }: RiskReport, language: Language): string {
  const { risky, irreversible, overridden, unseen } = countRisks(files);
  const summary = { files: files.length, risky, irreversible, overridden, unseen };
  return formatValue({ version: 1, files: files.map((it) => fileValue(it, language)), summary });
}

function fileValue({ path, rootName, document, tasks, reach, service }: RiskFile, language: Language) {
  const lines = new Lines(document.text);
  return {
    path,
    ...(isBroken({ document }) ? { broken: true } : {}),
    riskyTasks: tasks.map((it) => riskyTaskValue(it, rootName, lines, language)),
    unseen: reach.unseen.map((it) => unseenValue(it, lines, language)),
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
