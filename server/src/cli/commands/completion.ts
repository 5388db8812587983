import { inLanguage, type Language, languages, type Words } from '../../words/words.ts';
import type { Command, CommandEntry } from '../commandLine/command.ts';
import { didYouMean } from '../commandLine/didYouMean.ts';
import { UsageError } from '../commandLine/usageError.ts';
import { exitCode } from '../exitCode.ts';
import { bashScript } from '../formats/completion/bash.ts';
import { type Completed, completed } from '../formats/completion/completed.ts';
import { fishScript } from '../formats/completion/fish.ts';
import { zshScript } from '../formats/completion/zsh.ts';

/** `help`: what `oos help` does, which is no command of the table. */
type Script = (commands: readonly Completed[], help: string) => string;

const scripts: ReadonlyMap<string, Script> = new Map<string, Script>([
  ['bash', bashScript],
  ['zsh', zshScript],
  ['fish', fishScript],
]);

/** `oos completion SHELL`: what a shell needs to complete command lines. It is made of the table of commands. */
export const completionOf = (commands: ReadonlyMap<string, CommandEntry>): Command<'lang'> => ({
  firstOperands: [...scripts.keys()],
  operands: 'bash | zsh | fish',
  about: {
    en: 'Writes a script for the shell, which then completes commands, options and values with the Tab key.',
    zh: '输出供 shell 使用的脚本，之后可用 Tab 键补全命令、选项和取值。',
  },
  options: {
    lang: { choices: languages, summary: { en: 'The language of the descriptions', zh: '说明文字的语言' } },
  },
  examples: [
    {
      line: 'source <(oos completion bash)',
      does: {
        en: 'For this shell; put it into ~/.bashrc to have it in all',
        zh: '用于当前 shell；写入 ~/.bashrc 后对之后的 shell 都有效',
      },
    },
    {
      line: 'source <(oos completion zsh)',
      does: { en: 'The same for zsh; put it into ~/.zshrc', zh: '用于 zsh，可写入 ~/.zshrc' },
    },
    {
      line: 'oos completion fish | source',
      does: {
        en: 'The same for fish; put it into ~/.config/fish/config.fish',
        zh: '用于 fish，可写入 ~/.config/fish/config.fish',
      },
    },
  ],

  async run(given, io, language) {
    const [shell = '', ...more] = given.operands;
    const script = scripts.get(shell);
    if (!script || more.length > 0) throw new UsageError(whichShell(shell));
    io.stdout.write(script(await allCompleted(commands, language), inLanguage(help, language)));
    return exitCode.clean;
  },
});

function allCompleted(commands: ReadonlyMap<string, CommandEntry>, language: Language): Promise<Completed[]> {
  return Promise.all(
    [...commands].map(async ([name, { summary, load }]) =>
      completed(name, inLanguage(summary, language), await load(), language),
    ),
  );
}

const help: Words = { en: 'Tell more about a command', zh: '显示某个命令的详细说明' };

function whichShell(written: string): Words {
  const guess = written === '' ? { en: '', zh: '' } : didYouMean(written, [...scripts.keys()]);
  return {
    en: `Say for which shell: oos completion bash, zsh or fish.${guess.en}`,
    zh: `请指定 shell：oos completion bash、zsh 或 fish。${guess.zh}`,
  };
}
