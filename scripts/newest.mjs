import { readdirSync, statSync } from 'node:fs';

/** The time of the newest file at or below some paths, in milliseconds; 0 where there is none. */
export function newest(...paths) {
  return Math.max(0, ...paths.map(newestBelow));
}

function newestBelow(path) {
  const found = statSync(path, { throwIfNoEntry: false });
  if (!found?.isDirectory()) return found?.mtimeMs ?? 0;
  return Math.max(found.mtimeMs, ...readdirSync(path).map((name) => newestBelow(`${path}/${name}`)));
}
