import { describe, expect, test } from 'vitest';
import { type Found, Poller } from '../../../../client/src/executions/follow/poller.ts';
import { nextDelay } from '../../../../client/src/executions/follow/pollSchedule.ts';

const going: Found = { isNews: false, isOver: false };

/** A poller whose pauses last until the test ends them, or somebody else does. */
function polled(...founds: readonly Found[]) {
  const waits: number[] = [];
  let looks = 0;
  let endPause = (): void => undefined;
  let paused = (): void => undefined;
  const poller = new Poller({
    look: async () => {
      looks += 1;
      return founds[Math.min(looks, founds.length) - 1] ?? going;
    },
    wait: (milliseconds, signal) =>
      new Promise((resolve) => {
        waits.push(milliseconds);
        endPause = resolve;
        signal.addEventListener('abort', () => resolve(), { once: true });
        paused();
      }),
  });
  /** Returns when the poller pauses again. */
  const untilPause = async (act: () => void): Promise<void> => {
    const pause = new Promise<void>((resolve) => {
      paused = resolve;
    });
    act();
    await pause;
  };
  /** Returns when whatever the poller had to do at once is done. */
  const settled = () => new Promise((resolve) => setImmediate(resolve));
  return { poller, waits, looks: () => looks, untilPause, settled, endPause: () => endPause() };
}

test('the pauses grow from one second to fifteen, and begin anew with news', () => {
  const delays: number[] = [];
  for (let at = 0; at < 10; at += 1) delays.push(nextDelay(delays.at(-1), { isNews: false }));
  expect(delays).toEqual([...delays].sort((a, b) => a - b));
  expect([delays[0], delays.at(-1)]).toEqual([1000, 15_000]);
  expect(nextDelay(15_000, { isNews: true })).toBe(1000);
  expect(nextDelay(undefined, { isNews: true, isQuiet: true })).toBe(15_000);
});

describe('a poller', () => {
  test('looks as long as somebody wants to know', async () => {
    const { poller, waits, looks, untilPause, settled, endPause } = polled();
    let first = (): void => undefined;
    await untilPause(() => {
      first = poller.hold();
    });
    const second = poller.hold();
    await untilPause(endPause);
    first();
    first();
    await untilPause(endPause);
    expect(waits).toEqual([1000, 1500, 2250]);
    second();
    await settled();
    expect(looks()).toBe(3);
    await untilPause(() => poller.hold());
    expect([looks(), waits.at(-1)]).toEqual([4, 1000]);
    poller.dispose();
  });

  test('stops when it is over, and looks once more when it is told to', async () => {
    const over = { isNews: true, isOver: true };
    const { poller, looks, untilPause, settled } = polled(over, over, going);
    poller.hold();
    await settled();
    poller.hold();
    await settled();
    expect(looks()).toBe(1);
    poller.poke();
    await settled();
    expect(looks()).toBe(2);
    await untilPause(() => poller.poke());
    expect(looks()).toBe(3);
    poller.dispose();
  });

  test('looks at once when something was done, and is attentive again', async () => {
    const { poller, waits, untilPause, endPause } = polled();
    await untilPause(() => poller.hold());
    await untilPause(endPause);
    await untilPause(() => poller.poke());
    expect(waits).toEqual([1000, 1500, 1000]);
    poller.dispose();
  });

  test('does nothing while nobody wants to know', async () => {
    const { poller, looks, settled } = polled();
    poller.poke();
    await settled();
    expect(looks()).toBe(0);
  });
});
