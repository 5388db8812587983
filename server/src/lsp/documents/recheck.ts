import type { Session } from '../session.ts';

/** Checks the open texts again if a settings file has changed on the disk. `beside`: a text that is being checked. */
export function recheckIfSettingsChanged({ documents, scheduler, settings }: Session, beside?: string): void {
  if (!settings.refresh()) return;
  for (const uri of documents.uris()) if (uri !== beside) scheduler.schedule(uri);
}

/** Checks the open texts again that embed other templates, when those may have changed. `beside`: a text that is checked anyway. */
export function recheckEmbedding({ risk, scheduler }: Session, beside?: string): void {
  for (const uri of risk.embedding(beside)) scheduler.schedule(uri);
}
