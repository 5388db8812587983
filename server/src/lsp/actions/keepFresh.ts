/** In milliseconds: knowledge older than a week is fetched anew. */
const OLD = 7 * 86_400_000;
const LOOK = 3_600_000;
const FIRST_PAUSE = 300_000;
const LONGEST_PAUSE = 21_600_000;

export interface Freshness {
  /** Whether the user wants it. Asked each time. */
  wanted(): Promise<boolean>;
  /** When it was fetched; undefined: never. */
  fetched(): Date | undefined;
  /** Fetches it. Rejects when that did not work. */
  refresh(signal: AbortSignal): Promise<unknown>;
  /** Hears of a failure. */
  failed(error: unknown): void;
  /** Resolves after so many milliseconds, or when the signal says so. */
  wait(milliseconds: number, signal: AbortSignal): Promise<unknown>;
}

/**
 * Keeps what was fetched from the service no older than a week, until the signal ends it. After a failure the pauses grow from
 * five minutes to six hours, so that a service in trouble is left alone.
 */
export async function keepFresh(freshness: Freshness, signal: AbortSignal): Promise<void> {
  let failures = 0;
  while (!signal.aborted) {
    const worked = await refreshIfOld(freshness, signal);
    failures = worked ? 0 : failures + 1;
    const pause = failures === 0 ? LOOK : Math.min(LONGEST_PAUSE, FIRST_PAUSE * 2 ** (failures - 1));
    if (!signal.aborted) await freshness.wait(pause, signal).catch(() => undefined);
  }
}

async function refreshIfOld({ wanted, fetched, refresh, failed }: Freshness, signal: AbortSignal): Promise<boolean> {
  try {
    if (!(await wanted())) return true;
    const age = Date.now() - (fetched()?.getTime() ?? 0);
    if (age > OLD) await refresh(signal);
    return true;
  } catch (error) {
    if (!signal.aborted) failed(error);
    return false;
  }
}
