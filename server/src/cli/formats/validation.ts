import type { AnswerOf } from '../../cloud/api/operations.ts';
import type { OosError } from '../../cloud/oosError.ts';
import type { TextRange } from '../../syntax/node.ts';
import { inLanguage, type Language, type Words } from '../../words/words.ts';
import type { Verdict } from '../commands/validate.ts';
import { Lines } from '../files/position.ts';
import type { TemplateFile } from '../files/templateFile.ts';
import { printable, type Terminal } from '../terminal/terminal.ts';
import { formatPretty } from './pretty.ts';
import { failureValue } from './serviceFailure.ts';

type Answer = AnswerOf<'ValidateTemplateContent'>;

/** `a.oos.yml: valid, 2 parameters, 3 tasks, 1 output`. */
export function formatValid({ path }: TemplateFile, answer: Answer, { paint }: Terminal, language: Language): string {
  const counts = [
    counted(sizeOf(answer.Parameters), 'parameter', '参数'),
    counted(answer.Tasks.length, 'task', '任务'),
    counted(sizeOf(answer.Outputs), 'output', '输出'),
  ];
  const valid = paint('green', inLanguage({ en: 'valid', zh: '有效' }, language));
  const list: Words = { en: counts.map(({ en }) => en).join(', '), zh: counts.map(({ zh }) => zh).join('，') };
  return inLanguage(
    { en: `${printable(path)}: ${valid}, ${list.en}\n`, zh: `${printable(path)}：${valid}，${list.zh}\n` },
    language,
  );
}

/** The refusal at the line that it is most likely about. */
export function formatInvalid(
  { path, document }: TemplateFile,
  error: OosError,
  range: TextRange,
  terminal: Terminal,
  language: Language,
): string {
  const { code = '', serviceMessage: said = '', requestId } = error.facts;
  const message: Words = {
    en: requestId === undefined ? said : `${said} [request ID ${requestId}]`,
    zh: requestId === undefined ? said : `${said}（请求 ID ${requestId}）`,
  };
  const diagnostics = [{ rule: code, severity: 'error' as const, range, message, fixes: [] }];
  return formatPretty({ path, text: document.text, diagnostics }, terminal, language);
}

/** One verdict for programs. Other programs rely on this shape; it only grows. */
export function validationValue(verdict: Verdict, language: Language) {
  const { path, document } = verdict.file;
  if ('answer' in verdict) {
    const { Parameters, Outputs, RamRole, Tasks, RequestId } = verdict.answer;
    return { path, valid: true, requestId: RequestId, answer: { Parameters, Outputs, RamRole, Tasks } };
  }
  const { error, range } = verdict;
  const place = range && { valid: false, range: new Lines(document.text).rangeAt(range) };
  const said = range && { serviceMessage: error.facts.serviceMessage };
  return { path, ...place, error: { ...failureValue(error, language), ...said } };
}

const sizeOf = (value: Answer['Parameters']): number => (typeof value === 'object' ? Object.keys(value).length : 0);

const counted = (count: number, one: string, zh: string): Words => ({
  en: `${count} ${one}${count === 1 ? '' : 's'}`,
  zh: `${count} 个${zh}`,
});
