import * as diagnostics from 'node:diagnostics_channel';
import type { IncomingMessage } from 'node:http';
import type { Emulator } from '../../server/src/emulator/emulator.ts';

/** What is asked of a service from now on. */
export class Calls {
  readonly #names: string[] = [];
  readonly #port: number;

  constructor({ endpoint }: Emulator) {
    this.#port = Number(new URL(endpoint).port);
    diagnostics.subscribe('http.server.request.start', this.#hear);
  }

  /** The operations, in the order of their calls. */
  get names(): readonly string[] {
    return this.#names;
  }

  count(operation: string): number {
    return this.#names.filter((it) => it === operation).length;
  }

  stop(): void {
    diagnostics.unsubscribe('http.server.request.start', this.#hear);
  }

  /** Node tells of every request to a server of this process. */
  #hear = (message: unknown): void => {
    const { request } = message as { readonly request: IncomingMessage };
    if (request.socket.localPort === this.#port) this.#names.push(String(request.headers['x-acs-action']));
  };
}
