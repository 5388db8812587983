import { execFile, execFileSync } from 'node:child_process';
import { tmpdir } from 'node:os';

const WANTED = 'jq-1.6';

/** Makes sure that the jq that we speak of is there; installs Debian's where that is possible. */
export function ensureJq() {
  if (version() === undefined && process.platform === 'linux' && process.getuid?.() === 0) {
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
    execFileSync('apt-get', ['update', '-qq'], { stdio: 'inherit', env });
    execFileSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'jq'], { stdio: 'inherit', env });
  }
  const found = version();
  if (found === WANTED) return;
  throw new Error(
    found === undefined
      ? `jq is not installed. Install ${WANTED} (Debian 12: apt-get install jq), or run this as root on Debian 12.`
      : `This compares with ${WANTED}, and the jq of this machine is ${found}. Debian 12 has the right one.`,
  );
}

function version() {
  try {
    return execFileSync('jq', ['--version'], { encoding: 'utf8' }).trim();
  } catch {
    return undefined;
  }
}

/**
 * Does jq compile a program? There is no input, so it does not run; the blank keeps a leading `-` from being an option,
 * and no file `.jq` in the home folder adds functions. Undefined: jq itself broke down.
 */
export function compiles(program) {
  const options = { env: { HOME: tmpdir(), PATH: process.env.PATH }, timeout: 20_000 };
  return new Promise((resolve) => {
    const child = execFile('jq', [` ${program}`], options, (error) => {
      if (!error) resolve(true);
      else resolve(error.code === 3 ? false : undefined);
    });
    child.stdin?.end();
  });
}

/** Does jq know a format, as `@base64`? It says so only when it runs. */
export function knowsFormat(name) {
  try {
    execFileSync('jq', ['-n', `[] | try @${name} catch if test("not a valid format") then error else . end`], {
      stdio: 'ignore',
    });
    return true;
  } catch {
    return false;
  }
}
