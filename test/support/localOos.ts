import { onTestFinished } from 'vitest';
import { type Emulator, type EmulatorOptions, startEmulator } from '../../server/src/emulator/emulator.ts';
import { bundledCatalog } from '../../server/src/workspace/bundledCatalog.ts';

/** A Local OOS whose time flies. It is gone when the test is over; a mistake of its own fails the test. */
export async function localOos(options: Partial<EmulatorOptions> = {}): Promise<Emulator> {
  const faults: unknown[] = [];
  const emulator = await startEmulator({
    catalog: bundledCatalog(),
    speed: 20_000,
    onFault: (error) => faults.push(error),
    ...options,
  });
  onTestFinished(async () => {
    await emulator.close();
    if (faults.length > 0) throw faults[0];
  });
  return emulator;
}

/** Asks again and again, without a rest, until the answer is good; fails after twenty seconds with the last one. */
export async function until<T>(ask: () => Promise<T>, good: (answer: T) => boolean): Promise<T> {
  const end = performance.now() + 20_000;
  for (;;) {
    const answer = await ask();
    if (good(answer)) return answer;
    if (performance.now() > end) throw new Error(`still not: ${JSON.stringify(answer, undefined, 1)}`);
  }
}
