import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'esbuild';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import {
  createProtocolConnection,
  ExitNotification,
  InitializeRequest,
  ShutdownRequest,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver/node';

// The server is bundled and started, which takes its time on a busy machine.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

const folder = mkdtempSync(join(tmpdir(), 'oos-server-'));
const program = join(folder, 'server.cjs');

beforeAll(async () => {
  await build({
    entryPoints: ['server/src/main.ts'],
    outfile: program,
    bundle: true,
    platform: 'node',
    format: 'cjs',
    mainFields: ['module', 'main'],
    logLevel: 'error',
  });
});
afterAll(() => rmSync(folder, { recursive: true }));

function start(args: readonly string[], env: Record<string, string> = {}) {
  const server = spawn(process.execPath, [program, ...args], { env: { ...process.env, LC_ALL: '', ...env } });
  const ended = new Promise<number | null>((resolve) => server.on('close', resolve));
  let said = '';
  server.stderr.on('data', (piece) => {
    said += piece;
  });
  return { server, ended, said: () => said };
}

async function initialized() {
  const { server, ended } = start(['--stdio']);
  const connection = createProtocolConnection(
    new StreamMessageReader(server.stdout),
    new StreamMessageWriter(server.stdin),
  );
  connection.listen();
  await connection.sendRequest(InitializeRequest.type, { processId: process.pid, rootUri: null, capabilities: {} });
  return { server, ended, connection };
}

test.each([
  ['en_US.UTF-8', /^Usage: .*--stdio.*\n$/],
  ['zh_CN.UTF-8', /^用法：.*--stdio.*\n$/],
])('without a transport it says in %s how it is started and ends with 2', async (LANG, usage) => {
  const { ended, said } = start([], { LANG });
  expect(await ended).toBe(2);
  expect(said()).toMatch(usage);
});

test('--node-ipc without a Node parent is no transport', async () => {
  const { ended } = start(['--node-ipc']);
  expect(await ended).toBe(2);
});

test('ends with 0 when the client has shut it down', async () => {
  const { ended, connection } = await initialized();
  await connection.sendRequest(ShutdownRequest.type);
  await connection.sendNotification(ExitNotification.type);
  expect(await ended).toBe(0);
});

test('ends with 1 on an exit without shutdown', async () => {
  const { ended, connection } = await initialized();
  await connection.sendNotification(ExitNotification.type);
  expect(await ended).toBe(1);
});

test('ends when the client is gone', async () => {
  const { server, ended } = await initialized();
  server.stdin.end();
  expect(await ended).toBe(1);
});
