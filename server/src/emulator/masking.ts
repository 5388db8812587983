import type { StoredExecution } from './execution.ts';

const mask = '******';

/** Shorter ones would turn up in texts by chance. */
const leastInText = 4;

/** Hides the values of NoEcho parameters wherever they would be shown; those that are not too short also inside longer texts. */
export function masked<T>({ hidden }: StoredExecution, value: T): T {
  if (hidden.length === 0) return value;
  return hide(value, hidden) as T;
}

function hide(value: unknown, hidden: readonly string[]): unknown {
  if (typeof value !== 'object' && hidden.includes(String(value))) return mask;
  if (typeof value === 'string') {
    return hidden.reduce((text, it) => (it.length < leastInText ? text : text.replaceAll(it, mask)), value);
  }
  if (Array.isArray(value)) return value.map((item) => hide(item, hidden));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, it]) => [key, hide(it, hidden)]));
}
