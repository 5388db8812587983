import { parameterPurpose, valuesTaken } from '../../features/parameterFacts.ts';
import {
  type GivenValue,
  missingProblems,
  type ParameterReading,
  readParameterValue,
  readParameterValues,
} from '../../features/parameterValues.ts';
import { isSecret } from '../../template/isSecret.ts';
import type { Parameter, Template } from '../../template/template.ts';
import { inLanguage, type Language, type Words } from '../../words/words.ts';
import type { Io, Prompter } from '../io.ts';
import { Stopped } from '../terminal/stopped.ts';
import { printable } from '../terminal/terminal.ts';
import type { GivenParameters } from './givenParameters.ts';

/**
 * Checks the parameters against the template and asks at the terminal for what is missing. Undefined: the execution could not
 * start, and all the reasons have been told. Throws `Stopped` when the person leaves.
 */
export async function readParameters(
  template: Template,
  given: GivenParameters,
  io: Io,
  language: Language,
): Promise<ParameterReading | undefined> {
  const say = (words: Words) => io.stderr.write(`oos: ${printable(inLanguage(words, language))}\n`);
  const first = readParameterValues(template, given.values);
  const { prompter } = io;
  const wrong = [...first.problems, ...(prompter ? [] : missingProblems(first))];
  for (const it of wrong) say(it);
  if (wrong.length > 0) {
    say(wrong.length > first.problems.length ? howToGive : nothingStarted);
    return undefined;
  }
  for (const { name } of template.parameters.all.filter((it) => isSecret(it) && isVisible(it, given))) say(seen(name));
  if (!prompter || first.missing.length === 0) return told(first, say);
  const asked = new Map<string, GivenValue>(given.values);
  for (const parameter of first.missing) {
    asked.set(parameter.name, await askFor(parameter, prompter, io, language));
  }
  return told(readParameterValues(template, asked), say);
}

const isVisible = ({ name }: Parameter, { visible }: GivenParameters): boolean => visible.has(name.toLowerCase());

function told(reading: ParameterReading, say: (words: Words) => void): ParameterReading {
  for (const doubt of reading.doubts) say(doubt);
  return reading;
}

/** Asks until the answer fits. What is secret is not shown while it is typed. */
async function askFor(parameter: Parameter, prompter: Prompter, io: Io, language: Language): Promise<GivenValue> {
  const say = (words: Words) => printable(inLanguage(words, language));
  const purpose = say(parameterPurpose(parameter));
  io.stderr.write(`${printable(parameter.name)} (${say(valuesTaken(parameter))})${purpose && ` - ${purpose}`}\n`);
  for (;;) {
    const question = `${printable(parameter.name)}: `;
    const text = await (isSecret(parameter) ? prompter.askSecret(question) : prompter.ask(question));
    if (text === undefined) {
      io.stderr.write(`${say(nothingStarted)}\n`);
      throw new Stopped();
    }
    const given: GivenValue = { kind: 'text', text };
    const reading = text === '' ? { problem: emptyAnswer } : readParameterValue(parameter, given);
    if (!('problem' in reading)) return given;
    io.stderr.write(`${say(reading.problem)}\n`);
  }
}

const nothingStarted: Words = { en: 'Nothing was started.', zh: '未启动任何执行。' };
const emptyAnswer: Words = {
  en: 'It has no default, so a value is needed. Ctrl-C leaves.',
  zh: '该参数没有默认值，必须填写。按 Ctrl-C 退出。',
};
const howToGive: Words = {
  en: 'Nothing was started. Give parameters with -p NAME=VALUE or --params-file FILE, secret ones with --params-file.',
  zh: '未启动任何执行。请用 -p NAME=VALUE 或 --params-file FILE 给出参数，机密参数请用 --params-file。',
};
const seen = (name: string): Words => ({
  en: `'${name}' is a secret (NoEcho), and others can see what stands on a command line. Leave it out to be asked, or use --params-file.`,
  zh: `“${name}”是机密参数（NoEcho），而命令行上的内容可能被他人看到。请去掉它以便在提示时输入，或使用 --params-file。`,
});
