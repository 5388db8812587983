import type { Answer, CallOptions, Transport } from '../../server/src/cloud/transport.ts';

export interface SentCall {
  readonly operation: string;
  readonly parameters: Readonly<Record<string, string>>;
  readonly options: CallOptions | undefined;
}

/** A transport that answers with these bodies, one a call and the last one for ever, and tells what it was asked. */
export function fakeTransport(...bodies: readonly Answer['body'][]): { transport: Transport; sent: SentCall[] } {
  const sent: SentCall[] = [];
  const transport: Transport = {
    call: async (operation, parameters, options) => {
      sent.push({ operation, parameters, options });
      return { body: bodies[Math.min(sent.length, bodies.length) - 1] ?? {}, requestId: undefined };
    },
  };
  return { transport, sent };
}
