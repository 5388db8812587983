import { connectionOptions, outputOptions } from '../cloud/options.ts';
import type { OptionTable } from '../commandLine/arguments.ts';

export const policyOptions = {
  format: {
    choices: ['json', 'pretty', 'report'],
    summary: {
      en: 'The policy document alone (the default), each permission with the reason for it, or both as JSON for programs',
      zh: '只输出策略文档（默认）、列出每项权限及其原因，或以 JSON 输出两者供程序读取',
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
      en: 'Ask OOS which of the permissions this role lacks',
      zh: '查询 OOS：该角色缺少哪些权限',
    },
  },
  ...connectionOptions,
} as const satisfies OptionTable;

export type PolicyOption = keyof typeof policyOptions;
