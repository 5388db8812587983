import { join } from 'node:path';
import { isTooLargeToParse } from '../../analysis/contentSize.ts';
import type { Catalog } from '../../catalog/catalog.ts';
import { OosError } from '../../cloud/oosError.ts';
import { inLanguage, type Language, type Words } from '../../words/words.ts';
import { cacheFolder } from '../../workspace/cacheFolder.ts';
import { ChildTemplates } from '../../workspace/childTemplates.ts';
import { fetchPublished } from '../../workspace/publishedTemplate.ts';
import { askRisk, rememberedWord } from '../../workspace/serviceRisk.ts';
import { asTyped } from '../cloud/asTyped.ts';
import { connect } from '../cloud/connect.ts';
import { during } from '../cloud/during.ts';
import { isCancelled } from '../cloud/leaving.ts';
import { connectionChoice } from '../cloud/options.ts';
import { tellRefusal } from '../cloud/refusal.ts';
import type { Arguments } from '../commandLine/arguments.ts';
import type { Command } from '../commandLine/command.ts';
import { UsageError } from '../commandLine/usageError.ts';
import { exitCode } from '../exitCode.ts';
import { unparsed } from '../files/complaints.ts';
import { eachTemplate, type Outcomes } from '../files/eachTemplate.ts';
import { collectInputs } from '../files/inputs.ts';
import { formatRiskJson } from '../formats/riskJson.ts';
import { formatRiskMarkdown } from '../formats/riskMarkdown.ts';
import { formatRiskPretty, formatRiskSummary } from '../formats/riskPretty.ts';
import { formatRiskSarif } from '../formats/riskSarif.ts';
import { estimateWords } from '../formats/riskSummary.ts';
import type { Io } from '../io.ts';
import { knownActions } from '../knownActions.ts';
import { type JudgedFile, type JudgeOptions, judgeTemplate } from '../risk/judgeTemplate.ts';
import { type RiskOption, riskOptions } from '../risk/options.ts';
import { brokenWords, isBroken, type RiskFile, type RiskReport } from '../risk/report.ts';
import { searchedFolders } from '../risk/searchedFolders.ts';
import { progressOn } from '../terminal/progress.ts';
import { printable, terminalOf } from '../terminal/terminal.ts';

const formats: ReadonlyMap<string, (report: RiskReport, language: Language) => string> = new Map([
  ['json', formatRiskJson],
  ['markdown', formatRiskMarkdown],
  ['sarif', formatRiskSarif],
]);

type Given = Arguments<RiskOption>;

/** `oos risk PATH...`: the tasks that can hurt, offline, and on request what the service says of them. */
export const risk: Command<RiskOption> = {
  operands: 'PATH... [OPTIONS]',
  about: {
    en: [
      'Tells which tasks can do damage, whether that can be undone, how far it reaches and what guards them. PATH is a file, a folder, or -.',
      'Nothing is sent anywhere, unless --ask-service names a published template; its answer is kept for that version of the text.',
      'OOS publishes no list of risky operations, so this is an estimate. Risky tasks are not errors: the exit code stays 0.',
    ].join('\n'),
    zh: [
      '列出可能造成损害的任务，说明能否撤销、影响范围以及防护措施。PATH 是文件、文件夹或 -。',
      '不会发送任何内容，除非用 --ask-service 指定已发布的模板；其返回结果会按文本的版本保存。',
      'OOS 没有公布高风险操作的清单，因此结果是估计。高风险任务不算错误，退出码仍为 0。',
    ].join('\n'),
  },
  options: riskOptions,
  examples: [
    { line: 'oos risk templates', does: { en: 'All templates in a folder', zh: '文件夹中的所有模板' } },
    {
      line: 'oos risk templates --format markdown > comment.md',
      does: { en: 'A comment for a pull request', zh: '生成合并请求的评论' },
    },
    {
      line: 'oos risk cleanup.oos.yml --ask-service cleanup',
      does: { en: 'Compare with what OOS says of the published template', zh: '与 OOS 对已发布模板的判断比较' },
    },
  ],

  async run(given, io, terminalLanguage) {
    const format = given.value('format') ?? 'pretty';
    const forProgram = format === 'json' || format === 'sarif';
    const language = forProgram && !given.has('lang') ? 'en' : terminalLanguage;
    checkUsage(given);
    const { catalog } = await knownActions(io, language, connectionChoice(given));
    const judged = await judgeOperands(given, catalog, io);
    const { files, failure } = await withServiceWord(judged.files, given, { catalog, io, language });
    writeReport({ files, complaints: judged.complaints, cwd: io.cwd, version: io.version() }, format, io, language);
    for (const { path } of files.filter(isBroken)) tell(brokenWords(path), io, language);
    for (const complaint of judged.complaints) tell(complaint, io, language);
    if (failure) return tellRefusal(asTyped(failure, 'risk'), io, language);
    return judged.complaints.length > 0 ? exitCode.unusable : exitCode.clean;
  },
};

function checkUsage(given: Given): void {
  const name = given.value('ask-service');
  if (given.operands.length === 0 && name === undefined) throw new UsageError(noPath);
  if (given.operands.length > 1 && name !== undefined) throw new UsageError(oneAtATime);
  if (given.has('stdin-filename') && !given.operands.includes('-')) throw new UsageError(nameWithoutStdin);
}

async function judgeOperands(given: Given, catalog: Catalog, io: Io): Promise<Outcomes<JudgedFile>> {
  const inputs = await collectInputs(given.operands, given.value('stdin-filename'), io);
  const children = new ChildTemplates(searchedFolders(inputs, io.cwd));
  return eachTemplate(inputs, progressOn(io.stderr, io.env, inputs.inputs.length), async ({ input, document }) => {
    if (isTooLargeToParse(document.text) || !document.template) return { complaint: unparsed(input.path) };
    const options = { catalog, mode: modeOf(given), child: children.for(input.place) };
    return { file: judgeTemplate(input.path, document, options) };
  });
}

const modeOf = (given: Given): JudgeOptions['mode'] => (given.has('strict') ? 'strict' : 'wide');

interface Surroundings {
  readonly catalog: Catalog;
  readonly io: Io;
  readonly language: Language;
}

interface WithServiceWord {
  readonly files: readonly RiskFile[];
  /** The service could not be asked. What it said before is told where it is known. */
  readonly failure?: OosError;
}

/** Adds what the service says: what it said before of the same text, or, where it is to be asked, what it says now. */
async function withServiceWord(
  files: readonly JudgedFile[],
  given: Given,
  surroundings: Surroundings,
): Promise<WithServiceWord> {
  const { catalog, io } = surroundings;
  const name = given.value('ask-service');
  const folder = memoryFolder(io);
  const remembered = () => files.map((file) => ({ ...file, service: rememberedWord(file, { catalog, folder }) }));
  if (name === undefined) return { files: remembered() };
  const [file, ...others] = files;
  if (others.length > 0) throw new UsageError(oneAtATime);
  if (!file && given.operands.length > 0) return { files };
  try {
    return { files: [await asked(file, name, given, surroundings)] };
  } catch (error) {
    if (!(error instanceof OosError) || isCancelled(error)) throw error;
    return { files: remembered(), failure: error };
  }
}

/** Where the answers of the service are kept. Undefined: the environment names no home. */
function memoryFolder({ env }: Io): string | undefined {
  const root = cacheFolder(env);
  return root === undefined ? undefined : join(root, 'risk');
}

/** Without a file it is the published text itself that is looked at. */
async function asked(
  file: JudgedFile | undefined,
  name: string,
  given: Given,
  { catalog, io, language }: Surroundings,
): Promise<RiskFile> {
  const { api, connection } = await connect(given, io);
  const options = {
    ...{ api, region: connection.region, catalog, folder: memoryFolder(io) },
    tell: (problem: Words) => tell(problem, io, language),
  };
  const ask = async () => {
    const published = await fetchPublished(api, name, catalog);
    const own =
      file ?? judgeTemplate(name, published.document, { catalog, mode: modeOf(given), child: published.child });
    return { ...own, service: await askRisk(own, published, options) };
  };
  return during(asking(name), io, language, ask());
}

function writeReport(report: RiskReport, format: string, io: Io, language: Language): void {
  const forReader = formats.get(format);
  if (forReader) {
    // What was said some other day depends on the machine; the same files give the same bytes.
    const files = report.files.map((file) => (file.service?.remembered ? { ...file, service: undefined } : file));
    io.stdout.write(forReader({ ...report, files }, language));
    return;
  }
  const terminal = terminalOf(io.stdout, io.env);
  for (const file of report.files) io.stdout.write(formatRiskPretty(file, terminal, language));
  if (report.files.length === 0) return;
  io.stdout.write(formatRiskSummary(report.files, terminal, language));
  io.stderr.write(`${inLanguage(estimateWords, language)}\n`);
}

function tell(problem: Words, io: Io, language: Language): void {
  io.stderr.write(`oos: ${printable(inLanguage(problem, language))}\n`);
}

const asking = (name: string): Words => ({
  en: `Asking OOS about ${name}...`,
  zh: `正在向 OOS 查询 ${name}…`,
});

const noPath: Words = {
  en: 'Name the templates: oos risk PATH..., a folder or a file, or - for standard input.',
  zh: '请指定模板：oos risk PATH...，可以是文件夹、文件，或表示标准输入的 -。',
};

const oneAtATime: Words = {
  en: 'With --ask-service name one template file: oos risk FILE --ask-service NAME',
  zh: '使用 --ask-service 时只能指定一个模板文件：oos risk FILE --ask-service NAME',
};

const nameWithoutStdin: Words = {
  en: '--stdin-filename names standard input, which is not read here. Add a - for it: oos risk - --stdin-filename NAME',
  zh: '--stdin-filename 用于给标准输入命名，而这里没有读取标准输入。请加上 -：oos risk - --stdin-filename NAME',
};
