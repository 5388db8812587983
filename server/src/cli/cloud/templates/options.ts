import type { Arguments, OptionTable } from '../../commandLine/arguments.ts';
import { limitOptions } from '../limit.ts';
import { cloudOptions, consentOptions } from '../options.ts';
import { tagOptions } from '../tagPairs.ts';

/** Which templates are listed; named and ordered by what people look for, with the values of the API in lower case. */
export const filterOptions = {
  'share-type': {
    choices: ['public', 'private'],
    summary: { en: 'Only the public ones, or only those of the account', zh: '只列出公共模板，或只列出账号自己的模板' },
  },
  'created-by': {
    value: 'USER',
    summary: { en: 'Only those of a user, or ACS for the official ones', zh: '只列出某个用户的模板，ACS 表示官方模板' },
  },
  'created-after': {
    value: 'TIME',
    summary: {
      en: 'Only those created since then: 2h or 7d ago, 2025-01-31, 2025-01-31T08:00:00Z',
      zh: '只列出此后创建的：2h、7d（之前）、2025-01-31、2025-01-31T08:00:00Z',
    },
  },
  'created-before': {
    value: 'TIME',
    summary: { en: 'Only those created before then', zh: '只列出此前创建的' },
  },
  notation: {
    choices: ['yaml', 'json'],
    summary: { en: 'Only those that are written so', zh: '只列出用该格式书写的' },
  },
  'has-trigger': {
    choices: ['true', 'false'],
    summary: { en: 'Only those with a trigger, or only those without', zh: '只列出含有触发器的，或只列出不含触发器的' },
  },
  ...tagOptions,
  sort: {
    choices: ['executions', 'popularity', 'name', 'created'],
    summary: { en: 'What they are sorted by; executions without it', zh: '排序依据，默认按执行次数' },
  },
  order: {
    choices: ['ascending', 'descending'],
    summary: { en: 'The direction; descending without it', zh: '排序方向，默认降序' },
  },
  ...limitOptions,
} as const satisfies OptionTable;

/** Of one template. */
const singleOptions = {
  version: {
    value: 'vN',
    summary: { en: 'This version instead of the latest', zh: '显示该版本而非最新版本' },
  },
  'with-executions': {
    summary: { en: 'Delete its executions too', zh: '连同其执行一起删除' },
  },
} as const satisfies OptionTable;

export const templateOptions = {
  ...filterOptions,
  ...singleOptions,
  ...consentOptions,
  ...cloudOptions,
} as const satisfies OptionTable;

export type TemplateOption = keyof typeof templateOptions;
export type TemplateArguments = Arguments<TemplateOption>;
