// npm runs this after an install in this folder, and where it makes a package of a Git repository (`npm install -g
// git+...`, pre-commit). It builds what `bin` names, which is not in the repository.
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../', import.meta.url));

/** Runs Node with these words. Output goes to standard error: `npm pack` has its own on standard output. */
function node(...words) {
  const { status } = spawnSync(process.execPath, words, { cwd: root, stdio: ['ignore', 2, 2] });
  if (status !== 0) process.exit(status ?? 1);
}

function hasTools() {
  try {
    import.meta.resolve('esbuild');
    return true;
  } catch {
    return false;
  }
}

// With --omit=dev nobody wants the tools, and so no build.
if (hasTools()) node('esbuild.mjs');
else if (!/\bdev\b/.test(process.env.npm_config_omit ?? '')) {
  // `npm install -g git+...` looks for the tools of the repository in the global folder, so they are missing here.
  node(process.env.npm_execpath ?? '', 'ci', '--ignore-scripts', '--include=dev', '--global=false');
  node('esbuild.mjs');
}
