import type { OptionTable } from '../arguments.ts';
import { connectionOptions, outputOptions } from '../cloud/options.ts';

export const policyOptions = {
  format: {
    choices: ['json', 'pretty'],
    summary: {
      en: 'The policy document alone (the default), or each right with the reason for it',
      zh: '只输出策略文档（默认），或列出每项权限及其原因',
    },
  },
  lang: outputOptions.lang,
  'ask-service': {
    summary: {
      en: 'Ask OOS for the policy too, and compare',
      zh: '同时请求 OOS 生成策略并比较',
    },
  },
  'ram-role': {
    value: 'ROLE',
    summary: {
      en: 'Ask OOS which of the rights this role lacks',
      zh: '查询 OOS：该角色缺少哪些权限',
    },
  },
  ...connectionOptions,
} as const satisfies OptionTable;

export type PolicyOption = keyof typeof policyOptions;
