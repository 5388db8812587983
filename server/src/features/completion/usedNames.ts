const REFERENCE = /\{\{\s*([\w:-]+(?:\.[\w-]+)*)|\$\{([\w-]+)\}/g;

/** The names that the expressions of a text hold, in lower case, with how often. Found without reading the text. */
export function usedNames(text: string): ReadonlyMap<string, number> {
  const uses = new Map<string, number>();
  for (const [, name, ofConsole] of text.matchAll(REFERENCE)) {
    const key = (name ?? ofConsole ?? '').toLowerCase();
    uses.set(key, (uses.get(key) ?? 0) + 1);
  }
  return uses;
}
