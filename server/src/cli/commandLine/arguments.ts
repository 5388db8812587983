import { parseArgs } from 'node:util';
import type { Words } from '../../words/words.ts';
import { didYouMean } from './didYouMean.ts';
import { shellWord } from './shellWord.ts';
import { UsageError } from './usageError.ts';

export interface OptionSpec {
  readonly summary: Words;
  /** The value's name in the help text, such as `N`. Absent: the option takes no value. */
  readonly value?: string;
  /** The values that may be given. */
  readonly choices?: readonly string[];
  readonly short?: string;
}

export type OptionTable<Name extends string = string> = Readonly<Record<Name, OptionSpec>>;

export interface Arguments<Name extends string = string> {
  readonly operands: readonly string[];
  /** The options that are given, each once. */
  readonly names: readonly string[];
  has(option: Name): boolean;
  /** The last value given. */
  value(option: Name): string | undefined;
  /** All values given, in their order, for an option that may be repeated. */
  values(option: Name): readonly string[];
}

/** Reads what follows the name of a command. Throws `UsageError` for an unknown option or a value that does not fit. */
export function readArguments(argv: readonly string[], table: OptionTable): Arguments {
  const { tokens } = parseArgs({
    args: [...argv],
    options: Object.fromEntries(
      Object.entries(table).map(([name, { value, choices, short }]) => [
        name,
        { type: value || choices ? ('string' as const) : ('boolean' as const), ...(short ? { short } : {}) },
      ]),
    ),
    strict: false,
    allowPositionals: true,
    tokens: true,
  });
  const given = new Map<string, string[]>();
  const operands: string[] = [];
  for (const token of tokens) {
    if (token.kind === 'positional') {
      if (token.value === '') throw new UsageError(emptyOperand);
      operands.push(token.value);
    }
    if (token.kind !== 'option') continue;
    const value = checkedValue(token, table);
    given.set(token.name, [...(given.get(token.name) ?? []), value]);
  }
  return {
    operands,
    names: [...given.keys()],
    has: (option) => given.has(option),
    value: (option) => given.get(option)?.at(-1),
    values: (option) => given.get(option) ?? [],
  };
}

interface OptionToken {
  readonly name: string;
  /** As written: `--format`, `-h`. */
  readonly rawName: string;
  readonly value?: string | undefined;
  readonly inlineValue?: boolean | undefined;
}

function checkedValue({ name, rawName, value, inlineValue }: OptionToken, table: OptionTable): string {
  const spec = Object.hasOwn(table, name) ? table[name] : undefined;
  if (!spec) throw new UsageError(unknownOption(rawName, table));
  if (!spec.value && !spec.choices) {
    if (value !== undefined) throw new UsageError(takesNoValue(rawName));
    return '';
  }
  if (value === undefined || value === '') throw new UsageError(needsValue(rawName, spec));
  if (!inlineValue && /^-./.test(value)) {
    const isOption = Object.hasOwn(table, value.slice(2));
    throw new UsageError(needsValue(rawName, spec, isOption ? undefined : value));
  }
  const meant = value.toLowerCase();
  if (!spec.choices) return value;
  if (!spec.choices.includes(meant)) throw new UsageError(unknownChoice(rawName, value, spec.choices));
  return meant;
}

function unknownOption(rawName: string, table: OptionTable): Words {
  const guess = didYouMean(
    rawName,
    Object.keys(table).map((name) => `--${name}`),
  );
  return {
    en: `There is no option ${rawName}.${guess.en}`,
    zh: `没有选项 ${rawName}。${guess.zh}`,
  };
}

function takesNoValue(rawName: string): Words {
  return { en: `${rawName} takes no value; write ${rawName} alone.`, zh: `${rawName} 不带值，只写 ${rawName} 即可。` };
}

/** A script whose variable is not set would otherwise mean the current folder, or everything. */
const emptyOperand: Words = {
  en: 'An argument is empty. Leave it out, or look at the variable that it comes from.',
  zh: '有一个参数是空的。请去掉它，或检查它来自的变量。',
};

/** `option`: what stands in the place of the value, and begins as an option does. */
function needsValue(rawName: string, { value, choices }: OptionSpec, option?: string): Words {
  const usage = `${rawName} ${choices ? choices.join('|') : value}`;
  const needs: Words = { en: `${rawName} needs a value: ${usage}`, zh: `${rawName} 需要一个值：${usage}` };
  if (option === undefined || choices || !rawName.startsWith('--')) return needs;
  const joined = `${rawName}=${shellWord(option)}`;
  return {
    en: `${needs.en}. A value that begins with - is written ${joined}`,
    zh: `${needs.zh}。以 - 开头的值请写作 ${joined}`,
  };
}

function unknownChoice(rawName: string, value: string, choices: readonly string[]): Words {
  const guess = didYouMean(value, choices);
  const all = choices.join(', ');
  return {
    en: `${rawName} cannot be "${value}".${guess.en} It can be: ${all}.`,
    zh: `${rawName} 不能是“${value}”。${guess.zh}可选值：${all}。`,
  };
}
