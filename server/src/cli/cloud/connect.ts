import { createOosApi, type OosApi } from '../../cloud/api/oosApi.ts';
import type { Connection } from '../../cloud/connection.ts';
import { createTransport } from '../../cloud/createTransport.ts';
import { checkedRegion, endpointUrl } from '../../cloud/endpoint.ts';
import { OosError } from '../../cloud/oosError.ts';
import { useEnvironmentProxy } from '../../cloud/proxy.ts';
import { resolveConnection } from '../../cloud/resolveConnection.ts';
import type { Transport } from '../../cloud/transport.ts';
import type { Arguments } from '../commandLine/arguments.ts';
import { UsageError } from '../commandLine/usageError.ts';
import type { Io } from '../io.ts';
import { endingWith, leavingSignal } from './leaving.ts';
import { type ConnectionOption, connectionChoice } from './options.ts';

export interface Cloud {
  readonly api: OosApi;
  readonly connection: Connection;
  /** For operations beyond those of `api`. */
  readonly transport: Transport;
  /** Aborted when the person leaves; calls end by themselves then. */
  readonly leaving: AbortSignal;
}

/**
 * The service, with the keys and at the place that the command line and the environment say. Reads files, but calls nobody
 * yet; from now on Ctrl-C ends calls rather than the program. Rejects with an OosError of kind `connection`,
 * or with a UsageError where what was typed is no region or no endpoint.
 */
export async function connect(given: Arguments<ConnectionOption>, io: Pick<Io, 'env' | 'onInterrupt'>): Promise<Cloud> {
  refuseWrongPlace(given);
  const connection = await resolveConnection(connectionChoice(given), io.env);
  useProxyOnce();
  const leaving = leavingSignal(io);
  const transport = endingWith(leaving, createTransport(connection));
  return { api: createOosApi(transport), connection, transport, leaving };
}

/** What is typed wrongly is wrong usage, whatever the profiles have. */
function refuseWrongPlace(given: Arguments<ConnectionOption>): void {
  const { region, endpoint } = connectionChoice(given);
  try {
    if (region) checkedRegion(region.trim());
    if (endpoint) endpointUrl(endpoint);
  } catch (error) {
    throw error instanceof OosError ? new UsageError(error.words) : error;
  }
}

let proxied = false;

/** The process belongs to this program, so all of its requests may take this way. */
function useProxyOnce(): void {
  if (!proxied) useEnvironmentProxy();
  proxied = true;
}
