// Starts the VS Code server on loopback and opens its workbench in Chromium.
import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import * as fs from 'node:fs';
import * as net from 'node:net';
import * as path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { chromium } from 'playwright-core';
import { ensureChromium, ensureServer } from './install.mjs';

/** Installs a packaged extension into the sandbox, as a user does by "Install from VSIX". */
export function installExtension(sandbox, vsix) {
  const { node, main } = ensureServer();
  const parameters = ['--server-data-dir', sandbox.data, '--install-extension', vsix, '--force'];
  execFileSync(node, [main, '--accept-server-license-terms', ...parameters], { stdio: ['ignore', 'ignore', 'pipe'] });
}

/**
 * @param {import('./workbench.d.mts').ServerOptions} options what the extension host finds in its environment besides ours;
 *   a display language that the sandbox was prepared for; whether windows take an extension under test; whether a folder is
 *   untrusted until somebody trusts it; a port instead of any that is free; a secret without which nobody is served
 * @returns the server's VS Code version, its `origin`, `uri(file)` for use in a payload, `url(payload)` of a window on the
 *   sandbox's workspace, `ended`, which resolves when the server is gone, and `stop()`
 */
export async function startServer(sandbox, options = {}) {
  const { environment = {}, locale, takesTests = false, asksForTrust = false, token } = options;
  const { node, main, version } = ensureServer();
  const port = await freePort(options.port);
  const log = fs.openSync(sandbox.log, 'a');
  const parameters = [
    ...['--host', '127.0.0.1', '--port', String(port), '--accept-server-license-terms'],
    ...['--server-data-dir', sandbox.data, '--disable-telemetry'],
    ...(token ? ['--connection-token-file', tokenFile(sandbox, token)] : ['--without-connection-token']),
    ...(asksForTrust ? [] : ['--disable-workspace-trust']),
    // From 1.101 on a window takes the extension under test only from such a server.
    ...(takesTests ? ['--enable-smoke-test-driver'] : []),
    ...(locale ? ['--locale', locale] : []),
  ];
  const child = spawn(node, [main, ...parameters], {
    // The key of the Local OOS stays in the sandbox, too.
    env: { ...process.env, XDG_STATE_HOME: path.join(sandbox.folder, 'state'), ...environment },
    stdio: ['ignore', log, log],
  });
  const exited = once(child, 'exit');
  const origin = `http://127.0.0.1:${port}`;
  await answering(origin, child, sandbox.log);
  return {
    version,
    origin,
    ended: exited,
    uri: (file) => `vscode-remote://127.0.0.1:${port}${file}`,
    url: (payload = []) => {
      const entries = [['skipWelcome', 'true'], ['skipReleaseNotes', 'true'], ...payload];
      const query = new URLSearchParams({ folder: sandbox.workspace, payload: JSON.stringify(entries) });
      return `${origin}/?${query}`;
    },
    async stop() {
      child.kill('SIGTERM');
      const patience = setTimeout(() => child.kill('SIGKILL'), 5000);
      await exited;
      clearTimeout(patience);
      fs.closeSync(log);
    },
  };
}

/** A command line can be read by everybody on the machine, a file in the sandbox only by its owner. */
function tokenFile({ folder }, token) {
  const file = path.join(folder, 'token');
  fs.writeFileSync(file, token, { mode: 0o600 });
  return file;
}

async function answering(origin, child, log) {
  const end = Date.now() + 60_000;
  while (child.exitCode === null && child.signalCode === null && Date.now() < end) {
    // It tells its version without a secret too.
    const answer = await fetch(`${origin}/version`).catch(() => undefined);
    if (answer?.ok) return;
    await delay(100);
  }
  child.kill('SIGKILL');
  throw new Error(`The VS Code server did not come up:\n${fs.readFileSync(log, 'utf8')}`);
}

/** Rejects with EADDRINUSE when the wanted port is taken. */
async function freePort(wanted = 0) {
  const probe = net.createServer().listen(wanted, '127.0.0.1');
  await once(probe, 'listening');
  const { port } = probe.address();
  probe.close();
  return port;
}

/** @param {import('playwright-core').BrowserContextOptions} options */
export async function openBrowser(options = {}) {
  const browser = await chromium.launch({
    executablePath: ensureChromium(),
    args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--disable-background-networking', '--disable-sync'],
  });
  const page = await browser.newPage({ viewport: { width: 1100, height: 640 }, ...options });
  return { browser, page };
}
