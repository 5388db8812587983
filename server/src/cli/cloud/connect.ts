import { createOosApi, type OosApi } from '../../cloud/api/oosApi.ts';
import type { Connection } from '../../cloud/connection.ts';
import { createTransport } from '../../cloud/createTransport.ts';
import { useEnvironmentProxy } from '../../cloud/proxy.ts';
import { resolveConnection } from '../../cloud/resolveConnection.ts';
import type { Transport } from '../../cloud/transport.ts';
import type { Arguments } from '../arguments.ts';
import type { Io } from '../io.ts';
import type { ConnectionOption } from './options.ts';

export interface Cloud {
  readonly api: OosApi;
  readonly connection: Connection;
  /** For operations beyond those of `api`. */
  readonly transport: Transport;
}

/**
 * The service, with the keys and at the place that the command line and the environment say. Reads files, but calls nobody
 * yet. Rejects with an OosError of kind `connection`.
 */
export async function connect(given: Arguments<ConnectionOption>, { env }: Pick<Io, 'env'>): Promise<Cloud> {
  const connection = await resolveConnection(
    { profile: given.value('profile'), region: given.value('region'), endpoint: given.value('endpoint') },
    env,
  );
  useProxyOnce();
  const transport = createTransport(connection);
  return { api: createOosApi(transport), connection, transport };
}

let proxied = false;

/** The process belongs to this program, so all of its requests may take this way. */
function useProxyOnce(): void {
  if (!proxied) useEnvironmentProxy();
  proxied = true;
}
