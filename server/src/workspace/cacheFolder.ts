import { isAbsolute, join } from 'node:path';

type Environment = Readonly<Record<string, string | undefined>>;

/** Where programs keep what they can fetch again, by the custom of the system. Undefined where the environment knows no home. */
export function cacheFolder(env: Environment, platform: NodeJS.Platform = process.platform): string | undefined {
  const root = systemFolder(env, platform);
  return root === undefined ? undefined : join(root, 'oos-toolkit');
}

function systemFolder(env: Environment, platform: NodeJS.Platform): string | undefined {
  // The XDG custom asks that a relative path be taken for none.
  if (env.XDG_CACHE_HOME && isAbsolute(env.XDG_CACHE_HOME)) return env.XDG_CACHE_HOME;
  if (platform === 'win32' && env.LOCALAPPDATA) return env.LOCALAPPDATA;
  const home = env.HOME ?? env.USERPROFILE;
  if (!home) return undefined;
  return platform === 'darwin' ? join(home, 'Library', 'Caches') : join(home, '.cache');
}
