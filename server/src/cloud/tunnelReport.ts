import { channel } from 'node:diagnostics_channel';
import type { ClientRequest } from 'node:http';

/** A request that goes through a proxy, as soon as it is made. Node reports it only when the tunnel stands. */
export interface Tunnelled {
  readonly request: ClientRequest;
  /** Breaks the connection to the proxy. */
  abort(): void;
}

/** Reports cross bundles, each of which has a copy of our modules: only the name counts. */
export const tunnelChannel = 'oos.request.tunnelled';

export function reportTunnelled(tunnelled: Tunnelled): void {
  channel(tunnelChannel).publish(tunnelled);
}
