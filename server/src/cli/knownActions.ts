import { join } from 'node:path';
import { inLanguage, type Language } from '../words/words.ts';
import { ActionKnowledge } from '../workspace/actionCache/actionKnowledge.ts';
import { bundledCatalog } from '../workspace/bundledCatalog.ts';
import { cacheFolder } from '../workspace/cacheFolder.ts';
import type { Io } from './io.ts';
import { printable } from './terminal.ts';

/** Where the lists of actions are kept that ListActions told. Undefined: the environment names no home. */
export function actionsFolder({ env }: Io): string | undefined {
  const root = cacheFolder(env);
  return root === undefined ? undefined : join(root, 'actions');
}

/** What is known about actions on this machine. A cache that cannot be used is told on standard error. */
export function knownActions(io: Io, language: Language): ActionKnowledge {
  return new ActionKnowledge({
    bundled: bundledCatalog,
    folder: () => actionsFolder(io),
    tell: (problem) => io.stderr.write(`oos: ${printable(inLanguage(problem, language))}\n`),
  });
}
