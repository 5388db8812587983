import { OosError } from '../../cloud/oosError.ts';
import type { Transport } from '../../cloud/transport.ts';
import type { Io } from '../io.ts';
import { Stopped } from '../terminal/stopped.ts';

/**
 * Aborted at the first Ctrl-C, unless somebody else wants to hear of it, and when the system wants the program to end. The
 * second one ends the program whatever it is doing.
 */
export function leavingSignal({ onInterrupt }: Pick<Io, 'onInterrupt'>): AbortSignal {
  const leaving = new AbortController();
  const stop = onInterrupt(() => {
    stop();
    leaving.abort();
  });
  return leaving.signal;
}

/** The same service, but all calls end with a `cancelled` OosError when the person leaves. */
export function endingWith(leaving: AbortSignal, transport: Transport): Transport {
  return {
    call: (operation, parameters, options) => {
      const signal = options?.signal ? AbortSignal.any([leaving, options.signal]) : leaving;
      return transport.call(operation, parameters, { ...options, signal });
    },
  };
}

/** The person has left before the answer came. */
export const isCancelled = (error: unknown): boolean => error instanceof OosError && error.facts.kind === 'cancelled';

/** What `work` brings; rejects with `Stopped` when the person leaves before. */
export function unlessLeft<T>(work: Promise<T>, leaving: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    const stop = () => reject(new Stopped());
    if (leaving.aborted) stop();
    leaving.addEventListener('abort', stop, { once: true });
    work.then(resolve, reject).finally(() => leaving.removeEventListener('abort', stop));
  });
}
