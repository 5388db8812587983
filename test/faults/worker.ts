import type { OosApi } from '../../server/src/cloud/api/oosApi.ts';
import { OosError } from '../../server/src/cloud/oosError.ts';
import type { Random } from '../mutants/random.ts';
import { wrongWith } from './judgedError.ts';
import type { Library } from './library.ts';

/** A template that one worker has written, and nobody else. Texts are told apart by their descriptions. */
export interface Written {
  readonly name: string;
  /** Of all texts that were sent. */
  readonly sent: string[];
  /** Of those whose call was answered well. */
  readonly confirmed: string[];
  readonly tags: Record<string, string>;
}

/** Somebody who calls one operation after the other, and remembers what the answers confirmed. */
export interface Worker {
  readonly api: OosApi;
  readonly random: Random;
  readonly library: Library;
  readonly written: Written[];
  /** Templates and executions whose deletion was confirmed. */
  readonly goneTemplates: string[];
  readonly goneExecutions: string[];
  /** The executions that were confirmed. */
  readonly started: Set<string>;
  /** Those whose approval was confirmed. */
  readonly approved: Set<string>;
  /** A word that nobody has had before. */
  word(): string;
  /** The answer of a call; undefined where it failed, as calls may. */
  attempt<T>(call: Promise<T>): Promise<T | undefined>;
  /** Notes what must not be. */
  wrong(what: string): void;
  /** Notes that a list was read to its end. */
  listRead(): void;
}

/** What a worker counts and finds. */
export interface Findings {
  readonly problems: string[];
  /** How often calls failed, by kind and code. */
  readonly failures: Map<string, number>;
  lists: number;
}

export function newWorker(
  name: string,
  { api, random, library }: Pick<Worker, 'api' | 'random' | 'library'>,
  findings: Findings,
  secrets: readonly string[],
): Worker {
  let words = 0;
  return {
    api,
    random,
    library,
    written: [],
    goneTemplates: [],
    goneExecutions: [],
    started: new Set(),
    approved: new Set(),
    word: () => `${name}-${words++}`,
    async attempt(call) {
      try {
        return await call;
      } catch (error) {
        const wrong = wrongWith(error, secrets);
        if (wrong !== undefined) findings.problems.push(wrong);
        const kind = error instanceof OosError ? [error.facts.kind, error.facts.code].join(' ').trim() : 'other';
        findings.failures.set(kind, (findings.failures.get(kind) ?? 0) + 1);
        return undefined;
      }
    },
    wrong: (what) => findings.problems.push(what),
    listRead: () => {
      findings.lists++;
    },
  };
}
