/** Lower camel case: `regionId`. A name may begin with a digit. */
export const isCamelCase = (name: string): boolean => /^[a-z0-9][A-Za-z0-9]*$/.test(name);

/**
 * A name in lower camel case: `OSType` becomes `osType`, `disks_info` becomes `disksInfo`. Undefined where its words
 * cannot be told apart any more: `v1_2`.
 */
export function toCamelCase(name: string): string | undefined {
  if (/\d[-_]+\d/.test(name)) return undefined;
  const [first = '', ...others] = name.split(/[-_]+/).filter((word) => word !== '');
  const camel = lowered(first) + others.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join('');
  return isCamelCase(camel) ? camel : undefined;
}

/** The capitals at the head of a word, up to the one that begins the next word, in small letters. */
function lowered(word: string): string {
  const capitals = /^[A-Z]+(?![a-z])|^[A-Z]/.exec(word)?.[0] ?? '';
  return capitals.toLowerCase() + word.slice(capitals.length);
}
