/** The words of a name in any of the usual spellings, in lower case: `ACS::ECS::RunCommand`, `run-command`, `runCommand`. */
function wordsOf(name: string): string[] {
  const split = name.replace(/([a-z0-9])([A-Z])/g, '$1 $2').replace(/([A-Z]+)([A-Z][a-z])/g, '$1 $2');
  return split.toLowerCase().match(/[a-z0-9]+/g) ?? [];
}

/**
 * How much a name is like another, from 0 (no word in common) to 1 (the same words): people call a task, an output or a
 * parameter after what it does or holds, so the name hints at what will be written beside it.
 */
export function likeness(name: string, hint: string | undefined): number {
  if (hint === undefined) return 0;
  const [a, b] = [new Set(wordsOf(name).map(singular)), new Set(wordsOf(hint).map(singular))];
  const common = [...a].filter((word) => b.has(word)).length;
  return common === 0 ? 0 : (2 * common) / (a.size + b.size);
}

const singular = (word: string): string => word.replace(/(?<=[a-z]{2})s$/, '');
