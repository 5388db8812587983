import type { Language, Words } from '../../words/words.ts';
import type { Io } from '../io.ts';
import type { Arguments, OptionTable } from './arguments.ts';
import type { Command } from './command.ts';
import { didYouMean } from './didYouMean.ts';
import { UsageError } from './usageError.ts';

/** What a command does with its first operand, such as `show` in `oos templates show NAME`. */
interface Verb<Option extends string> {
  /** What follows the verb: `NAME`, `[WORD]` or `NAME...`. */
  readonly operands: string;
  /** Those of the command's options that mean something here. */
  readonly options: readonly Option[];
  run(names: Names, given: Arguments<Option>, io: Io, language: Language): Promise<number>;
}

/** The operands behind the verb. */
type Names = readonly [first: string, ...more: string[]];

export type Verbs<Option extends string> = Readonly<Record<string, Verb<Option>>>;

/** The options of a table, for the list of a verb. */
export const namesOf = <Option extends string>(table: OptionTable<Option>): Option[] => Object.keys(table) as Option[];

/**
 * The command of these verbs. A verb without operands gets an empty name. Whatever does not go with the verb that is given is
 * refused, lest somebody believes that it had an effect.
 */
export function commandOfVerbs<Option extends string>(
  command: string,
  verbs: Verbs<Option>,
  rest: Pick<Command<Option>, 'about' | 'options' | 'examples'>,
): Command<Option> {
  const usages = Object.entries(verbs).map(([verb, { operands }]) => `${verb} ${operands}`.trim());
  return {
    ...rest,
    firstOperands: Object.keys(verbs),
    operands: `${usages.join(' | ')} [OPTIONS]`,
    async run(given, io, language) {
      const [name = '', first = '', ...more] = given.operands;
      const verb = Object.hasOwn(verbs, name) ? verbs[name] : undefined;
      if (!verb) throw new UsageError(unknownVerb(command, name, Object.keys(verbs)));
      checkCount(verb.operands, given.operands.slice(1), `oos ${command} ${name}`);
      const meant: readonly string[] = verb.options;
      const stray = given.names.find((it) => !meant.includes(it));
      if (stray) throw new UsageError(notWith(stray, `oos ${command} ${name}`));
      return verb.run([first, ...more], given, io, language);
    },
  };
}

/** Throws a `UsageError` for too few or too many operands. */
function checkCount(wanted: string, given: readonly string[], command: string): void {
  const least = /^[A-Z]/.test(wanted) ? 1 : 0;
  const many = /\.\.\.\]?$/.test(wanted) ? Number.POSITIVE_INFINITY : 1;
  const most = wanted === '' ? 0 : many;
  const usage = `${command} ${wanted}`.trim();
  if (given.length < least) throw new UsageError(tooFew(usage));
  if (given.length > most) throw new UsageError(tooMany(usage));
}

function unknownVerb(command: string, verb: string, verbs: readonly string[]): Words {
  const guess = verb === '' ? { en: '', zh: '' } : didYouMean(verb, verbs);
  const all = verbs.join(', ');
  return {
    en: `Say what to do: oos ${command} and one of ${all}.${guess.en}`,
    zh: `请说明要做什么：oos ${command} 之后写其中之一：${all}。${guess.zh}`,
  };
}

const tooFew = (usage: string): Words => ({ en: `Something is missing: ${usage}`, zh: `缺少内容：${usage}` });
const tooMany = (usage: string): Words => ({ en: `That is too much at once: ${usage}`, zh: `一次写得太多：${usage}` });
const notWith = (option: string, usage: string): Words => ({
  en: `--${option} has no meaning for ${usage}.`,
  zh: `--${option} 对 ${usage} 没有意义。`,
});
