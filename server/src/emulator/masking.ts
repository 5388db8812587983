import type { StoredExecution } from './execution.ts';

const mask = '******';

/** Hides the values of NoEcho parameters wherever they would be shown, also inside longer texts. */
export function masked<T>({ hidden }: StoredExecution, value: T): T {
  if (hidden.length === 0) return value;
  return hide(value, hidden) as T;
}

function hide(value: unknown, hidden: readonly string[]): unknown {
  if (typeof value === 'string') return hidden.reduce((text, it) => text.replaceAll(it, mask), value);
  if (typeof value === 'number') return hidden.includes(String(value)) ? mask : value;
  if (Array.isArray(value)) return value.map((item) => hide(item, hidden));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, it]) => [key, hide(it, hidden)]));
}
