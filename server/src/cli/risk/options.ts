import { connectionOptions, outputOptions } from '../cloud/options.ts';
import type { OptionTable } from '../commandLine/arguments.ts';

export const riskOptions = {
  format: {
    choices: ['pretty', 'json', 'markdown', 'sarif'],
    summary: {
      en: 'For people (the default), for programs, for a pull request, or for code scanning',
      zh: '供人阅读（默认）、供程序读取、用于合并请求的评论，或供代码扫描使用',
    },
  },
  strict: {
    summary: {
      en: 'Only what OOS documented as high-risk: names that begin with Delete, Remove, Terminate or Drop',
      zh: '只列出 OOS 文档视为高风险的操作：以 Delete、Remove、Terminate 或 Drop 开头',
    },
  },
  'ask-service': {
    value: 'NAME',
    summary: {
      en: 'Ask OOS for the risky tasks of a published template, and compare',
      zh: '查询 OOS 中已发布模板的高风险任务并比较',
    },
  },
  lang: outputOptions.lang,
  'stdin-filename': {
    value: 'NAME',
    summary: { en: 'The name of what comes from standard input', zh: '标准输入内容的文件名' },
  },
  ...connectionOptions,
} as const satisfies OptionTable;

export type RiskOption = keyof typeof riskOptions;
