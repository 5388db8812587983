import { join } from 'node:path';
import type { ConnectionChoice } from '../cloud/resolveConnection.ts';
import { inLanguage, type Language } from '../words/words.ts';
import { ActionKnowledge } from '../workspace/actionCache/actionKnowledge.ts';
import { bundledCatalog } from '../workspace/bundledCatalog.ts';
import { cacheFolder } from '../workspace/cacheFolder.ts';
import type { Io } from './io.ts';
import { printable } from './terminal/terminal.ts';

/** Where the lists of actions are kept that ListActions told. Undefined: the environment names no home. */
export function actionsFolder({ env }: Io): string | undefined {
  const root = cacheFolder(env);
  return root === undefined ? undefined : join(root, 'actions');
}

/**
 * What is known about actions on this machine: of several lists that were fetched, the one of the account and region that would be
 * called now. A cache that cannot be used is told on standard error.
 */
export async function knownActions(
  io: Io,
  language: Language,
  choice: ConnectionChoice = {},
): Promise<ActionKnowledge> {
  const known = new ActionKnowledge({
    bundled: bundledCatalog,
    folder: () => actionsFolder(io),
    tell: (problem) => io.stderr.write(`oos: ${printable(inLanguage(problem, language))}\n`),
  });
  if (!known.hasSeveral) return known;
  const { chosenCaller } = await import('../cloud/chosenCaller.ts');
  // Who asks the service with a choice that makes no sense is told then.
  const caller = await chosenCaller(choice, io.env).catch(() => undefined);
  if (caller) known.choose(caller);
  return known;
}
