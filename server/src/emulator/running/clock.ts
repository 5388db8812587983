/** The time in the Local OOS, in milliseconds since 1970. It may run faster than that outside. */
export interface Clock {
  now(): number;
  /** How long it takes outside until `time`. Never negative. */
  until(time: number): number;
}

/** No date is later. There the clock stops, and all that is still to come is due. */
const lastTime = 8.64e15;

/** `speed`: seconds inside for one outside. Starts at the time outside, or at `notBefore` if that is later. */
export function fastClock(speed: number, notBefore = 0): Clock {
  const outside = performance.now();
  const inside = Math.max(Date.now(), notBefore);
  const now = () => Math.min(lastTime, Math.round(inside + (performance.now() - outside) * speed));
  return { now, until: (time) => Math.max(0, (Math.min(time, lastTime) - now()) / speed) };
}
