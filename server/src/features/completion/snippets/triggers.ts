import type { Words } from '../../../words/words.ts';
import type { Proposal, Skeleton } from '../proposal.ts';
import { bareHole, choice, fixed, hole, list, map } from '../skeletons.ts';
import { snippets } from './snippet.ts';

const words = (en: string, zh: string): Words => ({ en, zh });

export const timerTrigger: Skeleton = map(
  ['Name', hole('timerTrigger')],
  ['Action', fixed('ACS::TimerTrigger')],
  [
    'Properties',
    map(
      ['Type', choice(['cron', 'rate', 'at'])],
      ['Expression', hole('0 0 9 ? * *')],
      ['TimeZone', hole('Asia/Shanghai')],
      ['EndDate', hole('2030-12-31T00:00:00Z')],
    ),
  ],
);

const alarmTrigger: Skeleton = map(
  ['Name', hole('alarmTrigger')],
  ['Action', fixed('ACS::AlarmTrigger')],
  [
    'Properties',
    map(
      ['Namespace', hole('acs_ecs_dashboard')],
      ['MetricName', hole('cpu_total')],
      ['Statistics', choice(['Average', 'Maximum', 'Minimum'])],
      [
        'ComparisonOperator',
        choice([
          'GreaterThanThreshold',
          'GreaterThanOrEqualToThreshold',
          'LessThanThreshold',
          'LessThanOrEqualToThreshold',
        ]),
      ],
      ['Threshold', bareHole('90')],
      ['Times', bareHole('1')],
      ['SilenceTime', bareHole('3600')],
      ['Period', bareHole('60')],
      ['Interval', bareHole('60')],
      ['Resources', list(map(['instanceId', hole()]))],
    ),
  ],
  ['Outputs', map(['instanceId', map(['Type', fixed('String')], ['ValueSelector', fixed('.instanceId')])])],
);

const eventTrigger: Skeleton = map(
  ['Name', hole('eventTrigger')],
  ['Action', fixed('ACS::EventTrigger')],
  [
    'Properties',
    map(
      ['Product', hole('ECS')],
      ['Name', list(hole('Instance:StateChange'))],
      ['Level', list(choice(['INFO', 'WARN', 'CRITICAL']))],
      ['Content', map(['state', list(hole('Stopped'))])],
      ['RegionId', list(fixed('{{ ACS::RegionId }}'))],
    ),
  ],
  ['Outputs', map(['instanceId', map(['Type', fixed('String')], ['ValueSelector', fixed('.content.resourceId')])])],
);

/** Triggers, for the first task of a template. */
export const triggerSnippets = (): Proposal[] =>
  snippets(
    [
      words('trigger: timer', '触发器：定时'),
      words('Runs the template by the clock: ACS::TimerTrigger', '定时执行模板：ACS::TimerTrigger'),
      { kind: 'structure', value: timerTrigger },
    ],
    [
      words('trigger: alarm', '触发器：报警'),
      words('Runs the template at an alarm: ACS::AlarmTrigger', '报警时执行模板：ACS::AlarmTrigger'),
      { kind: 'structure', value: alarmTrigger },
    ],
    [
      words('trigger: event', '触发器：事件'),
      words('Runs the template at a system event: ACS::EventTrigger', '出现系统事件时执行模板：ACS::EventTrigger'),
      { kind: 'structure', value: eventTrigger },
    ],
  );
