import { setTimeout as sleep } from 'node:timers/promises';
import type { Connection } from '../../server/src/cloud/connection.ts';
import { createTransport } from '../../server/src/cloud/createTransport.ts';
import { MOST_TRIES } from '../../server/src/cloud/retry.ts';
import type { Transport } from '../../server/src/cloud/transport.ts';
import type { Random } from '../mutants/random.ts';

/** How much later than its limit a call may end on a machine that has other things to do. */
const SLACK = 5000;
/** A call that has not ended by then never will. */
const HUNG = 15_000;
/** By how much the waits between tries are shortened. */
const HURRY = 10;

/** What was seen of the calls that went over a transport. */
export interface CallLog {
  calls: number;
  retries: number;
  /** The longest time of a call beyond its limit, in milliseconds; below zero: none was late. */
  latest: number;
  /** What must not be. */
  readonly problems: string[];
  /** The ClientTokens that went out, and whether the answer came. */
  readonly tokens: Map<string, { readonly retried: boolean; readonly answered: boolean }>;
}

export const newLog = (): CallLog => ({
  calls: 0,
  retries: 0,
  latest: Number.NEGATIVE_INFINITY,
  problems: [],
  tokens: new Map(),
});

/**
 * The transport of the product with a limit of `timeout` milliseconds for each try; of every call it is noted how long it took
 * and how often it was sent.
 */
export function watchedTransport(connection: Connection, timeout: number, random: Random, log: CallLog): Transport {
  return {
    async call(operation, parameters, options) {
      log.calls++;
      let tries = 1;
      let waited = 0;
      const transport = createTransport(connection, {
        timeout,
        random: () => random.next(),
        wait: (milliseconds, signal) => {
          tries++;
          waited += milliseconds / HURRY;
          return sleep(milliseconds / HURRY, undefined, signal && { signal });
        },
      });
      const begin = performance.now();
      let answered = false;
      try {
        const answer = await orHung(transport.call(operation, parameters, options), operation);
        answered = true;
        return answer;
      } finally {
        const over = performance.now() - begin - tries * timeout - waited;
        log.latest = Math.max(log.latest, over);
        log.retries += tries - 1;
        if (over > SLACK) log.problems.push(`${operation} ended ${Math.round(over)} ms after its limit`);
        if (tries > MOST_TRIES) log.problems.push(`${operation} was sent ${tries} times`);
        const { ClientToken } = parameters;
        if (ClientToken !== undefined) log.tokens.set(ClientToken, { retried: tries > 1, answered });
      }
    },
  };
}

async function orHung<T>(call: Promise<T>, operation: string): Promise<T> {
  const over = new AbortController();
  const alarm = sleep(HUNG, undefined, { signal: over.signal }).then(
    () => Promise.reject(new Error(`${operation} hangs`)),
    () => call,
  );
  try {
    return await Promise.race([call, alarm]);
  } finally {
    over.abort();
  }
}
