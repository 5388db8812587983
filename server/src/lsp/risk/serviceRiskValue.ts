import { inLanguage, type Language } from '../../words/words.ts';
import { rememberedWord, type ServiceWord } from '../../workspace/serviceRisk.ts';
import { sessionCacheFolder } from '../actions/sessionCacheFolder.ts';
import type { OpenDocument } from '../documents/documentStore.ts';
import type { Session } from '../session.ts';

/** What the service said of this very text when it was asked last. Undefined: it was not. */
export function rememberedWordFor(session: Session, open: OpenDocument): ServiceWord | undefined {
  const assessment = session.risk.of(open);
  if (!assessment) return undefined;
  const own = { ...assessment, document: open.document };
  return rememberedWord(own, { catalog: session.catalog(), folder: sessionCacheFolder(session, 'risk') });
}

/** What the service lists, and where it differs from what we find, as the protocol has it. */
export function serviceRiskValue({ said, sameText, comparison }: ServiceWord, language: Language) {
  const { template, version, hash, asked, tasks } = said;
  const ours = comparison.onlyOurs.map(({ task: { taskPath, service, api }, why }) => ({
    ...{ task: taskPath, service, api, only: 'offline' },
    reason: inLanguage(why, language),
  }));
  const theirs = comparison.onlyService.map(({ task: { Task, Service, API }, why }) => ({
    ...{ task: Task, service: Service, api: API, only: 'service' },
    reason: inLanguage(why, language),
  }));
  return {
    ...{ name: template, version, hash, asked: asked.toISOString(), sameText },
    riskyTasks: tasks,
    agreed: comparison.agreed,
    differences: [...theirs, ...ours],
  };
}
