import { resolve } from 'node:path';
import { type SignatureDemand, signatureDemands } from '../../emulator/callers/authenticate.ts';
import { type Emulator, type EmulatorOptions, startEmulator } from '../../emulator/emulator.ts';
import { FaultError, faultNames } from '../../emulator/faults/faults.ts';
import { AnswersError } from '../../emulator/running/answers.ts';
import { type Lags, lagStates } from '../../emulator/running/lags.ts';
import { DataFileError } from '../../emulator/store/dataFileError.ts';
import { type Shape, shapes } from '../../emulator/wire/shapes.ts';
import { parse } from '../../syntax/parse.ts';
import { inLanguage, languages, type Words } from '../../words/words.ts';
import { bundledCatalog } from '../../workspace/bundledCatalog.ts';
import { stateFolder } from '../../workspace/stateFolder.ts';
import type { Arguments } from '../commandLine/arguments.ts';
import type { Command } from '../commandLine/command.ts';
import { UsageError } from '../commandLine/usageError.ts';
import { exitCode } from '../exitCode.ts';
import { dataFileFault } from '../files/dataFileFault.ts';
import { Lines } from '../files/position.ts';
import { readText } from '../files/textFile.ts';
import type { Io } from '../io.ts';
import { millisecondsIn } from '../run/milliseconds.ts';

type Option = 'port' | 'data' | 'speed' | 'lag' | 'fault' | 'seed' | 'shape' | 'signature' | 'answers' | 'lang';

/** `oos emulator`: the Local OOS, until it is interrupted. */
export const emulator: Command<Option> = {
  operands: '[OPTIONS]',
  about: {
    en: [
      'Runs a Local OOS on this machine, for trying things out that would change a real account.',
      'It answers all operations of templates, executions, actions and tags, and checks signatures.',
      'When it is ready it prints its address and keys as one line of JSON. Ctrl-C ends it.',
      '',
      `Faults: ${faultNames.join(', ')}.`,
      'RATE is a probability (0.1), the number of next calls (3x), or which calls (5th: every fifth).',
      'NAME@OPERATION=RATE is for one operation. fail:CODE=RATE refuses calls with that code.',
      'Lags: queued and started are how long an execution stays so; started and running, a task that calls something.',
      'An answers file says what the calls of tasks are answered with: {"ECS:DescribeInstances": {...}}',
      'In a data file all that executions were given and did is encrypted; the key is in your state folder (XDG_STATE_HOME).',
    ].join('\n'),
    zh: [
      '在本机运行本地 OOS，用来试验那些会改动真实账号的操作。',
      '它支持模板、执行、动作和标签的全部操作，并校验签名。',
      '就绪后以一行 JSON 输出地址和密钥。按 Ctrl-C 结束。',
      '',
      `故障：${faultNames.join('、')}。`,
      'RATE 是概率（0.1）、接下来的调用次数（3x），或第几次调用（5th 表示每第 5 次）。',
      'NAME@OPERATION=RATE 只针对一个操作。fail:CODE=RATE 以该错误码拒绝调用。',
      '停留：queued 和 started 指执行停留在该状态的时间；started 和 running 也指发起调用的任务停留的时间。',
      '响应文件规定任务的调用得到什么响应：{"ECS:DescribeInstances": {...}}',
      '数据文件中，各执行的参数和过程均经加密；密钥保存在您的状态文件夹中（XDG_STATE_HOME）。',
    ].join('\n'),
  },
  options: {
    port: {
      value: 'N',
      summary: { en: 'The port; 0, the default, takes any that is free', zh: '端口；默认为 0，表示任选空闲端口' },
    },
    data: {
      value: 'FILE',
      summary: {
        en: 'Keep everything in this file; without it all is forgotten at the end',
        zh: '将全部数据保存到该文件；不指定则结束后全部丢弃',
      },
    },
    speed: {
      value: 'N',
      summary: { en: 'How many seconds pass inside in one outside', zh: '现实中的一秒相当于其中的多少秒' },
    },
    lag: {
      value: 'STATE=TIME',
      summary: {
        en: 'Stay in this state for so long (30s, 5m), by the time inside; may be repeated',
        zh: '在该状态停留多久（30s、5m，按其内部时间）；可重复使用',
      },
    },
    fault: {
      value: 'NAME=RATE',
      summary: { en: 'Misbehave that often; may be repeated', zh: '按此频率制造故障；可重复使用' },
    },
    seed: {
      value: 'N',
      summary: { en: 'Another number makes other calls fail', zh: '换一个数，出故障的调用也随之不同' },
    },
    shape: {
      choices: shapes,
      summary: {
        en: "Answers as in today's SDKs (the default), or as in the samples of 2019",
        zh: '响应采用当前 SDK 的形式（默认），或 2019 年示例的形式',
      },
    },
    signature: {
      choices: signatureDemands,
      summary: {
        en: 'Whether calls have to be signed (the default: required); those that are not come from the owner',
        zh: '调用是否必须签名（默认 required）；未签名的调用视为账号所有者的调用',
      },
    },
    answers: {
      value: 'FILE',
      summary: { en: 'What the calls of tasks are answered with, as JSON', zh: '任务的调用得到的响应（JSON 文件）' },
    },
    lang: {
      choices: languages,
      summary: { en: 'The language of the output', zh: '输出文字的语言' },
    },
  },
  examples: [
    {
      line: 'oos emulator --port 8080 --data oos.journal',
      does: { en: 'At the same address each time, with what was there before', zh: '每次使用相同的地址并保留数据' },
    },
    {
      line: 'oos emulator --speed 60 --fault slow=0.1 --fault 5xx@StartExecution=2x',
      does: { en: 'A minute in a second, and some trouble', zh: '一秒相当于一分钟，并制造一些故障' },
    },
    {
      line: 'oos emulator --lag queued=10s --fault throttle=5th --fault fail:QuotaExceed@StartExecution=1x',
      does: { en: 'A service that is busy', zh: '模拟繁忙的服务' },
    },
    {
      line: 'oos emulator --signature optional --port 8080',
      does: {
        en: "Then curl needs no keys: curl 'http://127.0.0.1:8080/?Action=ListTemplates&Version=2019-06-01&Format=JSON'",
        zh: "此时 curl 无需密钥：curl 'http://127.0.0.1:8080/?Action=ListTemplates&Version=2019-06-01&Format=JSON'",
      },
    },
  ],

  async run(given, io, language) {
    if (given.operands.length > 0) throw new UsageError(noOperands);
    // Whoever wants its end may do so before it has begun.
    const over = interrupted();
    const local = await started(await optionsFrom(given, io), given);
    const { endpoint, accessKeyId, accessKeySecret, region } = local;
    io.stdout.write(`${JSON.stringify({ endpoint, accessKeyId, accessKeySecret, region })}\n`);
    await new Promise(setImmediate);
    // Nobody will ever know where it is.
    const isLost = io.isReaderGone === true;
    if (!isLost) {
      if (io.stderr.isTTY) io.stderr.write(`${inLanguage(running, language)}\n`);
      await over;
    }
    await local.close();
    return isLost ? exitCode.unusable : exitCode.clean;
  },
};

async function optionsFrom(given: Arguments<Option>, io: Io): Promise<EmulatorOptions> {
  const data = given.value('data');
  const keyFolder = stateFolder(io.env);
  if (data !== undefined && keyFolder === undefined) throw new UsageError(noHome);
  return {
    catalog: bundledCatalog(),
    port: numberFrom(given, 'port', ports),
    dataFile: data === undefined ? undefined : resolve(io.cwd, data),
    keyFolder,
    speed: numberFrom(given, 'speed', speeds),
    seed: numberFrom(given, 'seed', seeds),
    faults: given.values('fault'),
    lags: lagsFrom(given.values('lag')),
    shape: given.value('shape') as Shape | undefined,
    signature: given.value('signature') as SignatureDemand | undefined,
    answers: await answersFrom(given.value('answers'), io),
    onFault: (error) => io.stderr.write(`oos emulator: ${error instanceof Error ? error.stack : error}\n`),
  };
}

/** The numbers that an option takes, and how they are called. */
interface Numbers {
  readonly words: Words;
  readonly fits: (value: number) => boolean;
}

const ports: Numbers = {
  words: { en: 'a whole number from 0 to 65535', zh: '0 到 65535 之间的整数' },
  fits: (it) => Number.isInteger(it) && it < 65_536,
};
const speeds: Numbers = {
  words: { en: 'a number above 0', zh: '大于 0 的数' },
  fits: (it) => it > 0 && Number.isFinite(it),
};
const seeds: Numbers = { words: { en: 'a whole number from 0', zh: '不小于 0 的整数' }, fits: Number.isInteger };

function numberFrom(given: Arguments<Option>, name: Option, { words, fits }: Numbers): number | undefined {
  const text = given.value(name);
  if (text === undefined) return undefined;
  const value = /^\d*\.?\d+$/.test(text) ? Number(text) : Number.NaN;
  if (fits(value)) return value;
  throw new UsageError({
    en: `--${name} needs ${words.en}, not "${text}".`,
    zh: `--${name} 需要${words.zh}，而不是“${text}”。`,
  });
}

function lagsFrom(texts: readonly string[]): Lags {
  return Object.fromEntries(
    texts.map((text) => {
      const [, state, time = ''] = /^(\w+)=(.+)$/.exec(text) ?? [];
      const milliseconds = millisecondsIn(time);
      const known = lagStates.find((it) => it === state?.toLowerCase());
      if (known === undefined || milliseconds === undefined) throw new UsageError(noLag(text));
      return [known, milliseconds];
    }),
  );
}

async function answersFrom(file: string | undefined, io: Io): Promise<unknown> {
  if (file === undefined) return undefined;
  const text = await readText(file, io);
  try {
    return JSON.parse(text);
  } catch {
    const [problem] = parse(text, 'json').problems;
    const { line, character } = new Lines(text).positionAt(problem?.range.start ?? 0);
    throw new UsageError(unusable(file, notJson(line + 1, character + 1)));
  }
}

const notJson = (line: number, column: number): Words => ({
  en: `it is not valid JSON: see line ${line}, column ${column}.`,
  zh: `不是有效的 JSON：请看第 ${line} 行第 ${column} 列。`,
});

async function started(options: EmulatorOptions, given: Arguments<Option>): Promise<Emulator> {
  try {
    return await startEmulator(options);
  } catch (error) {
    const words = wordsOf(error, options, given);
    throw words === undefined ? error : new UsageError(words);
  }
}

/** Why it could not start; undefined: through a mistake of this program. */
function wordsOf(error: unknown, options: EmulatorOptions, given: Arguments<Option>): Words | undefined {
  if (error instanceof FaultError) return noFault(error);
  if (error instanceof AnswersError) return unusable(given.value('answers') ?? '', error.words);
  const file = options.dataFile ?? '';
  if (error instanceof DataFileError) return unusable(file, error.words);
  if (!(error instanceof Error && 'syscall' in error)) return undefined;
  if (error.syscall === 'listen') return noPort(options.port);
  const code = codeOf(error);
  return unusable(file, dataFileFault(code));
}

const codeOf = (error: unknown): string => (error instanceof Error && 'code' in error ? String(error.code) : '');

/** Ctrl-C, the polite signal, or the end of a program that has started this one as a part of itself, such as an editor. */
function interrupted(): Promise<void> {
  return new Promise((resolve) => {
    process.once('disconnect', () => resolve());
    process.once('SIGINT', () => resolve());
    process.once('SIGTERM', () => resolve());
  });
}

const running: Words = {
  en: 'The Local OOS is running. Press Ctrl-C to end it.',
  zh: '本地 OOS 正在运行。按 Ctrl-C 结束。',
};

const noOperands: Words = {
  en: 'oos emulator takes options only: oos emulator --port 0',
  zh: 'oos emulator 只接受选项：oos emulator --port 0',
};

const noHome: Words = {
  en: '--data seals what may be secret, and there is no place for its key, since the environment names no home folder. Set XDG_STATE_HOME.',
  zh: '--data 会加密可能含有机密的内容，但环境变量未指明主文件夹，无处保存密钥。请设置 XDG_STATE_HOME。',
};

const noFault = ({ text, words }: FaultError): Words => ({
  en: `--fault cannot be "${text}". ${words.en}`,
  zh: `--fault 不能是“${text}”。${words.zh}`,
});

const noLag = (text: string): Words => ({
  en: `--lag cannot be "${text}". Write STATE=TIME, such as started=30s. STATE can be: ${lagStates.join(', ')}.`,
  zh: `--lag 不能是“${text}”。请写成 STATE=TIME，例如 started=30s。STATE 可以是：${lagStates.join('、')}。`,
});

const noPort = (port: number | undefined): Words => ({
  en: `Port ${port} cannot be used. Name another one, or 0 for any that is free.`,
  zh: `无法使用端口 ${port}。请换一个端口，或用 0 任选空闲端口。`,
});

const unusable = (file: string, why: Words): Words => ({
  en: `"${file}" cannot be used: ${why.en}`,
  zh: `无法使用“${file}”：${why.zh}`,
});
