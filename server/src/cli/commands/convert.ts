import { analyze } from '../../analysis/analyze.ts';
import { jsonTextOf } from '../../syntax/jsonText.ts';
import { yamlTextOf } from '../../syntax/yamlText.ts';
import { inLanguage, type Language, languages, type Words } from '../../words/words.ts';
import type { Command } from '../commandLine/command.ts';
import { shellWord } from '../commandLine/shellWord.ts';
import { UsageError } from '../commandLine/usageError.ts';
import { exitCode } from '../exitCode.ts';
import { readTemplateFile, type TemplateFile } from '../files/templateFile.ts';
import { formatPretty } from '../formats/pretty.ts';
import type { Io } from '../io.ts';
import { knownActions } from '../knownActions.ts';
import { printable, printableText, terminalOf } from '../terminal/terminal.ts';

/** `oos convert FILE --to yaml|json`: the same template in the other notation. */
export const convert: Command<'to' | 'lang'> = {
  operands: 'FILE | - --to yaml|json',
  about: {
    en: [
      'Writes a template in the other notation to standard output, with the same values in the same order. - is standard input.',
      'JSON has no comments, so those of a YAML template are lost.',
    ].join('\n'),
    zh: [
      '把模板以另一种格式写到标准输出，值和顺序保持不变。- 表示标准输入。',
      'JSON 没有注释，因此 YAML 模板中的注释会丢失。',
    ].join('\n'),
  },
  options: {
    to: { choices: ['yaml', 'json'], summary: { en: 'The notation to write', zh: '目标格式' } },
    lang: {
      choices: languages,
      summary: {
        en: 'The language of the output; by default that of the terminal',
        zh: '输出文字的语言；默认与终端相同',
      },
    },
  },
  examples: [
    {
      line: 'oos convert exported.json --to yaml > restart-web.oos.yml',
      does: { en: 'Go on in YAML with what the console exported', zh: '把控制台导出的 JSON 转为 YAML 继续编辑' },
    },
  ],

  async run(given, io, language) {
    const [path, ...more] = given.operands;
    const to = given.value('to');
    if (path === undefined || more.length > 0) throw new UsageError(oneFile);
    if (to === undefined) throw new UsageError(noTarget);
    const file = await readTemplateFile(path, io);
    if ('en' in file) {
      io.stderr.write(`oos: ${printable(inLanguage(file, language))}\n`);
      return exitCode.unusable;
    }
    const { tree, notation, text } = file.document;
    if (tree.problems.length > 0) return tellProblems(file, io, language);
    const converted = to === 'yaml' ? yamlTextOf(tree) : jsonTextOf(tree);
    const answer = to === notation ? text : converted;
    io.stdout.write(io.stdout.isTTY ? printableText(answer) : answer);
    if (to !== notation && tree.comments.length > 0) {
      io.stderr.write(`${inLanguage(lost(tree.comments.length), language)}\n`);
    }
    return exitCode.clean;
  },
};

/** What cannot be read for certain cannot be written anew either. */
async function tellProblems({ path, document }: TemplateFile, io: Io, language: Language): Promise<number> {
  const places = document.tree.problems.map(({ range }) => range.start);
  const { catalog } = await knownActions(io, language);
  const found = analyze(document, catalog).filter(({ range }) => places.includes(range.start));
  const terminal = terminalOf(io.stderr, io.env);
  io.stderr.write(formatPretty({ path, text: document.text, diagnostics: found }, terminal, language));
  io.stderr.write(`oos: ${printable(inLanguage(broken(path), language))}\n`);
  return exitCode.findings;
}

const oneFile: Words = {
  en: 'Name one template: oos convert FILE --to yaml|json',
  zh: '请指定一个模板：oos convert FILE --to yaml|json',
};
const noTarget: Words = {
  en: 'Say what to convert it to: --to yaml or --to json.',
  zh: '请指定目标格式：--to yaml 或 --to json。',
};
const broken = (path: string): Words => ({
  en: `"${path}" was not converted, since parts of it cannot be read for certain. oos check ${shellWord(path)} tells more.`,
  zh: `“${path}”中有无法确定含义的内容，未转换。可用 oos check ${shellWord(path)} 查看详情。`,
});
const lost = (count: number): Words => ({
  en: count === 1 ? 'One comment was lost.' : `${count} comments were lost.`,
  zh: `丢失了 ${count} 处注释。`,
});
