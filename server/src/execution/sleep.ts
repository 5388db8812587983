import { Fault } from './fault.ts';
import type { JsonMap } from './json.ts';
import { utcTime } from './timeFunctions.ts';

const NUMBER = '(\\d+(?:[.,]\\d+)?)';
const part = (unit: string) => `(?:${NUMBER}${unit})?`;
/** ISO 8601 with `P` and `T`, or the short form without them; weeks stand alone. */
const DURATION = new RegExp(
  `^(?:P(?=.)(?:${NUMBER}W|${part('D')}(?:T(?=.)${part('H')}${part('M')}${part('S')})?)|(?=.)${part('D')}${part('H')}${part('M')}${part('S')})$`,
  'i',
);
const seconds = [604_800, 86_400, 3600, 60, 1, 86_400, 3600, 60, 1];

interface Rest {
  readonly milliseconds: number | undefined;
  readonly until: string | undefined;
}

/** How long an ACS::Sleep lasts: from one second, or until a UTC time. Throws a Fault. */
export function readSleep({ Duration = null, EndDate = null }: JsonMap): Rest {
  if ((Duration === null) === (EndDate === null))
    throw new Fault('ACS::Sleep takes Duration or EndDate, one of the two.');
  if (EndDate !== null) return { milliseconds: undefined, until: utcTime(EndDate) };
  const milliseconds = typeof Duration === 'string' ? durationIn(Duration.trim()) : undefined;
  if (milliseconds === undefined || !Number.isFinite(milliseconds))
    throw new Fault('The Duration cannot be read; it is written as PT15M or 1h30m.');
  if (milliseconds < 1000) throw new Fault('The Duration is shorter than one second.');
  return { milliseconds, until: undefined };
}

function durationIn(text: string): number | undefined {
  const parts = DURATION.exec(text)?.slice(1);
  return parts?.reduce(
    (sum, it, index) => sum + Number((it ?? '0').replace(',', '.')) * (seconds[index] ?? 0) * 1000,
    0,
  );
}
