// `npm start`: builds what has changed, checks the templates in examples/ and says how to go on.
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { newest } from './newest.mjs';

const root = fileURLToPath(new URL('../', import.meta.url));
const bundle = 'dist/oos.cjs';
const sources = ['server/src', 'client/src', 'schemas', 'esbuild.mjs', 'package.json', 'package-lock.json'];

process.chdir(root);
if (newest(...sources) > newest(bundle)) {
  console.error('Building ...');
  const { status } = spawnSync('npm run --silent build', { stdio: ['inherit', 2, 2], shell: true });
  if (status !== 0) process.exit(status ?? 1);
}

const { status } = spawnSync(process.execPath, [bundle, 'check', 'examples'], { stdio: 'inherit' });
// The broken examples have errors, so 1 is what is expected.
if (status !== 0 && status !== 1) process.exit(status ?? 1);

const { LC_ALL, LANG } = process.env;
const next = /^zh/i.test(LC_ALL || LANG || '')
  ? ['检查自己的模板：node dist/oos.cjs check 文件或文件夹', '在编辑器中使用：见 README.md（VS Code、Neovim 等）']
  : [
      'Check templates of your own: node dist/oos.cjs check FILE-OR-FOLDER',
      'See the same in your editor: README.md tells how (VS Code, Neovim and others)',
    ];
console.log(`\n${next.join('\n')}`);
