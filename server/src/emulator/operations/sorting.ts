/**
 * Sorts by the first key, and by the next one where that is equal. `order` is about the first key; the others ascend, so that
 * the order is always the same.
 */
export function inOrder<T>(
  items: readonly T[],
  [first, ...rest]: readonly ((item: T) => string | number)[],
  order: string,
): T[] {
  const sign = order === 'Ascending' ? 1 : -1;
  const compare = (a: string | number, b: string | number) => (a < b ? -1 : a > b ? 1 : 0);
  return items.toSorted((a, b) => {
    const main = first ? sign * compare(first(a), first(b)) : 0;
    return rest.reduce((so, key) => so || compare(key(a), key(b)), main);
  });
}
