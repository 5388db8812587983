import { sourceWords } from '../../cloud/connection.ts';
import type { Profile } from '../../cloud/profile.ts';
import { listProfiles, type ProfileList } from '../../cloud/profiles.ts';
import { inLanguage, type Language, type Words } from '../../words/words.ts';
import { outputOptions } from '../cloud/options.ts';
import type { Command } from '../commandLine/command.ts';
import { UsageError } from '../commandLine/usageError.ts';
import { exitCode } from '../exitCode.ts';
import { formatTable } from '../formats/table.ts';
import { formatValue } from '../formats/value.ts';
import { printable, type Terminal, terminalOf } from '../terminal/terminal.ts';

/** `oos profiles`: the connections that are found on this machine. */
export const profiles: Command<keyof typeof outputOptions> = {
  operands: '[OPTIONS]',
  about: {
    en: [
      'The connections found on this machine, and why one cannot be used. * marks the one that is used without --profile.',
      'Looked at in this order: the environment, the file of the Alibaba Cloud CLI, the credentials file.',
      'Nothing is sent for that, and no secret is shown.',
    ].join('\n'),
    zh: [
      '列出本机的连接配置，以及无法使用的原因。* 表示不写 --profile 时使用的配置。',
      '查找顺序：环境变量、阿里云 CLI 的配置文件、凭证文件。',
      '不会发出任何请求，也不会显示密钥。',
    ].join('\n'),
  },
  options: outputOptions,
  examples: [
    { line: 'oos profiles', does: { en: 'Who am I, and where?', zh: '查看当前身份和地域' } },
    {
      line: 'ALIBABA_CLOUD_PROFILE=test oos profiles --format json',
      does: {
        en: 'The same for a program, with another profile as the current one',
        zh: '供程序读取，并以另一配置为当前配置',
      },
    },
  ],

  async run(given, io, language) {
    if (given.operands.length > 0) throw new UsageError(noOperands);
    const list = await listProfiles(io.env);
    if (given.value('format') === 'json') {
      io.stdout.write(formatProfilesJson(list, given.has('lang') ? language : 'en'));
      return exitCode.clean;
    }
    if (list.profiles.length > 0)
      io.stdout.write(
        formatProfiles(list.profiles, io.env.ALIBABA_CLOUD_REGION_ID, terminalOf(io.stdout, io.env), language),
      );
    else io.stderr.write(`${inLanguage(nothing, language)}\n`);
    const problems = list.noCurrent ? [...list.problems, list.noCurrent] : list.problems;
    for (const problem of problems) io.stderr.write(`oos: ${printable(inLanguage(problem, language))}\n`);
    return exitCode.clean;
  },
};

const titles: readonly Words[] = [
  { en: ' ', zh: ' ' },
  { en: 'Name', zh: '名称' },
  { en: 'Mode', zh: '方式' },
  { en: 'Key', zh: '密钥 ID' },
  { en: 'Region', zh: '地域' },
  { en: 'Source', zh: '来源' },
  { en: 'Usable', zh: '可用' },
];

/** `given`: the region of the environment, for profiles that have none. */
function formatProfiles(
  found: readonly Profile[],
  given: string | undefined,
  terminal: Terminal,
  language: Language,
): string {
  const rows = found.map(({ name, mode, region, source, current, accessKeyId, problem }) => [
    current ? '*' : ' ',
    name,
    mode,
    accessKeyId,
    region,
    inLanguage(sourceWords(source), language),
    inLanguage(problem ?? (region || given ? yes : withRegion), language),
  ]);
  return formatTable(titles, rows, terminal, language);
}

/** Other programs rely on this shape; it only grows. */
function formatProfilesJson({ profiles: found, problems, noCurrent }: ProfileList, language: Language): string {
  return formatValue({
    version: 1,
    profiles: found.map(({ problem, ...profile }) => ({
      ...profile,
      usable: problem === undefined,
      ...(problem && { problem: inLanguage(problem, language) }),
    })),
    problems: problems.map((it) => inLanguage(it, language)),
    ...(noCurrent && { noCurrent: inLanguage(noCurrent, language) }),
  });
}

const yes: Words = { en: 'yes', zh: '是' };
const withRegion: Words = {
  en: 'only with --region: it has no region',
  zh: '须加上 --region：该配置没有地域',
};

const noOperands: Words = {
  en: 'oos profiles takes options only: oos profiles --format json',
  zh: 'oos profiles 只接受选项：oos profiles --format json',
};

const nothing: Words = {
  en: 'No connection was found. "aliyun configure" of the Alibaba Cloud CLI makes one; "oos emulator" starts a Local OOS that needs no account.',
  zh: '未找到任何连接配置。可用阿里云 CLI 的“aliyun configure”创建；“oos emulator”可启动无需账号的本地 OOS。',
};
