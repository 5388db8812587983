import { type ChildProcessByStdio, spawn } from 'node:child_process';
import { once } from 'node:events';
import * as fs from 'node:fs';
import * as net from 'node:net';
import * as os from 'node:os';
import * as path from 'node:path';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it, onTestFinished, vi } from 'vitest';
import { repository } from '../../scripts/vscode/sandbox.mjs';
import { openBrowser } from '../../scripts/vscode/workbench.mjs';

/** What all processes of a playground have in their environment. */
const mark = 'OOS_PLAYGROUND_STORY';

/** A playground as `npm run playground` starts it, with a folder of its own for what it throws away. */
class Playground {
  readonly temporary = fs.mkdtempSync(path.join(os.tmpdir(), 'oos-playground-'));
  readonly child: ChildProcessByStdio<null, Readable, Readable>;
  readonly said: Promise<string>;

  constructor(...options: readonly string[]) {
    const script = path.join(repository, 'scripts', 'vscode', 'playground.mjs');
    this.child = spawn(process.execPath, [script, '--no-open', ...options], {
      env: { ...process.env, TMPDIR: this.temporary, LC_ALL: 'C', [mark]: this.temporary },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    this.said = text(this.child.stderr);
  }

  async address(): Promise<string> {
    const ended = once(this.child, 'exit').then(async () => Promise.reject(new Error(`it ended: ${await this.said}`)));
    const found = new Promise<string>((resolve) => {
      createInterface(this.child.stdout).on('line', (line) => {
        const [address] = /http:\S+/.exec(line) ?? [];
        if (address) resolve(address);
      });
    });
    return Promise.race([found, ended]);
  }

  /** The names in the folder for what is thrown away. */
  left(): string[] {
    return fs.readdirSync(this.temporary);
  }

  /** Its processes that run, where the system tells. */
  running(): { readonly pid: number; readonly command: string }[] {
    const pids = fs.existsSync('/proc/self/environ') ? fs.readdirSync('/proc').filter((it) => /^\d+$/.test(it)) : [];
    return pids.flatMap((pid) => {
      try {
        const isOurs = fs.readFileSync(`/proc/${pid}/environ`, 'utf8').includes(`${mark}=${this.temporary}`);
        return isOurs ? [{ pid: Number(pid), command: fs.readFileSync(`/proc/${pid}/cmdline`, 'utf8') }] : [];
      } catch {
        // It has ended, or is of another user.
        return [];
      }
    });
  }

  /** Ctrl-C. */
  async interrupt(): Promise<number | null> {
    const exited = once(this.child, 'exit');
    this.child.kill('SIGINT');
    const [code] = await exited;
    return code;
  }

  /** Whatever a failed test has left. */
  remove(): void {
    this.child.kill('SIGKILL');
    for (const { pid } of this.running()) {
      try {
        process.kill(pid, 'SIGKILL');
      } catch {
        // It has just ended.
      }
    }
    fs.rmSync(this.temporary, { recursive: true, force: true });
  }
}

const vsix = path.join(repository, 'oos-toolkit.vsix');
const status = async (address: string): Promise<number> => (await fetch(address, { redirect: 'manual' })).status;

describe('the playground', () => {
  let playground: Playground;
  let address: string;
  let browser: Browser;
  let page: Page;

  beforeAll(async () => {
    playground = new Playground('--vsix', vsix);
    address = await playground.address();
    ({ browser, page } = await openBrowser({ viewport: { width: 1200, height: 1000 } }));
    page.setDefaultTimeout(60_000);
  });
  afterAll(async () => {
    await browser.close();
    playground.remove();
  });

  it('serves nobody who does not know its secret', async () => {
    const { origin, hostname } = new URL(address);
    expect(hostname).toBe('127.0.0.1');
    expect(await status(origin)).toBe(403);
    expect(await status(`${origin}/?tkn=guessed`)).toBe(403);
    // With it, the browser gets a cookie and is sent on.
    expect(await status(address)).toBe(302);
  });

  it('shows the guide, whose links open the samples, with the Local OOS chosen', async () => {
    await page.goto(address);
    await page.locator('.tab', { hasText: 'README.md' }).waitFor();
    const link = await vi.waitUntil(
      async () => {
        for (const frame of page.frames()) {
          const found = frame.getByRole('link', { name: 'fix-me.oos.yml' });
          if (await found.isVisible({ timeout: 0 }).catch(() => false)) return found;
        }
        return undefined;
      },
      { timeout: 60_000, interval: 50 },
    );
    await link.click();
    await page.locator('.squiggly-error').first().waitFor();
    await page.locator('.statusbar-item', { hasText: 'Local OOS' }).waitFor();
    expect(await page.locator('.tab').allInnerTexts()).toHaveLength(2);
  });

  it('has published templates and executions that have ended or wait', async () => {
    await page.locator('.activitybar').getByRole('tab', { name: 'OOS' }).click();
    const row = (hasText: RegExp) => page.locator('.monaco-list-row', { hasText }).first().waitFor();
    await row(/prepare-instance.*v1/);
    await row(/clean-up-snapshot v1.*Waiting/);
    await row(/check-disks v1.*Failed/);
    await row(/prepare-fleet v1.*Succeeded/);
    await row(/create-instances v1.*Succeeded/);
  });

  it('ends at Ctrl-C with all its processes, and leaves nothing', async () => {
    const before = playground.running().map(({ command }) => command);
    for (const part of ['playground.mjs', 'server-main.js', 'extensionHost', 'oos-language-server', 'emulator']) {
      if (process.platform === 'linux') expect(before.join('\n')).toContain(part);
    }
    expect(playground.left()).toHaveLength(1);
    expect(await playground.interrupt()).toBe(0);
    expect(playground.left()).toEqual([]);
    await vi.waitUntil(() => playground.running().length === 0, { timeout: 20_000, interval: 50 });
  });
});

it('opens a folder of the user without changing it', async () => {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'oos-own-'));
  onTestFinished(() => fs.rmSync(folder, { recursive: true }));
  fs.writeFileSync(path.join(folder, 'fix-me.oos.yml'), 'mine');
  const playground = new Playground('--vsix', vsix, '--folder', folder);
  onTestFinished(() => playground.remove());
  const address = await playground.address();
  expect(new URL(address).searchParams.get('folder')).toBe(folder);
  expect(await playground.interrupt()).toBe(0);
  expect(fs.readdirSync(folder)).toEqual(['fix-me.oos.yml']);
  expect(fs.readFileSync(path.join(folder, 'fix-me.oos.yml'), 'utf8')).toBe('mine');
});

it('fills an empty folder with the samples, and keeps it', async () => {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'oos-own-'));
  onTestFinished(() => fs.rmSync(folder, { recursive: true }));
  const playground = new Playground('--vsix', vsix, '--folder', folder, '--lang', 'zh-cn');
  onTestFinished(() => playground.remove());
  await playground.address();
  expect(await playground.interrupt()).toBe(0);
  const samples = fs.readdirSync(path.join(repository, 'sample-workspace'));
  expect(fs.readdirSync(folder).sort()).toEqual(samples.filter((name) => name !== 'README.zh-cn.md').sort());
  expect(fs.readFileSync(path.join(folder, 'README.md'), 'utf8')).toMatch(/\p{Script=Han}/u);
});

it('says that a port is taken', async () => {
  const server = net.createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => {
    server.close();
  });
  const { port } = server.address() as net.AddressInfo;
  const playground = new Playground('--vsix', vsix, '--port', String(port));
  onTestFinished(() => playground.remove());
  expect(await once(playground.child, 'exit')).toEqual([2, null]);
  expect(await playground.said).toContain(`Port ${port} is in use.`);
  expect(playground.left()).toEqual([]);
  await vi.waitUntil(() => playground.running().length === 0, { timeout: 20_000, interval: 50 });
});

it.each([
  [['--port', '99999'], '--port'],
  [['--lang', 'fr'], '--lang'],
  [['--unknown'], 'Usage:'],
  [['--folder', vsix], 'is no folder'],
])('says what is odd about %j', async (options, words) => {
  const playground = new Playground(...options);
  onTestFinished(() => playground.remove());
  expect(await once(playground.child, 'exit')).toEqual([2, null]);
  expect(await playground.said).toContain(words);
  expect(playground.left()).toEqual([]);
});
