import type { Words } from '../../words/words.ts';
import { CommandFault } from './commandFault.ts';

/** The options of a server command as the client sent them, which may be anything. */
export type GivenOptions = Readonly<Record<string, unknown>>;

/** An option that is a text. Undefined: it is left out, or empty. Throws a CommandFault where it is something else. */
export function textOption(given: GivenOptions, name: string): string | undefined {
  const value = given[name] ?? undefined;
  if (value === undefined || typeof value === 'string') return value || undefined;
  throw wrong(name, { en: 'a text', zh: '文本' });
}

/** An option that is one of some words. Throws a CommandFault where it is something else. */
export function choiceOption<W extends string>(given: GivenOptions, name: string, words: readonly W[]): W | undefined {
  const value = textOption(given, name);
  const found = words.find((it) => it === value);
  if (value === undefined || found !== undefined) return found;
  const list = words.join(', ');
  throw wrong(name, { en: `one of ${list}`, zh: `以下之一：${list}` });
}

/** An option that is a map. Throws a CommandFault where it is something else. */
export function mapOption(given: GivenOptions, name: string): Readonly<Record<string, unknown>> | undefined {
  const value = given[name] ?? undefined;
  if (value === undefined) return undefined;
  if (typeof value === 'object' && !Array.isArray(value)) return { ...value };
  throw wrong(name, { en: 'a map', zh: '映射' });
}

/** The option `tags`: values by their keys. Throws a CommandFault where it is something else. */
export function tagsOption(given: GivenOptions): Readonly<Record<string, string>> | undefined {
  const tags = mapOption(given, 'tags');
  if (tags && Object.values(tags).some((value) => typeof value !== 'string')) {
    throw wrong('tags', { en: 'a map of texts', zh: '值为文本的映射' });
  }
  return tags as Readonly<Record<string, string>> | undefined;
}

function wrong(name: string, wanted: Words): CommandFault {
  return new CommandFault('InvalidArgument', {
    en: `The option '${name}' must be ${wanted.en}.`,
    zh: `选项“${name}”必须是${wanted.zh}。`,
  });
}
