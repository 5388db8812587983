import * as here from 'node:path';

/** A file as a CI system knows it. */
export interface Place {
  /** With `/` on every system: relative to the folder that `oos` was started in, or absolute when it is not inside. */
  readonly path: string;
  readonly inside: boolean;
}

/** Where a checked file is. `system` is there for tests of the paths of other systems. */
export function placeOf(path: string, cwd: string, system: typeof here.posix = here): Place {
  const absolute = system.resolve(cwd, path);
  const relative = system.relative(cwd, absolute);
  const inside = !system.isAbsolute(relative) && relative.split(system.sep)[0] !== '..';
  return { path: (inside ? relative : absolute).replaceAll(system.sep, '/'), inside };
}

/** A path as a URI reference: each part between the slashes is percent-encoded. */
export function uriOf({ path, inside }: Place): string {
  // By way of UTF-8, which has no room for the halves of surrogate pairs that a file name of Windows may hold.
  const encoded = path.split('/').map((part) => encodeURIComponent(Buffer.from(part).toString()));
  if (inside) return encoded.join('/');
  return `file://${path.startsWith('/') ? '' : '/'}${encoded.join('/').replace(/^([A-Za-z])%3A/, '$1:')}`;
}
