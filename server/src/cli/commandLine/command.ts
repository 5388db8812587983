import type { Language, Words } from '../../words/words.ts';
import type { Io } from '../io.ts';
import type { Arguments, OptionTable } from './arguments.ts';

/** What a command file exports. */
export interface Command<Name extends string = string> {
  /** What follows the name of the command: `[PATH...]`. */
  readonly operands: string;
  /** What the first operand can be, where that is known: for the completion of shells. */
  readonly firstOperands?: readonly string[];
  /** The same for the second one. */
  readonly secondOperands?: readonly string[];
  /** A few sentences for `oos help NAME`, below the usage line. */
  readonly about: Words;
  readonly options: OptionTable<Name>;
  readonly examples: readonly Example[];
  /** Options beyond the table, as far as this command line names them. */
  readonly moreOptions?: (argv: readonly string[]) => OptionTable;
  /** Answers the exit code. Throws `UsageError` for what the person must write otherwise. */
  run(given: Arguments<Name>, io: Io, language: Language): Promise<number>;
}

/** A command line that can be typed as it is, but for the names in it. */
export interface Example {
  readonly line: string;
  readonly does: Words;
}

/** A line of `oos --help`, and the command behind it, which is loaded when it is asked for. */
export interface CommandEntry {
  readonly summary: Words;
  load(): Promise<Command>;
}
