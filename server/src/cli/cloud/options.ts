import type { ConnectionChoice } from '../../cloud/resolveConnection.ts';
import { languages } from '../../words/words.ts';
import type { Arguments, OptionTable } from '../commandLine/arguments.ts';

/** With which keys the service is called, and where. There is no option for a secret: command lines are seen by others. */
export const connectionOptions = {
  profile: {
    value: 'NAME',
    summary: {
      en: 'The profile to use, instead of the current one (see oos profiles)',
      zh: '使用的配置，代替当前配置（见 oos profiles）',
    },
  },
  region: {
    value: 'ID',
    summary: { en: 'The region, instead of that of the profile', zh: '地域，代替配置中的地域' },
  },
  endpoint: {
    value: 'URL',
    summary: {
      en: 'The address of the service, instead of that of the region',
      zh: '服务的接入点，代替地域的接入点',
    },
  },
} as const satisfies OptionTable;

export type ConnectionOption = keyof typeof connectionOptions;

/** What a command line says of the connection. */
export const connectionChoice = (given: Arguments<ConnectionOption>): ConnectionChoice => ({
  profile: given.value('profile'),
  region: given.value('region'),
  endpoint: given.value('endpoint'),
  by: { profile: '--profile', region: '--region' },
});

/** In which form and language the answer is written. */
export const outputOptions = {
  format: {
    choices: ['pretty', 'json'],
    summary: { en: 'For people (the default), or for programs', zh: '供人阅读（默认），或供程序读取' },
  },
  lang: {
    choices: languages,
    summary: {
      en: 'The language of the output; by default that of the terminal',
      zh: '输出文字的语言；默认与终端相同',
    },
  },
} as const satisfies OptionTable;

/** What every command takes that asks the service. */
export const cloudOptions = { ...outputOptions, ...connectionOptions } as const satisfies OptionTable;

export type CloudOption = keyof typeof cloudOptions;

/** Of commands that change something in the cloud. */
export const consentOptions = {
  yes: {
    short: 'y',
    summary: {
      en: 'Go on without asking; needed where nobody can be asked, as in scripts',
      zh: '不询问直接执行；在无法询问的场合（如脚本）必须使用',
    },
  },
} as const satisfies OptionTable;

export type ConsentOption = keyof typeof consentOptions;
