import { OosError } from '../cloud/oosError.ts';
import { inLanguage, type Language, type Words } from '../words/words.ts';
import { asTyped } from './cloud/asTyped.ts';
import { tellRefusal } from './cloud/refusal.ts';
import { readArguments } from './commandLine/arguments.ts';
import { commonOptions } from './commandLine/commonOptions.ts';
import { didYouMean, meaning } from './commandLine/didYouMean.ts';
import { commandHelp, mainHelp, mainOptions } from './commandLine/help.ts';
import { shellWord } from './commandLine/shellWord.ts';
import { UsageError } from './commandLine/usageError.ts';
import { commands } from './commands/commands.ts';
import { exitCode } from './exitCode.ts';
import type { Io } from './io.ts';
import { languageAsked, languageOfTerminal } from './language.ts';
import { Stopped } from './terminal/stopped.ts';
import { printable } from './terminal/terminal.ts';

/** Runs one command line (without the names of Node and of the script) and answers its exit code. Never throws. */
export async function run(argv: readonly string[], io: Io): Promise<number> {
  const language = languageAsked(argv) ?? languageOfTerminal(io.env);
  try {
    const name = argv[0];
    if (name === undefined || name.startsWith('-')) return runWithoutCommand(argv, io, language);
    if (name === 'help') return await showHelp(argv.slice(1), io, language);
    return await runCommand(name, argv.slice(1), io, language);
  } catch (error) {
    if (error instanceof Stopped) return exitCode.unusable;
    if (error instanceof OosError) return tellRefusal(inWordsOf(argv[0], error), io, language);
    io.stderr.write(refusal(error, argv[0], language));
    return exitCode.unusable;
  }
}

/** `oos api` is the one command to which the names of the API are typed. */
const inWordsOf = (command: string | undefined, error: OosError): OosError =>
  command === 'api' ? error : asTyped(error, command ?? '');

function refusal(error: unknown, name: string | undefined, language: Language): string {
  if (error instanceof UsageError) {
    return `oos: ${printable(inLanguage(error.words, language))}\n${inLanguage(moreHelp(name), language)}\n`;
  }
  // As a damaged installation says it.
  if (error instanceof Error && 'words' in error) return `oos: ${inLanguage(error.words as Words, language)}\n`;
  return `oos: ${inLanguage(ownFault, language)}\n${error instanceof Error ? error.stack : error}\n`;
}

function runWithoutCommand(argv: readonly string[], io: Io, language: Language): number {
  const given = readArguments(argv, mainOptions);
  const [name] = given.operands;
  if (name !== undefined) throw new UsageError(commandFirst(name, argv));
  if (given.has('version')) io.stdout.write(`${io.version()}\n`);
  else if (given.has('help')) io.stdout.write(mainHelp(language));
  else {
    io.stderr.write(mainHelp(language));
    return exitCode.unusable;
  }
  return exitCode.clean;
}

async function runCommand(name: string, argv: readonly string[], io: Io, language: Language): Promise<number> {
  const entry = commands.get(name);
  if (!entry) throw new UsageError(unknownCommand(name));
  const command = await entry.load();
  const given = readArguments(argv, { ...command.moreOptions?.(argv), ...command.options, ...commonOptions });
  if (!given.has('help')) return command.run(given, io, language);
  io.stdout.write(commandHelp(name, command, language));
  return exitCode.clean;
}

async function showHelp(argv: readonly string[], io: Io, language: Language): Promise<number> {
  const [name = 'help', ...more] = readArguments(argv, mainOptions).operands;
  if (more.length > 0) throw new UsageError(oneCommand(name));
  if (name !== 'help') return runCommand(name, ['--help'], io, language);
  io.stdout.write(mainHelp(language));
  return exitCode.clean;
}

function unknownCommand(name: string): Words {
  const guess = Object.hasOwn(mainOptions, name)
    ? meaning([`oos --${name}`])
    : didYouMean(name, [...commands.keys(), 'help']);
  return { en: `There is no command ${name}.${guess.en}`, zh: `没有命令 ${name}。${guess.zh}` };
}

const oneCommand = (name: string): Words => ({
  en: `Name one command: oos help ${name}`,
  zh: `请只写一个命令：oos help ${name}`,
});

function commandFirst(name: string, argv: readonly string[]): Words {
  const options = argv
    .filter((word) => word !== name)
    .map(shellWord)
    .join(' ');
  return {
    en: `The command comes first: oos ${name} ${options}`,
    zh: `命令要写在最前面：oos ${name} ${options}`,
  };
}

function moreHelp(name: string | undefined): Words {
  const command = name !== undefined && commands.has(name) ? `oos ${name} --help` : 'oos --help';
  return { en: `See ${command}`, zh: `参见 ${command}` };
}

const ownFault: Words = {
  en: 'stopped on a mistake of its own, not of yours. Please report it with the lines below.',
  zh: '程序自身出错而中止，并非您的操作有误。请附上以下内容反馈给我们。',
};
