import { onTestFinished, vi } from 'vitest';
import { type Connection, explicitConnection } from '../../server/src/cloud/connection.ts';
import { createTransport, type TransportOptions } from '../../server/src/cloud/createTransport.ts';
import type { Credential } from '../../server/src/cloud/credential.ts';
import { OosError } from '../../server/src/cloud/oosError.ts';
import type { Answer, CallOptions } from '../../server/src/cloud/transport.ts';
import type { Step } from '../support/fakeService.ts';

/** Planted: none of these may ever be seen in a message. */
export const planted = {
  accessKeyId: 'LTAI5tPlantedKeyId0001',
  accessKeySecret: 'pLaNtEd/sEcReT+value=0002',
  securityToken: 'CAISplanted+Token/0003==',
} as const;

export function connectionTo(endpoint: string, credential: Credential = planted): Connection {
  return explicitConnection({ name: 'test', region: 'cn-hangzhou', endpoint, credential });
}

/** Of each try, in milliseconds: more than anything takes here that ends by itself. */
const LIMIT = 30_000;
const realTimeout = setTimeout;

/**
 * Until the test is over, the limits of calls wait for a step that reaches them. So a call has certainly arrived before its limit,
 * however slow the machine is.
 */
export function holdLimits(): void {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  onTestFinished(() => void vi.useRealTimers());
}

/** Does this, and a moment later the limit of the call is over. Wants `holdLimits`. */
export const reachLimit =
  (step: Step): Step =>
  (response, seen) => {
    step(response, seen);
    realTimeout(() => vi.advanceTimersByTime(LIMIT), 20);
  };

/** How a call ended, and how long it waited between its tries. */
export interface Ending {
  readonly answer?: Answer;
  readonly error?: OosError;
  readonly waits: readonly number[];
}

/** Calls without ever waiting; chance always says a half. */
export async function call(
  connection: Connection,
  operation: string,
  parameters: Record<string, string> = {},
  options: TransportOptions & CallOptions = {},
): Promise<Ending> {
  const waits: number[] = [];
  const wait = async (milliseconds: number): Promise<void> => {
    waits.push(milliseconds);
  };
  const transport = createTransport(connection, { timeout: LIMIT, wait, random: () => 0.5, ...options });
  try {
    return { answer: await transport.call(operation, parameters, options), waits };
  } catch (error) {
    if (!(error instanceof OosError)) throw error;
    return { error, waits };
  }
}
