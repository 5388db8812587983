import { closest } from '../../template/closest.ts';

/** Names that people use for a zone that has another one, in lower case. */
const USUAL: Readonly<Record<string, string>> = {
  beijing: 'Asia/Shanghai',
  china: 'Asia/Shanghai',
  cst: 'Asia/Shanghai',
  'asia/beijing': 'Asia/Shanghai',
  'asia/shenzhen': 'Asia/Shanghai',
  'asia/hangzhou': 'Asia/Shanghai',
  'utc+8': 'Asia/Shanghai',
  'utc+08:00': 'Asia/Shanghai',
  'gmt+8': 'Asia/Shanghai',
  'gmt+08:00': 'Asia/Shanghai',
  '+08:00': 'Asia/Shanghai',
  '+8': 'Asia/Shanghai',
  北京: 'Asia/Shanghai',
  上海: 'Asia/Shanghai',
  'utc+9': 'Asia/Tokyo',
  'gmt+9': 'Asia/Tokyo',
  z: 'UTC',
  'utc+0': 'UTC',
  'gmt+0': 'UTC',
};

const known = new Map<string, boolean>();

/** Whether the time zone database has a name, older names and any letter case included. */
export function isTimeZone(name: string): boolean {
  let answer = known.get(name);
  if (answer === undefined) {
    answer = /^[A-Za-z]/.test(name) && isTaken(name);
    known.set(name, answer);
  }
  return answer;
}

function isTaken(timeZone: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone });
    return true;
  } catch {
    return false;
  }
}

/** The zone that was most likely meant. */
export function intendedTimeZone(name: string): string | undefined {
  const key = name.trim().toLowerCase();
  const usual = Object.hasOwn(USUAL, key) ? USUAL[key] : undefined;
  if (usual !== undefined) return usual;
  const zones = Intl.supportedValuesOf('timeZone');
  const inPlace = zones.find((zone) => zone.toLowerCase() === key.replaceAll(/[\s-]+/g, '_'));
  return (
    inPlace ?? zones.find((zone) => zone.toLowerCase().endsWith(`/${key.replaceAll(' ', '_')}`)) ?? closest(name, zones)
  );
}
