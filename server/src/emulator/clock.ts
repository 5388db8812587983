/** The time in the Local OOS, in milliseconds since 1970. It may run faster than that outside. */
export interface Clock {
  now(): number;
  /** How long it takes outside until `time`. Never negative. */
  until(time: number): number;
}

/** `speed`: seconds inside for one outside. Starts at the time outside, or at `notBefore` if that is later. */
export function fastClock(speed: number, notBefore = 0): Clock {
  const outside = performance.now();
  const inside = Math.max(Date.now(), notBefore);
  const now = () => Math.round(inside + (performance.now() - outside) * speed);
  return { now, until: (time) => Math.max(0, (time - now()) / speed) };
}
