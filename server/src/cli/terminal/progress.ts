import type { Io, Out } from '../io.ts';
import { statusLineOn } from './statusLine.ts';

/** Below this many files there is nothing to wait for. */
const worthShowing = 20;

export interface Progress {
  step(path: string): void;
  /** Takes the line away again. */
  end(): void;
}

/** One line that counts the files, rewritten at each percent; only where a person watches `out`. */
export function progressOn(out: Out, env: Io['env'], total: number): Progress {
  const line = statusLineOn(total < worthShowing ? { write: () => undefined } : out, env);
  let done = 0;
  let percent = -1;
  return {
    step(path) {
      done++;
      const now = Math.floor((done * 100) / total);
      if (now === percent) return;
      percent = now;
      line.show(`${done}/${total} ${path}`);
    },
    end: () => line.end(),
  };
}
