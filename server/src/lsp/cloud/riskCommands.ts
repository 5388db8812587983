import { riskyTaskValue } from '../../features/risk/riskValue.ts';
import { type Assessment, assessRisk } from '../../risk/assess.ts';
import { inLanguage } from '../../words/words.ts';
import { type FetchedTemplate, fetchPublished } from '../../workspace/publishedTemplate.ts';
import { askRisk } from '../../workspace/serviceRisk.ts';
import { sessionCacheFolder } from '../actions/sessionCacheFolder.ts';
import { toRange } from '../convert.ts';
import { refreshViews } from '../refreshViews.ts';
import { serviceRiskValue } from '../risk/serviceRiskValue.ts';
import { type CommandContext, cloudOf, openOf, templateNameFor } from './commandContext.ts';
import { textOption } from './commandOptions.ts';

/**
 * `oos.listRiskyTasks`: as the service lists them for a published template, held against what we find in the open text, or in
 * the published one where none is open. The answer is kept for that text.
 */
export async function listRiskyTasks(context: CommandContext): Promise<object> {
  const { session, given, signal } = context;
  const open = textOption(given, 'uri') === undefined ? undefined : openOf(context);
  const name = templateNameFor(context);
  context.tell({ en: `Asking OOS for the risky tasks of ${name}`, zh: `正在查询 ${name} 的高风险任务` });
  const { api, connection } = await cloudOf(context);
  const catalog = session.catalog();
  const published = await fetchPublished(api, name, catalog, signal);
  const { document } = open ?? published;
  const assessment = (open ? session.risk.of(open) : assessPublished(context, published)) ?? nothing;
  const word = await askRisk({ ...assessment, document }, published, {
    ...{ api, region: connection?.region, catalog, folder: sessionCacheFolder(session, 'risk'), signal },
    tell: (problem) => session.connection.console.warn(inLanguage(problem, session.client.language)),
  });
  refreshViews(session);
  const { language } = session.client;
  return {
    ...serviceRiskValue(word, language),
    offline: assessment.tasks.map((it) =>
      riskyTaskValue(it, name, (range) => (open ? toRange(open.lines, range) : undefined), language),
    ),
    requestId: word.requestId,
  };
}

function assessPublished({ session }: CommandContext, { document, name, child }: FetchedTemplate) {
  const { template } = document;
  return template && assessRisk(template, { catalog: session.catalog(), rootName: name, child });
}

const nothing: Assessment = {
  reach: { calls: [], unseen: [], selections: [], embedded: [], templates: [] },
  tasks: [],
};
