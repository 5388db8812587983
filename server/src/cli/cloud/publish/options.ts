import type { Arguments, OptionTable } from '../../commandLine/arguments.ts';
import { cloudOptions, consentOptions } from '../options.ts';
import { tagOptions } from '../tagPairs.ts';

export const publishOptions = {
  name: {
    value: 'NAME',
    summary: { en: 'The name of the template, instead of that of the file', zh: '模板名称，代替文件名' },
  },
  'dry-run': {
    summary: { en: 'Show what would change, and change nothing', zh: '只显示将发生的更改，不实际执行' },
  },
  force: {
    summary: { en: 'Publish although the offline check finds errors', zh: '即使离线检查发现错误也发布' },
  },
  ...tagOptions,
  'version-name': {
    value: 'TEXT',
    summary: { en: 'A name for the new version', zh: '新版本的名称' },
  },
  'resource-group': {
    value: 'ID',
    summary: { en: 'The resource group of the template', zh: '模板所属的资源组' },
  },
  ...consentOptions,
  ...cloudOptions,
} as const satisfies OptionTable;

export type PublishOption = keyof typeof publishOptions;
export type PublishArguments = Arguments<PublishOption>;
