// Installs the dependencies when node_modules is missing or is not what package-lock.json says; else does nothing.
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const root = new URL('../', import.meta.url);

/** The packages that a lock file names, by their place, without the project itself. */
function packagesOf(lockFile) {
  const { packages } = JSON.parse(readFileSync(new URL(lockFile, root), 'utf8'));
  return new Map(Object.entries(packages).filter(([place]) => place !== ''));
}

/** npm writes down what it installed; packages for other systems are optional and may be missing there. */
function isInstalled() {
  const wanted = packagesOf('package-lock.json');
  let present;
  try {
    present = packagesOf('node_modules/.package-lock.json');
  } catch {
    return false;
  }
  const same = (a, b) => a?.version === b?.version && a?.integrity === b?.integrity;
  return (
    [...wanted].every(([place, it]) => same(it, present.get(place)) || (it.optional && !present.has(place))) &&
    [...present.keys()].every((place) => wanted.has(place))
  );
}

if (!isInstalled()) {
  console.error('Installing the dependencies (npm ci) ...');
  // The tools here need none of the install scripts, one of which would compile or download.
  const words = ['ci', '--ignore-scripts', '--include=dev'];
  const npm = process.env.npm_execpath;
  const { status } = npm?.endsWith('.js')
    ? spawnSync(process.execPath, [npm, ...words], { cwd: fileURLToPath(root), stdio: 'inherit' })
    : spawnSync(`npm ${words.join(' ')}`, { cwd: fileURLToPath(root), stdio: 'inherit', shell: true });
  process.exitCode = status ?? 1;
}
