import { cloudOptions, consentOptions } from '../cloud/options.ts';
import { tagOptions } from '../cloud/tagPairs.ts';
import type { Arguments, OptionTable } from '../commandLine/arguments.ts';
import { loopModes, modes, safetyChecks } from '../executions/names.ts';

export const runOptions = {
  parameter: {
    short: 'p',
    value: 'NAME=VALUE',
    summary: {
      en: 'A parameter; may be repeated. JSON for List and Json',
      zh: '参数，可重复使用。List 和 Json 类型写 JSON',
    },
  },
  'params-file': {
    value: 'FILE',
    summary: {
      en: 'Parameters as a map in YAML or JSON; - for standard input',
      zh: '以 YAML 或 JSON 映射给出的参数；- 表示标准输入',
    },
  },
  mode: {
    choices: Object.keys(modes),
    summary: { en: 'Go through, step by step, or wait after a failure', zh: '自动执行、单步执行，或失败后暂停' },
  },
  'loop-mode': {
    choices: Object.keys(loopModes),
    summary: { en: 'Where loops wait for somebody', zh: '循环在哪些批次后暂停' },
  },
  'safety-check': {
    choices: Object.keys(safetyChecks),
    summary: {
      en: 'Whether the service asks before each risky task; confirm without it',
      zh: '执行高风险任务前是否由服务请求确认，默认 confirm',
    },
  },
  version: {
    value: 'vN',
    summary: { en: 'This version of the template instead of the latest', zh: '使用模板的该版本而非最新版本' },
  },
  ...tagOptions,
  description: {
    value: 'TEXT',
    summary: { en: 'What the execution is for', zh: '执行的描述' },
  },
  force: {
    summary: { en: 'Start although the offline check of a file finds errors', zh: '即使离线检查发现文件有错误也启动' },
  },
  'no-follow': {
    summary: { en: 'Do not wait for the end: print the ID and leave', zh: '不等待执行结束，输出执行 ID 后退出' },
  },
  logs: { summary: { en: 'Show the logs as well', zh: '同时显示日志' } },
  timeout: {
    value: 'TIME',
    summary: {
      en: 'Watch no longer than this (90s, 10m, 2h); the execution goes on',
      zh: '最长跟踪时间（90s、10m、2h），到时执行仍会继续',
    },
  },
  ...consentOptions,
  ...cloudOptions,
} as const satisfies OptionTable;

export type RunOption = keyof typeof runOptions;
export type RunArguments = Arguments<RunOption>;
