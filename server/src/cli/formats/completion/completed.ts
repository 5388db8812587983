import { inLanguage, type Language } from '../../../words/words.ts';
import type { OptionTable } from '../../commandLine/arguments.ts';
import type { Command } from '../../commandLine/command.ts';
import { commonOptions } from '../../commandLine/commonOptions.ts';

/** A command as the completion of a shell knows it. */
export interface Completed {
  readonly name: string;
  readonly summary: string;
  readonly operands: readonly string[];
  /** What the second operand can be. */
  readonly second: readonly string[];
  readonly options: readonly CompletedOption[];
}

interface CompletedOption {
  readonly name: string;
  readonly short: string | undefined;
  readonly summary: string;
  /** The name of the value; undefined where there is none. */
  readonly value: string | undefined;
  readonly choices: readonly string[];
}

export function completed(name: string, summary: string, command: Command, language: Language): Completed {
  const table: OptionTable = { ...command.options, ...commonOptions };
  const options = Object.entries(table).map(([option, { short, summary, value, choices = [] }]) => ({
    name: option,
    short,
    summary: inLanguage(summary, language),
    value: choices.length > 0 ? option.toUpperCase() : value,
    choices,
  }));
  const { firstOperands: operands = [], secondOperands: second = [] } = command;
  return { name, summary, operands, second, options };
}

/** A text in single quotes for bash and zsh. */
export const quoted = (text: string): string => `'${text.replaceAll("'", "'\\''")}'`;
