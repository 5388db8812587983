import { describe, expect, test } from 'vitest';
import { cronProblem } from '../../server/src/analysis/values/cron.ts';
import { durationProblem } from '../../server/src/analysis/values/duration.ts';
import { instantProblem } from '../../server/src/analysis/values/instant.ts';
import { timerProblem } from '../../server/src/analysis/values/timerExpression.ts';
import { intendedTimeZone, isTimeZone } from '../../server/src/analysis/values/timeZone.ts';
import { foundBy } from '../support/repaired.ts';

describe('durations', () => {
  test.each([
    'PT15M',
    'pt10s',
    '4m',
    '1H2M',
    '10s',
    '90s',
    '1M',
    'P1D',
    'P1W',
    'P1DT2H',
    'PT0.5H',
    'PT1,5S',
    '1d2h3m4s',
    'PT3600S',
    'PT1H0S',
  ])('%s is one', (text) => expect(durationProblem(text)).toBeUndefined());

  test.each<[string, string | undefined]>([
    ['', undefined],
    ['P', undefined],
    ['PT', undefined],
    ['PT15', 'PT15S'],
    ['60', '60s'],
    ['P10S', 'PT10S'],
    ['P2H30M', 'PT2H30M'],
    ['T15M', '15m'],
    ['5 minutes', '5m'],
    ['1 hour 30 mins', '1h30m'],
    ['PT5 Minuts', 'PT5M'],
    ['2M1H', '1h2m'],
    ['PT1D', 'P1D'],
    ['10分钟', '10m'],
    ['P5M', 'PT5M'],
    ['P1Y', undefined],
    ['0s', undefined],
    ['PT0.5S', undefined],
    ['PT5X', undefined],
    ['1m1m', undefined],
    ['soon', undefined],
    ['-5s', undefined],
  ])('%s is none, but perhaps %s', (text, instead) => {
    const problem = durationProblem(text);
    expect(problem).toBeDefined();
    expect(problem?.instead).toBe(instead);
    if (instead !== undefined) expect(durationProblem(instead)).toBeUndefined();
  });
});

describe('cron expressions', () => {
  test.each([
    '0 0 9 ? * MON',
    '0 30 9 ? * *',
    '0 0 12 * * ?',
    '0 0/15 8-18 * * ?',
    '*/10 * * * * *',
    '0 0 22-2 ? * FRI-MON',
    '0 0 9 L * ?',
    '0 0 9 LW * ?',
    '0 0 9 L-3 * ?',
    '0 0 9 15W * ?',
    '0 0 9 ? * 6L',
    '0 0 9 ? * MON#1',
    '0 0 9 ? JAN,jul-Dec 0,7',
    '0 0 9 1 1 ? 2030',
    '0 0 9 ? * MON 2030-2032',
    '0 0 9 29 2 ?',
    '0 0 9 31 2,MAR ?',
    '  0   0 9 ? * * ',
    '0 0 9 1,15 * ? *',
  ])('%s is one', (text) => expect(cronProblem(text)).toBeUndefined());

  test.each<[string, string, string]>([
    ['60 0 9 ? * *', '60', 'seconds'],
    ['0 x 9 ? * *', 'x', 'minutes'],
    ['0 0 24 ? * *', '24', 'hours'],
    ['0 0 9 0 * ?', '0', 'day of the month'],
    ['0 0 9 32 * ?', '32', 'day of the month'],
    ['0 0 9 ? 13 *', '13', 'month'],
    ['0 0 9 ? JANUARY *', 'JANUARY', 'month'],
    ['0 0 9 ? * 8', '8', 'day of the week'],
    ['0 0 9 ? * MONDAY', 'MONDAY', 'day of the week'],
    ['0 0 9 ? * MON#6', 'MON#6', 'day of the week'],
    ['0 0 9 ? * * 1969', '1969', 'year'],
    ['? 0 9 ? * *', '?', 'seconds'],
    ['0 0/0 9 ? * *', '0/0', 'minutes'],
    ['0 0/90 9 ? * *', '0/90', 'minutes'],
    ['0 1,,2 9 ? * *', '1,,2', 'minutes'],
    ['0 0 9- ? * *', '9-', 'hours'],
    ['0 0 *-9 ? * *', '*-9', 'hours'],
    ['0 0 9 31W,40 * ?', '31W,40', 'day of the month'],
  ])('%s is none because of %s', (text, part, field) => {
    const problem = cronProblem(text);
    expect(problem && text.slice(problem.range.start, problem.range.end)).toBe(part);
    expect(problem?.words.en).toContain(`'${field}'`);
  });

  test('a day that no month in it has never comes', () => {
    const text = '0 0 9 30,31 FEB ?';
    const problem = cronProblem(text);
    expect(problem && text.slice(problem.range.start, problem.range.end)).toBe('30,31');
    expect(problem?.words.en).toContain('never');
  });

  test.each<[string, string | undefined]>([
    ['30 9 * * 1-5', '0 30 9 * * 1-5'],
    ['0 9', undefined],
    ['', undefined],
    ['0 0 9 ? * * 2030 2031', undefined],
  ])('%s has the wrong number of fields', (text, instead) => {
    const problem = cronProblem(text);
    expect(problem?.words.en).toContain('6 fields');
    expect(problem?.instead).toBe(instead);
  });
});

describe('timer expressions', () => {
  test.each([
    ['rate', '30 minutes'],
    ['rate', '1 hour'],
    ['rate', '2 Days'],
    ['at', '2030-01-31T08:00:00Z'],
    ['at', '2030-01-31 08:00:00'],
    ['at', '2030-01-31T08:00:00+08:00'],
  ] as const)('%s %s is right', (type, text) => expect(timerProblem(type, text)).toBeUndefined());

  test.each([
    ['rate', '30m', '30 minutes'],
    ['rate', '5minutes', '5 minutes'],
    ['rate', '5 minuts', '5 minutes'],
    ['rate', 'rate(5 minutes)', '5 minutes'],
    ['rate', '0 minutes', undefined],
    ['rate', 'often', undefined],
    ['at', '2030-01-32T08:00:00Z', undefined],
    ['at', '2030/1/31 8:00:00', '2030-01-31T08:00:00Z'],
    ['at', 'tomorrow', undefined],
  ] as const)('%s %s is wrong', (type, text, instead) => {
    const problem = timerProblem(type, text);
    expect(problem).toBeDefined();
    expect(problem?.instead).toBe(instead);
  });

  test.each([
    ['cron', '30 minutes', 'rate'],
    ['cron', '2030-01-31T08:00:00Z', 'at'],
    ['rate', '0 0 9 ? * *', 'cron'],
    ['at', '30 minutes', 'rate'],
  ] as const)('%s %s is of another type', (type, text, other) => {
    expect(timerProblem(type, text)?.type).toBe(other);
  });

  test('the wrong field is marked also in folded and escaped text', () => {
    const text =
      'Tasks:\n  - { Name: t, Action: ACS::TimerTrigger, Properties: { Type: cron, Expression: "0 0\\t25 ? * *" } }\n';
    const [yaml] = foundBy(['invalid-timer-expression'], text);
    expect(yaml && text.slice(yaml.range.start, yaml.range.end)).toBe('25');
  });
});

describe('dates', () => {
  test.each([
    ['2030-01-31', 'day'],
    ['2030-01-31T08:00:00Z', 'day'],
    ['2028-02-29T23:59:59Z', 'utc'],
    ['2030-01-31T08:00Z', 'utc'],
    ['2030-01-31T08:00:00.000Z', 'utc'],
    ['2030-01-31T08:00', 'any'],
  ] as const)('%s is right as %s', (text, form) => expect(instantProblem(text, form)).toBeUndefined());

  test.each([
    ['2030-01-31', 'utc', '2030-01-31T00:00:00Z'],
    ['2030-01-31T08:00:00', 'utc', '2030-01-31T08:00:00Z'],
    ['2030-01-31 08:00:00', 'day', '2030-01-31T08:00:00Z'],
    ['2030-01-31T08:00:00+08:00', 'day', '2030-01-31T00:00:00Z'],
    ['2030-01-01T02:00:00+0800', 'utc', '2029-12-31T18:00:00Z'],
    ['2030/1/5', 'day', '2030-01-05'],
    ['2030-02-30', 'day', undefined],
    ['2100-02-29', 'day', undefined],
    ['2030-13-01', 'day', undefined],
    ['2030-00-10', 'day', undefined],
    ['2030-01-31T24:00:00Z', 'utc', undefined],
    ['2030-01-31T08:60:00Z', 'utc', undefined],
    ['31.01.2030', 'day', undefined],
    ['20300131', 'day', undefined],
    ['', 'day', undefined],
  ] as const)('%s is wrong as %s', (text, form, instead) => {
    const problem = instantProblem(text, form);
    expect(problem).toBeDefined();
    expect(problem?.instead).toBe(instead);
    if (instead !== undefined) expect(instantProblem(instead, form)).toBeUndefined();
  });

  test('dates without quotes in YAML are read as they stand', () => {
    const text = (date: string) =>
      `Tasks:\n  - { Name: t, Action: ACS::TimerTrigger, Properties: { EndDate: ${date} } }\n`;
    expect(foundBy(['invalid-date'], text('2030-01-31'))).toEqual([]);
    expect(foundBy(['invalid-date'], text('2030-01-31T08:00:00Z'))).toEqual([]);
    expect(foundBy(['invalid-date'], text('2030-02-31'))).toHaveLength(1);
  });
});

describe('time zones', () => {
  test.each([
    'UTC',
    'GMT',
    'Asia/Shanghai',
    'Asia/Chongqing',
    'PRC',
    'Etc/GMT-8',
    'America/Argentina/Buenos_Aires',
    'asia/tokyo',
  ])('%s is one', (name) => expect(isTimeZone(name)).toBe(true));

  test.each([
    ['Asia/Beijing', 'Asia/Shanghai'],
    ['Asia/Shangai', 'Asia/Shanghai'],
    ['GMT+8', 'Asia/Shanghai'],
    ['+08:00', 'Asia/Shanghai'],
    ['Shanghai', 'Asia/Shanghai'],
    ['Europe-Berlin', 'Europe/Berlin'],
    ['America/New York', 'America/New_York'],
    ['', undefined],
    ['constructor', undefined],
  ])('%s is none, but perhaps %s', (name, meant) => {
    expect(isTimeZone(name)).toBe(false);
    expect(intendedTimeZone(name)).toBe(meant);
  });
});
