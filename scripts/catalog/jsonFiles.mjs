import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { gunzipSync } from 'node:zlib';

/** The path of a file, written as it is seen from this folder. */
export const here = (path) => fileURLToPath(new URL(path, import.meta.url));

/** Reads a JSON file, also one that gzip has compressed. */
export function readJson(path) {
  const bytes = readFileSync(path);
  return JSON.parse(path.endsWith('.gz') ? gunzipSync(bytes) : bytes);
}

/** Orders by code units, so that the order is the same on every machine. */
export const byText = (a, b) => Number(a > b) - Number(a < b);

export const sortedEntries = (map) => Object.entries(map).sort(([a], [b]) => byText(a, b));
