import { callOperation } from '../../cloud/api/call.ts';
import { encodeRequest } from '../../cloud/api/encodeRequest.ts';
import { changesCloud, operationSpec, operations } from '../../cloud/api/operations.ts';
import { OosError } from '../../cloud/oosError.ts';
import { languages, type Words } from '../../words/words.ts';
import { whileChanging } from '../cloud/change.ts';
import { confirmChange } from '../cloud/confirm.ts';
import { connect } from '../cloud/connect.ts';
import { during } from '../cloud/during.ts';
import { connectionOptions, consentOptions, outputOptions } from '../cloud/options.ts';
import type { Arguments, OptionTable } from '../commandLine/arguments.ts';
import type { Command } from '../commandLine/command.ts';
import { didYouMean } from '../commandLine/didYouMean.ts';
import { UsageError } from '../commandLine/usageError.ts';
import { exitCode } from '../exitCode.ts';
import { formatValue } from '../formats/value.ts';

const options = {
  format: { choices: ['json'], summary: { en: 'The answer is always JSON', zh: '返回结果总是 JSON' } },
  lang: { ...outputOptions.lang, choices: languages },
  ...consentOptions,
  ...connectionOptions,
} as const satisfies OptionTable;

/** Parameters of the API begin with a capital letter, options of ours do not. */
const parameterOption = /^--([A-Z]\w*)(?:=|$)/;

const parameterSpec = {
  value: 'VALUE',
  summary: { en: 'A parameter of the operation', zh: '操作的参数' },
} as const;

/** `oos api OPERATION [--Name VALUE]...`: the whole API by one door. */
export const api: Command<keyof typeof options> = {
  firstOperands: Object.keys(operations),
  operands: 'OPERATION [--Name VALUE]... [OPTIONS]',
  about: {
    en: [
      'Calls any operation of the OOS API (2019-06-01) and prints its answer as JSON, without the envelope.',
      'Parameters are given by their API names; lists and maps as JSON text.',
      'Whatever may change something asks first.',
    ].join('\n'),
    zh: [
      '调用 OOS API（2019-06-01）的任意操作，并以 JSON 输出返回结果（不含外层包装）。',
      '参数使用 API 中的名称，列表和映射写成 JSON 文本。',
      '可能更改云上内容的操作会先询问。',
    ].join('\n'),
  },
  options,
  moreOptions: (argv) => {
    const written = argv.flatMap((word) => parameterOption.exec(word)?.[1] ?? []);
    // Known ones are named when another spelling is found.
    const known = argv.flatMap((word) => Object.keys(operationSpec(word)?.parameters ?? {}));
    return Object.fromEntries([...known, ...written].map((name) => [name, parameterSpec]));
  },
  examples: [
    {
      line: 'oos api ListTemplates --MaxResults 20 --Tags \'{"env":"prod"}\'',
      does: { en: 'The first page of the templates with a tag', zh: '列出带有某个标签的模板的第一页' },
    },
    {
      line: 'oos api DescribeRegions --AcceptLanguage en-US --region cn-hangzhou',
      does: { en: 'The regions that have OOS', zh: '列出支持 OOS 的地域' },
    },
    {
      line: 'oos api GetTemplateParameterConstraints --TemplateName restart-web',
      does: { en: 'An operation without a command of its own', zh: '调用没有专门命令的操作' },
    },
  ],

  async run(given, io, language) {
    const [operation, ...more] = given.operands;
    if (operation === undefined) throw new UsageError(noOperation);
    if (more.length > 0) throw new UsageError(stray(more[0] ?? ''));
    const known = Object.keys(operations).find((it) => it.toLowerCase() === operation.toLowerCase());
    if (!/^[A-Z]\w*$/.test(operation) || (known && known !== operation)) throw new UsageError(notSo(operation, known));
    const parameters = given.names.filter((name) => /^[A-Z]/.test(name));
    const values = Object.fromEntries(parameters.map((name) => [name, (given as Arguments).value(name)]));
    encodeRequest(operation, values);
    const { transport, connection } = await connect(given, io);
    const isChange = changesCloud(operation);
    const change = { connection, what: callWords(operation, values) };
    if (isChange && !(await confirmChange(change, given, io, language))) return exitCode.unusable;
    const what = calling(operation);
    const answer = callOperation(transport, operation, values).catch(withGuess(operation));
    const { body } = isChange
      ? await whileChanging({ what, answer, look: whereToLook(operation, values) }, given, io, language)
      : await during(what, io, language, answer);
    io.stdout.write(formatValue(body));
    return exitCode.clean;
  },
};

type Values = Readonly<Record<string, string | undefined>>;

/** Undefined where it is not known what the operation is about. */
function whereToLook(operation: string, { ExecutionId, TemplateName }: Values): readonly string[] | undefined {
  if (operation === 'StartExecution') return ['executions', 'list', '--since', '10m'];
  if (ExecutionId !== undefined) return ['executions', 'show', ExecutionId];
  return TemplateName === undefined ? undefined : ['templates', 'versions', TemplateName];
}

/** The service does not say which operations there are. */
const withGuess = (operation: string) => (error: unknown) => {
  if (!(error instanceof OosError) || error.facts.code !== 'InvalidAction.NotFound' || operation in operations)
    throw error;
  const guess = didYouMean(operation, Object.keys(operations));
  const { en, zh } = error.words;
  throw new OosError({ en: `${en}${guess.en}`, zh: `${zh}${guess.zh}` }, error.facts);
};

/** What a call is about may be shown; other values may be secret. */
const shown =
  /^(?:RegionId|TemplateName|ExecutionId|TaskExecutionId|ResourceIds|ExecutionIds|TemplateNames|NotifyType|Name)$/;

function callWords(operation: string, values: Values): Words {
  const list = Object.entries(values).map(([name, value]) => (shown.test(name) ? `${name} ${value}` : `${name} ...`));
  return {
    en: list.length > 0 ? `Call ${operation} with ${list.join(', ')}.` : `Call ${operation}.`,
    zh: list.length > 0 ? `调用 ${operation}，参数为 ${list.join('、')}。` : `调用 ${operation}。`,
  };
}

const calling = (operation: string): Words => ({ en: `Calling ${operation}...`, zh: `正在调用 ${operation}…` });

const noOperation: Words = {
  en: 'Name the operation: oos api ListTemplates',
  zh: '请指定操作：oos api ListTemplates',
};

const stray = (word: string): Words => ({
  en: `"${word}" belongs to no parameter. Write --Name VALUE; a value with blanks needs quotes.`,
  zh: `“${word}”不属于任何参数。请写成 --Name VALUE；含有空格的值需要加引号。`,
});

const notSo = (operation: string, known: string | undefined): Words => ({
  en: `No operation is written ${operation}.${known ? ` Did you mean ${known}?` : ' Operations are written as in the API: ListTemplates'}`,
  zh: `没有写作 ${operation} 的操作。${known ? `是否想写 ${known}？` : '操作名称与 API 中的写法一致，例如 ListTemplates'}`,
});
