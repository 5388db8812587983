import { type FunctionSpec, fixed } from './functionSpec.ts';

/** Functions about times. A time is a text in UTC, such as ACS::CurrentUTCTime. */
export const timeFunctions: readonly FunctionSpec[] = [
  fixed(
    [
      { name: 'time', type: 'String' },
      { name: 'hours', type: 'Number' },
    ],
    {
      name: 'Fn::AddHour',
      result: 'String',
      summary: { en: 'Adds hours to a UTC time; they may be negative.', zh: '在 UTC 时间上加小时数，可以为负数。' },
      example: `Fn::AddHour: ['{{ ACS::CurrentUTCTime }}', -1]`,
    },
  ),
  fixed(
    [
      { name: 'time', type: 'String' },
      { name: 'seconds', type: 'Number' },
    ],
    {
      name: 'Fn::AddSecond',
      documented: false,
      certain: false,
      result: 'String',
      summary: { en: 'Adds seconds to a UTC time.', zh: '在 UTC 时间上加秒数。' },
      example: `Fn::AddSecond: ['{{ ACS::CurrentUTCTime }}', 90]`,
    },
  ),
  fixed(
    [
      { name: 'time', type: 'String' },
      { name: 'format', type: 'String' },
    ],
    {
      name: 'Fn::FormatUTCTime',
      result: 'String',
      summary: { en: 'Writes a UTC time in another format.', zh: '将 UTC 时间改写为另一种格式。' },
      example: `Fn::FormatUTCTime: ['{{ ACS::CurrentUTCTime }}', '%Y-%m-%dT%H:%MZ']`,
    },
  ),
  fixed(
    [
      { name: 'start', type: 'String' },
      { name: 'end', type: 'String' },
    ],
    {
      name: 'Fn::DurationBetween',
      result: 'String',
      summary: {
        en: 'The time between two UTC times, as ACS::Sleep takes it.',
        zh: '两个 UTC 时间之间的时长，可用于 ACS::Sleep。',
      },
      example: `Fn::DurationBetween: ['{{ ACS::CurrentUTCTime }}', '{{ startTime }}']`,
    },
  ),
  fixed(
    [
      { name: 'start', type: 'String' },
      { name: 'end', type: 'String' },
    ],
    {
      name: 'Fn::CalculateTimeByOpsWindow',
      certain: false,
      result: 'String',
      summary: {
        en: 'The next time that lies in a maintenance window, given by its start and its end.',
        zh: '运维窗口内的下一个时间，窗口由开始和结束时间给出。',
      },
      example: `Fn::CalculateTimeByOpsWindow: ['{{ windowStart }}', '{{ windowEnd }}']`,
    },
  ),
];
