import { limitOptions } from '../cloud/limit.ts';
import { cloudOptions, consentOptions } from '../cloud/options.ts';
import { tagOptions } from '../cloud/tagPairs.ts';
import type { Arguments, OptionTable } from '../commandLine/arguments.ts';
import { modes, statuses } from './names.ts';

/** Which executions are listed. */
export const filterOptions = {
  status: {
    choices: Object.keys(statuses),
    summary: { en: 'Only those with this status', zh: '只列出该状态的执行' },
  },
  template: {
    value: 'WORD',
    summary: { en: 'Only those of templates with WORD in their name', zh: '只列出模板名称中含有 WORD 的执行' },
  },
  since: {
    value: 'TIME',
    summary: {
      en: 'Only those that started then or later: 2h or 7d ago, 2025-01-31, 2025-01-31T08:00:00Z',
      zh: '只列出此后启动的：2h、7d（之前）、2025-01-31、2025-01-31T08:00:00Z',
    },
  },
  until: {
    value: 'TIME',
    summary: { en: 'Only those that started then or earlier', zh: '只列出此前启动的' },
  },
  mode: {
    choices: Object.keys(modes),
    summary: { en: 'Only those that run in this mode', zh: '只列出该执行模式的执行' },
  },
  ...tagOptions,
  ...limitOptions,
} as const satisfies OptionTable;

export const executionOptions = {
  ...filterOptions,
  all: {
    summary: {
      en: 'Also what belongs to others: executions that others started, tasks in loops and in executions below',
      zh: '同时列出从属项：由其他执行启动的执行，循环内及子执行中的任务',
    },
  },
  force: {
    summary: { en: 'Delete those that have not ended too', zh: '尚未结束的执行也删除' },
  },
  ...consentOptions,
  ...cloudOptions,
} as const satisfies OptionTable;

export type ExecutionOption = keyof typeof executionOptions;
export type ExecutionArguments = Arguments<ExecutionOption>;
