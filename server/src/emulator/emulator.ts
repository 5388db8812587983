import { setMaxListeners } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Catalog } from '../catalog/catalog.ts';
import { type AccessKey, type Accounts, newAccounts } from './callers/accounts.ts';
import type { SignatureDemand } from './callers/authenticate.ts';
import { Faults } from './faults/faults.ts';
import { type House, type Quotas, usualQuotas } from './house.ts';
import { Pages } from './operations/pages.ts';
import { type PreparedAnswers, readAnswers } from './running/answers.ts';
import { fastClock } from './running/clock.ts';
import type { Lags } from './running/lags.ts';
import { Runner } from './running/runner.ts';
import { Service } from './service.ts';
import { Store } from './store/store.ts';
import type { Shape } from './wire/shapes.ts';

export interface EmulatorOptions {
  /** What ListActions tells and templates are checked against. */
  readonly catalog: Catalog;
  /** 0, the default: any that is free. */
  readonly port?: number | undefined;
  /** Where everything is kept; without a file it is forgotten at the end. */
  readonly dataFile?: string | undefined;
  /**
   * Where the key is that the values of executions in the data file are sealed with; it is made when it is not there. Without a
   * folder the key ends with the process, and executions of earlier processes are no more than entries of lists.
   */
  readonly keyFolder?: string | undefined;
  /** How many seconds pass inside in one outside. Default: 1. */
  readonly speed?: number | undefined;
  /** What is to go wrong, and how often: see `readFault`. */
  readonly faults?: readonly string[] | undefined;
  /** How long things stay in a state, in milliseconds inside. */
  readonly lags?: Lags | undefined;
  /** Default: required. Calls that are not signed are the owner's where they may come. */
  readonly signature?: SignatureDemand | undefined;
  /** Of the numbers that decide what goes wrong. */
  readonly seed?: number | undefined;
  /** How late an answer is under the fault `slow`, in milliseconds. Default: 2000. */
  readonly slowness?: number | undefined;
  readonly shape?: Shape | undefined;
  /** What calls of tasks are answered with, as the data of an answers file. */
  readonly answers?: unknown;
  /** Where calls without RegionId belong. Default: cn-hangzhou. */
  readonly region?: string | undefined;
  /** Keys of the owner that are to be used instead of new ones. */
  readonly owner?: AccessKey | undefined;
  readonly quotas?: Partial<Quotas> | undefined;
  /** Told of mistakes of this program. */
  readonly onFault?: ((error: unknown) => void) | undefined;
}

export interface Emulator {
  /** `http://127.0.0.1:PORT` */
  readonly endpoint: string;
  readonly accessKeyId: string;
  readonly accessKeySecret: string;
  readonly region: string;
  /** The owner, whose keys are those above, and others with fewer powers. */
  readonly accounts: Accounts;
  /** Instead of the faults so far. Throws a FaultError for one that there is not. */
  setFaults(faults: readonly string[]): void;
  /** Breaks open connections off and resolves when everything is written. */
  close(): Promise<void>;
}

/**
 * Starts a Local OOS, on the loopback address only. Rejects with an error that has `words` for data, answers or
 * faults that cannot be used, and with that of the system for a port or file that cannot be had.
 */
export async function startEmulator(options: EmulatorOptions): Promise<Emulator> {
  const { catalog, speed = 1, region = 'cn-hangzhou', seed = 1, lags = {}, onFault = () => undefined } = options;
  const answers: PreparedAnswers = readAnswers(options.answers);
  const faults = new Faults(options.faults ?? [], seed);
  const accounts = newAccounts(options.owner);
  const { dataFile, keyFolder } = options;
  const store = await Store.open(dataFile === undefined ? undefined : { file: dataFile, keyFolder });
  const clock = fastClock(speed, store.state.time);
  const quotas = { ...usualQuotas, ...options.quotas };
  const runner = new Runner({ store, clock, catalog, answers, quotas, lags, onFault });
  const house: House = { catalog, clock, store, runner, quotas, pages: new Pages() };
  const closing = new AbortController();
  // Any number of late answers may wait for it.
  setMaxListeners(0, closing.signal);
  const { shape = 'model', signature = 'required', slowness = 2000 } = options;
  const manners = { shape, signature, region, slowness };
  const service = new Service({ house, accounts, faults, ...manners, closing: closing.signal, onFault });
  const server = createServer((message, response) => {
    service.serve(message, response).catch(onFault);
  });
  try {
    await listening(server, options.port ?? 0);
  } catch (error) {
    await store.close();
    throw error;
  }
  runner.resume();
  return {
    endpoint: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    accessKeyId: accounts.owner.accessKeyId,
    accessKeySecret: accounts.owner.accessKeySecret,
    region,
    accounts,
    setFaults: (wanted) => faults.set(wanted),
    close: async () => {
      closing.abort();
      runner.stop();
      const closed = new Promise((resolve) => server.close(resolve));
      server.closeAllConnections();
      await closed;
      await store.close();
    },
  };
}

function listening(server: ReturnType<typeof createServer>, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
}
