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

/** What has to be sent so that `before` becomes `after`. */
export function tagChanges(before: Tags, after: Tags): { readonly set: Tags; readonly remove: readonly string[] } {
  return {
    set: Object.fromEntries(Object.entries(after).filter(([key, value]) => before[key] !== value)),
    remove: Object.keys(before).filter((key) => !Object.hasOwn(after, key)),
  };
}
