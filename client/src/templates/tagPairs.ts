export type Tags = Readonly<Record<string, string>>;

/** Tags as people write them: `env=prod, team=web`. A backslash keeps a comma, an equals sign or another backslash as it is. */
export const formatTags = (tags: Tags): string =>
  Object.entries(tags)
    .map(([key, value]) => `${escaped(key).replaceAll('=', '\\=')}=${escaped(value)}`)
    .join(', ');

const escaped = (text: string): string => text.replace(/[\\,]/g, '\\$&');
const unescaped = (text: string): string => text.replace(/\\([\\,=])/g, '$1').trim();

/** `problem`: what is wrong with the part `pair` of the text. */
export type ReadTags =
  | { readonly tags: Tags }
  | { readonly problem: 'noEquals' | 'noKey' | 'twice'; readonly pair: string };

/** The tags in a text; an empty text has none. */
export function parseTags(text: string): ReadTags {
  const tags = new Map<string, string>();
  for (const written of pairsIn(text)) {
    const pair = unescaped(written);
    const [, key, value = ''] = /^((?:\\.|[^\\=])*)=(.*)$/s.exec(written)?.map(unescaped) ?? [];
    if (key === undefined) return { problem: 'noEquals', pair };
    if (key === '') return { problem: 'noKey', pair };
    if (tags.has(key)) return { problem: 'twice', pair };
    tags.set(key, value);
  }
  return { tags: Object.fromEntries(tags) };
}

const pairsIn = (text: string): string[] =>
  (text.match(/(?:\\[\s\S]|[^,\\]|\\$)+/g) ?? []).filter((pair) => unescaped(pair) !== '');

export interface TagChanges {
  readonly set: Tags;
  /** Those that go, with what they say now. */
  readonly remove: Tags;
}

/** What has to be sent so that `before` becomes `after`. */
export function tagChanges(before: Tags, after: Tags): TagChanges {
  return {
    set: Object.fromEntries(Object.entries(after).filter(([key, value]) => before[key] !== value)),
    remove: Object.fromEntries(Object.entries(before).filter(([key]) => !Object.hasOwn(after, key))),
  };
}

/** One of the two calls that change tags. */
export type TagStep = 'set' | 'remove';
export const allSteps: readonly TagStep[] = ['set', 'remove'];

/** As many as a template can have. */
const MOST_TAGS = 20;

/**
 * In which order they are sent. What is set comes first, since then nothing is lost when the second call fails; unless there is
 * room for it only when the others are gone.
 */
export function tagSteps(before: Tags, changes: TagChanges): TagStep[] {
  const steps = allSteps.filter((it) => Object.keys(changes[it]).length > 0);
  return Object.keys({ ...before, ...changes.set }).length > MOST_TAGS ? steps.reverse() : steps;
}
