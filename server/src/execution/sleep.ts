import { sleepSeconds } from '../template/sleepSeconds.ts';
import { Fault } from './fault.ts';
import type { JsonMap } from './json.ts';
import { utcTime } from './timeFunctions.ts';

interface Rest {
  readonly milliseconds: number | undefined;
  readonly until: string | undefined;
}

/** How long an ACS::Sleep lasts: from one second, or until a UTC time. Throws a Fault. */
export function readSleep({ Duration = null, EndDate = null }: JsonMap): Rest {
  if ((Duration === null) === (EndDate === null))
    throw new Fault('ACS::Sleep takes Duration or EndDate, one of the two.');
  if (EndDate !== null) return { milliseconds: undefined, until: utcTime(EndDate) };
  const milliseconds = typeof Duration === 'string' ? millisecondsIn(Duration) : undefined;
  if (milliseconds === undefined || !Number.isFinite(milliseconds))
    throw new Fault('The Duration cannot be read; it is written as PT15M or 1h30m.');
  if (milliseconds < 1000) throw new Fault('The Duration is shorter than one second.');
  return { milliseconds, until: undefined };
}

function millisecondsIn(duration: string): number | undefined {
  const seconds = sleepSeconds(duration);
  return seconds === undefined ? undefined : seconds * 1000;
}
