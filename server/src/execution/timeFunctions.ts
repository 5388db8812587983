import { Fault, unsupported } from './fault.ts';
import { numberAt, textAt } from './functionArguments.ts';
import type { Json } from './json.ts';

type Args = readonly Json[];

const HOUR = 3_600_000;
const FIRST = Date.UTC(1000, 0, 1);
const LAST = Date.UTC(9999, 11, 31);

/** Functions about UTC times, by name in lower case. */
export const timeFunctions: Readonly<Record<string, (args: Args) => Json>> = {
  'fn::addhour': (args) => shown(timeAt('Fn::AddHour', args, 0) + numberAt('Fn::AddHour', args, 1) * HOUR),
  'fn::addsecond': (args) => shown(timeAt('Fn::AddSecond', args, 0) + numberAt('Fn::AddSecond', args, 1) * 1000),
  'fn::formatutctime': (args) => formatted(timeAt('Fn::FormatUTCTime', args, 0), textAt('Fn::FormatUTCTime', args, 1)),
  'fn::durationbetween': (args) => {
    const milliseconds = timeAt('Fn::DurationBetween', args, 1) - timeAt('Fn::DurationBetween', args, 0);
    return `PT${Math.max(0, Math.round(milliseconds / 1000))}S`;
  },
};

const TIME = /^(\d{4}-\d{2}-\d{2})(?:T(\d{2}(?::\d{2}(?::\d{2}(?:\.\d+)?)?)?)Z?)?$/;
const CLOCK = /^(?:[01]\d|2[0-3])(?::[0-5]\d){0,2}(?:\.\d+)?$/;

const timeAt = (name: string, args: Args, at: number): number =>
  timeIn(textAt(name, args, at), `Argument ${at + 1} of ${name}`);

/** A UTC time in the form YYYY-MM-DDThh:mm:ssZ. Throws a Fault. */
export const utcTime = (value: Json): string => shown(timeIn(typeof value === 'string' ? value : '', 'The EndDate'));

/** Throws a Fault; Date.parse would take 30 February for 1 March. */
function timeIn(text: string, place: string): number {
  const [, date, clock = '00:00'] = TIME.exec(text.trim()) ?? [];
  if (date === undefined) throw new Fault(`${place} is no UTC time, such as 2030-01-01T00:00:00Z.`);
  const midnight = Date.parse(`${date}T00:00Z`);
  if (Number.isNaN(midnight) || !new Date(midnight).toISOString().startsWith(date))
    throw new Fault(`${place} is a date that does not exist: ${date}.`);
  if (!CLOCK.test(clock)) throw new Fault(`${place} is a time that does not exist: ${clock}.`);
  // Date.parse wants minutes, and a Z, without which it would read local time.
  return Date.parse(`${date}T${clock.includes(':') ? clock : `${clock}:00`}Z`);
}

function shown(time: number): string {
  if (!(time >= FIRST && time <= LAST)) throw new Fault('The time lies outside the years 1000 to 9999.');
  return `${new Date(time).toISOString().slice(0, 19)}Z`;
}

function formatted(time: number, format: string): string {
  const [year = '', month = '', day = '', hour = '', minute = '', second = ''] = shown(time).split(/[-T:Z]/);
  const parts: Readonly<Record<string, string>> = {
    Y: year,
    y: year.slice(-2),
    m: month,
    d: day,
    H: hour,
    M: minute,
    S: second,
    '%': '%',
  };
  return format.replace(/%(.)/gs, (written, letter: string) => {
    const part = Object.hasOwn(parts, letter) ? parts[letter] : undefined;
    if (part === undefined) throw unsupported(`'${written}' in the format of Fn::FormatUTCTime`);
    return part;
  });
}
