// `npm run playground`: VS Code with the packaged extension, the sample workspace and a Local OOS, in the user's browser.
import { spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import * as fs from 'node:fs';
import * as path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { newest } from '../newest.mjs';
import { openInBrowser } from './openInBrowser.mjs';
import { buildFor, majors } from './playgroundBuild.mjs';
import { OddOption, readOptions } from './playgroundOptions.mjs';
import { words } from './playgroundWords.mjs';
import { startSampleService } from './sampleService.mjs';
import { addChinese, makeSandbox, repository } from './sandbox.mjs';
import { installExtension, startServer } from './workbench.mjs';

/** What the package is made of. */
const sources = [
  'client gallery l10n sample-workspace schemas server/src syntaxes esbuild.mjs scripts/bundles.mjs',
  'package.json package-lock.json package.nls.json package.nls.zh-cn.json README.md CHANGELOG.md',
].flatMap((line) => line.split(' '));

/** The guide is shown first, and stays open beside what it leads to. */
const guided = { 'workbench.startupEditor': 'readme', 'workbench.editor.enablePreview': false };

const interrupted = new Promise((resolve) => {
  // Each may come twice, from the terminal and from npm, and the second must not break the tidying off.
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => resolve('interrupted'));
});
/** What is to be done at the end, the last first. */
const tidying = [];
try {
  await play(readOptions(process.argv.slice(2)));
} catch (error) {
  // Ctrl-C also ends the programs that are just being started, which is no failure of theirs.
  if ((await Promise.race([interrupted, delay(100)])) !== 'interrupted') {
    console.error(error instanceof OddOption ? error.message : error);
    process.exitCode = error instanceof OddOption ? 2 : 1;
  }
}
for (const step of tidying.reverse()) await step();

async function play(options) {
  const say = words[options.language];
  if (options.help) {
    console.log(say.usage);
    return;
  }
  if (process.platform === 'win32') throw new OddOption(say.noWindows);
  refuseOddPaths(options, say);
  chooseBuild(say);
  const vsix = options.vsix ?? packaged(say);
  const isOwn = hasFiles(options.folder);
  const sandbox = makeSandbox(isOwn ? {} : guided);
  tidying.push(() => sandbox.remove());
  installExtension(sandbox, vsix);
  const workspace = options.folder ?? path.join(sandbox.folder, 'oos-sample');
  const server = await open({ ...sandbox, workspace }, options, isOwn).catch((error) => {
    throw error.code === 'EADDRINUSE' ? new OddOption(say.portTaken(options.port)) : error;
  });
  if (options.opensBrowser) openInBrowser(server.address);
  console.log(say.ready(server.address, isOwn));
  if ((await Promise.race([interrupted, server.ended])) === 'interrupted') return;
  throw new Error(say.died(fs.readFileSync(sandbox.log, 'utf8').slice(-2000)));
}

function refuseOddPaths({ folder, vsix }, say) {
  const isFolder = (file) => fs.statSync(file, { throwIfNoEntry: false })?.isDirectory();
  if (folder && isFolder(folder) === false) throw new OddOption(say.noFolder(folder));
  if (vsix && isFolder(vsix) !== false) throw new OddOption(say.noPackage(vsix));
}

/** What somebody has named wins. */
function chooseBuild(say) {
  if (process.env.VSCODE_SERVER_VERSION) return;
  const { node } = process.versions;
  const build = buildFor(process);
  if (!build) throw new OddOption(say.noBuild(node, majors));
  if (!majors.includes(node.split('.')[0])) console.error(say.otherNode(node));
  process.env.VSCODE_SERVER_VERSION = build;
}

/** The package, made anew when it is older than what it is made of. */
function packaged(say) {
  const vsix = path.join(repository, 'oos-toolkit.vsix');
  if (newest(...sources.map((it) => path.join(repository, it))) > newest(vsix)) {
    console.error(say.packaging);
    const parts = { cwd: repository, stdio: ['inherit', 'pipe', 2], encoding: 'utf8', shell: true };
    const { status, stdout } = spawnSync('npm run --silent package', parts);
    if (status !== 0) console.error(stdout);
    if (status !== 0) throw new OddOption(say.notPackaged);
  }
  return vsix;
}

/** Starts what the page needs, and answers with its address. Everything comes out of the installed extension. */
async function open(sandbox, { language, port }, isOwn) {
  const extensions = path.join(sandbox.data, 'extensions');
  const name = fs.readdirSync(extensions).find((it) => it.startsWith('oos-toolkit.oos-toolkit-'));
  const sample = path.join(extensions, name, 'sample-workspace');
  if (!isOwn) copySample(sample, sandbox.workspace, language);
  const service = await startSampleService(path.join(extensions, name, 'dist', 'oos.cjs'));
  tidying.push(() => service.stop());
  const filled = service.fill(sample);
  // Whoever starts the server waits for this too, below.
  filled.catch(() => undefined);
  // A page of another origin could reach the server as well, and who reaches it can do all that the user can.
  const token = randomBytes(24).toString('base64url');
  const server = await startServer(sandbox, {
    environment: { OOS_LOCAL_OOS: service.line, ...temporaryFolder(sandbox) },
    asksForTrust: isOwn,
    port,
    token,
    ...(language === 'zh-cn' ? { locale: addChinese(sandbox) } : {}),
  });
  tidying.push(() => server.stop());
  await filled;
  // The server has --default-folder, but with it the page and the extension name files differently.
  const folder = encodeURIComponent(sandbox.workspace).replaceAll('%2F', '/');
  return { address: `${server.origin}/?tkn=${token}&folder=${folder}`, ended: server.ended };
}

/** What VS Code leaves in the folder for temporary files goes with the sandbox, unless the names of its sockets get too long. */
function temporaryFolder(sandbox) {
  const folder = path.join(sandbox.folder, 'tmp');
  const longestSocket = path.join(folder, 'vscode-ipc-00000000-0000-0000-0000-000000000000.sock').length;
  if (longestSocket > 103) return {};
  fs.mkdirSync(folder);
  return { TMPDIR: folder };
}

function hasFiles(folder) {
  return folder !== undefined && fs.existsSync(folder) && fs.readdirSync(folder).length > 0;
}

/** With the guide in one language, under the usual name. */
function copySample(sample, folder, language) {
  fs.mkdirSync(folder, { recursive: true });
  for (const name of fs.readdirSync(sample)) {
    if (!name.startsWith('README')) fs.copyFileSync(path.join(sample, name), path.join(folder, name));
  }
  const guide = language === 'zh-cn' ? 'README.zh-cn.md' : 'README.md';
  fs.copyFileSync(path.join(sample, guide), path.join(folder, 'README.md'));
}
