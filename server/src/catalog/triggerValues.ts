import type { Words } from '../words/words.ts';

/** A value that is good to begin with, and what it means. */
export interface Example {
  readonly value: string;
  readonly summary: Words;
}

const example = (value: string, en: string, zh: string): Example => ({ value, summary: { en, zh } });

/** By the Type of ACS::TimerTrigger. The cron fields are second, minute, hour, day, month, day of the week. */
export const timerExpressions: Readonly<Record<string, readonly Example[]>> = {
  cron: [
    example('0 0 9 ? * *', 'every day at 9:00', '每天 9:00'),
    example('0 30 1 ? * *', 'every day at 1:30', '每天 1:30'),
    example('0 0 * ? * *', 'every hour', '每小时'),
    example('0 0/30 * ? * *', 'every 30 minutes', '每 30 分钟'),
    example('0 0 9 ? * MON', 'every Monday at 9:00', '每周一 9:00'),
    example('0 0 9 ? * MON-FRI', 'Monday to Friday at 9:00', '周一至周五 9:00'),
    example('0 0 2 1 * ?', 'on the first of each month at 2:00', '每月 1 日 2:00'),
  ],
  rate: [
    example('30 minutes', 'every 30 minutes', '每 30 分钟'),
    example('1 hours', 'every hour', '每小时'),
    example('12 hours', 'every 12 hours', '每 12 小时'),
    example('1 days', 'every day', '每天'),
  ],
  at: [example('2030-01-01T08:00:00Z', 'once, at this time in UTC', '在该 UTC 时间触发一次')],
};

/** Common names of the IANA time zone database, with the offset from UTC where it is the same all year. */
export const timeZones: readonly Example[] = [
  example('Asia/Shanghai', 'UTC+8', 'UTC+8，北京时间'),
  example('UTC', 'UTC', 'UTC'),
  example('Asia/Hong_Kong', 'UTC+8', 'UTC+8，香港'),
  example('Asia/Singapore', 'UTC+8', 'UTC+8，新加坡'),
  example('Asia/Kuala_Lumpur', 'UTC+8', 'UTC+8，吉隆坡'),
  example('Asia/Tokyo', 'UTC+9', 'UTC+9，东京'),
  example('Asia/Seoul', 'UTC+9', 'UTC+9，首尔'),
  example('Asia/Jakarta', 'UTC+7', 'UTC+7，雅加达'),
  example('Asia/Kolkata', 'UTC+5:30', 'UTC+5:30，印度'),
  example('Asia/Dubai', 'UTC+4', 'UTC+4，迪拜'),
  example('Europe/Berlin', 'Central Europe', '中欧时间'),
  example('Europe/London', 'Great Britain', '英国时间'),
  example('America/New_York', 'US East Coast', '美国东部时间'),
  example('America/Los_Angeles', 'US West Coast', '美国西部时间'),
];

/** CloudMonitor namespaces, each with some of its metrics. There are many more. */
export const alarmNamespaces: readonly (Example & { readonly metrics: readonly Example[] })[] = [
  {
    ...example('acs_ecs_dashboard', 'ECS instances', '云服务器 ECS'),
    metrics: [
      example('cpu_total', 'CPU used, in percent', 'CPU 使用率（百分比）'),
      example('memory_usedutilization', 'memory used, in percent', '内存使用率（百分比）'),
      example('diskusage_utilization', 'disk space used, in percent', '磁盘使用率（百分比）'),
      example('load_5m', 'load of the last 5 minutes', '最近 5 分钟平均负载'),
      example('CPUUtilization', 'CPU used as seen from outside, in percent', '从实例外部观测的 CPU 使用率（百分比）'),
    ],
  },
  {
    ...example('acs_rds_dashboard', 'RDS instances', '云数据库 RDS'),
    metrics: [
      example('CpuUsage', 'CPU used, in percent', 'CPU 使用率（百分比）'),
      example('DiskUsage', 'disk space used, in percent', '磁盘使用率（百分比）'),
      example('ConnectionUsage', 'connections used, in percent', '连接数使用率（百分比）'),
    ],
  },
  { ...example('acs_slb_dashboard', 'load balancers', '负载均衡 SLB'), metrics: [] },
];

export const alarmStatistics: readonly Example[] = [
  example('Average', 'the mean of the period', '周期内的平均值'),
  example('Maximum', 'the greatest value of the period', '周期内的最大值'),
  example('Minimum', 'the least value of the period', '周期内的最小值'),
];

/** The products of system events, each with some of its events. */
export const eventProducts: readonly (Example & { readonly events: readonly Example[] })[] = [
  {
    ...example('ECS', 'ECS instances, disks and the like', '云服务器 ECS 的实例、磁盘等'),
    events: [
      example('Instance:StateChange', 'an instance has started, stopped or the like', '实例状态改变'),
      example(
        'Instance:PreemptibleInstanceInterruption',
        'a preemptible instance will be taken back in a few minutes',
        '抢占式实例即将被回收',
      ),
    ],
  },
  {
    ...example('tag', 'the tags of resources', '资源的标签'),
    events: [example('Tag:ChangeOnResource', 'the tags of a resource have changed', '资源的标签改变')],
  },
];

export const eventLevels: readonly Example[] = [
  example('INFO', 'information', '通知'),
  example('WARN', 'warning', '警告'),
  example('CRITICAL', 'critical', '严重'),
];
