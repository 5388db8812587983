import { isTooLargeToParse } from '../../analysis/contentSize.ts';
import type { Catalog } from '../../catalog/catalog.ts';
import { OosError } from '../../cloud/oosError.ts';
import { policyOf } from '../../risk/policy.ts';
import { type Rights, rightsOf } from '../../risk/rights.ts';
import { inLanguage, type Language, type Words } from '../../words/words.ts';
import { asTyped } from '../cloud/asTyped.ts';
import { type Cloud, connect } from '../cloud/connect.ts';
import { during } from '../cloud/during.ts';
import { isCancelled } from '../cloud/leaving.ts';
import { connectionChoice } from '../cloud/options.ts';
import { tellRefusal } from '../cloud/refusal.ts';
import type { Arguments } from '../commandLine/arguments.ts';
import type { Command } from '../commandLine/command.ts';
import { UsageError } from '../commandLine/usageError.ts';
import { exitCode } from '../exitCode.ts';
import { unparsed } from '../files/complaints.ts';
import { formatRightsJson } from '../formats/policyJson.ts';
import { policyNotes, serviceNotes } from '../formats/policyNotes.ts';
import { formatRights } from '../formats/policyPretty.ts';
import { formatValue } from '../formats/value.ts';
import type { Io } from '../io.ts';
import { knownActions } from '../knownActions.ts';
import { askPolicy, type PolicyWord } from '../policy/askPolicy.ts';
import { type PolicyOption, policyOptions } from '../policy/options.ts';
import { type Subject, subjectFromFile, subjectFromService } from '../policy/subject.ts';
import { brokenWords } from '../risk/report.ts';
import { type Operand, readOperand } from '../run/runnable.ts';
import { printable, terminalOf } from '../terminal/terminal.ts';

type Given = Arguments<PolicyOption>;

/** `oos policy FILE|NAME`: the rights that a template needs, as a policy document. */
export const policy: Command<PolicyOption> = {
  operands: 'FILE | NAME | - [OPTIONS]',
  about: {
    en: [
      'Writes the RAM policy that the tasks of a template need. A file (or -) is looked at offline; any other name is that of a',
      'published template, about which OOS is asked too. Where more may be needed is told on standard error.',
      'With --ram-role the exit code is 1 where the role lacks a permission.',
    ].join('\n'),
    zh: [
      '输出模板中的任务所需的 RAM 策略。文件（或 -）离线处理；其他名称视为已发布的模板，并同时查询 OOS。',
      '可能还需要其他权限时，会在标准错误中说明。使用 --ram-role 时，如果角色缺少权限，退出码为 1。',
    ].join('\n'),
  },
  options: policyOptions,
  examples: [
    { line: 'oos policy cleanup.oos.yml > policy.json', does: { en: 'Without an account', zh: '无需账号' } },
    {
      line: 'oos policy cleanup.oos.yml --ram-role OOSServiceRole',
      does: { en: 'Does the role suffice?', zh: '角色的权限是否足够？' },
    },
    {
      line: 'oos policy cleanup --format pretty --region cn-beijing',
      does: { en: 'Of a published template, with reasons', zh: '查看已发布模板的权限及原因' },
    },
  ],

  async run(given, io, language) {
    const [operand, ...more] = given.operands;
    if (operand === undefined || more.length > 0) throw new UsageError(oneSubject);
    const { catalog } = await knownActions(io, language, connectionChoice(given));
    const { subject, cloud } = await subjectOf(await readOperand(operand, io), catalog, { given, io, language });
    const { text } = subject.document;
    const template = isTooLargeToParse(text) ? undefined : subject.document.template;
    if (!template) throw new UsageError(unparsed(subject.label));
    const rights = rightsOf(template, { ...subject, catalog });
    const { word, failure } = await serviceWord(subject, rights, cloud, { given, io, language });
    write(subject, rights, word, { given, io, language });
    if (failure) return tellRefusal(asTyped(failure, 'policy'), io, language);
    return word?.missing && lacksSomething(word.missing) ? exitCode.findings : exitCode.clean;
  },
};

interface Surroundings {
  readonly given: Given;
  readonly io: Io;
  readonly language: Language;
}

interface Found {
  readonly subject: Subject;
  /** Of a published template, which has been fetched with it. */
  readonly cloud?: Cloud;
}

async function subjectOf(operand: Operand, catalog: Catalog, { given, io, language }: Surroundings): Promise<Found> {
  if (operand.kind === 'file') return { subject: subjectFromFile(operand.file, io) };
  const cloud = await connect(given, io);
  return { subject: await during(asking, io, language, subjectFromService(operand.name, cloud, catalog)), cloud };
}

/** What the service says, where it is to be asked; what is worked out here is shown also where it cannot be. */
async function serviceWord(
  { about }: Subject,
  rights: Rights,
  cloud: Cloud | undefined,
  { given, io, language }: Surroundings,
): Promise<{ readonly word?: PolicyWord; readonly failure?: OosError }> {
  const role = given.value('ram-role');
  if (!cloud && role === undefined && !given.has('ask-service')) return {};
  try {
    const { api } = cloud ?? (await connect(given, io));
    return { word: await during(asking, io, language, askPolicy(api, { about, role }, rights)) };
  } catch (error) {
    if (!(error instanceof OosError) || isCancelled(error)) throw error;
    return { failure: error };
  }
}

const lacksSomething = ({ actions }: NonNullable<PolicyWord['missing']>): boolean =>
  actions === undefined || actions.length > 0;

/** The document goes to standard output alone, so that it can go into a file. */
function write(
  { label, document }: Subject,
  rights: Rights,
  word: PolicyWord | undefined,
  { given, io, language }: Surroundings,
): void {
  const broken = document.tree.problems.length > 0 ? [brokenWords(label)] : [];
  const notes = [...broken, ...policyNotes(document.text, rights), ...(word ? serviceNotes(word) : [])];
  const text = notes.map((it) => `${printable(inLanguage(it, language))}\n`).join('');
  if (given.value('format') === 'pretty') {
    io.stdout.write(`${formatRights(document.text, rights, terminalOf(io.stdout, io.env), language)}${text}`);
    return;
  }
  const isReport = given.value('format') === 'report';
  const report = () => formatRightsJson(document.text, rights, given.has('lang') ? language : 'en');
  io.stdout.write(isReport ? report() : formatValue(policyOf(rights.run)));
  io.stderr.write(text);
}

const asking: Words = { en: 'Asking OOS for the permissions...', zh: '正在向 OOS 查询权限…' };

const oneSubject: Words = {
  en: 'Name one template: oos policy FILE, oos policy NAME for a published one, or - for standard input.',
  zh: '请指定一个模板：oos policy FILE，已发布的模板用 oos policy NAME，或用 - 表示标准输入。',
};
