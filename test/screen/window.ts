import * as fs from 'node:fs';
import * as path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import type { Browser, Frame, Locator, Page } from 'playwright-core';
import { expect, inject, vi } from 'vitest';
import { addChinese, makeSandbox, repository, type Sandbox } from '../../scripts/vscode/sandbox.mjs';
import { openBrowser, startServer, type WorkbenchServer } from '../../scripts/vscode/workbench.mjs';
import type { EmulatorOptions } from '../../server/src/emulator/emulator.ts';
import { makeWorld, type World } from './world.ts';

export interface WindowOptions {
  readonly settings?: Record<string, unknown>;
  readonly chinese?: boolean;
  /** The folder is untrusted until the person trusts it. */
  readonly asksForTrust?: boolean;
  /** A machine without any profile. */
  readonly withoutProfiles?: boolean;
  readonly service?: Partial<EmulatorOptions>;
  readonly size?: { readonly width: number; readonly height: number };
  /** Pixels of a picture for each of the screen. */
  readonly scale?: number;
}

/** How long something may take to show, in milliseconds; a busy machine needs more than an idle one. */
const patience = 30_000;

/** A VS Code window with the packaged extension, as a person sees and uses it. */
export class Window {
  /** Those that are open now. */
  static readonly all = new Set<Window>();

  readonly page: Page;
  readonly world: World;
  readonly #browser: Browser;
  readonly #server: WorkbenchServer;
  readonly #sandbox: Sandbox;

  private constructor(parts: {
    page: Page;
    world: World;
    browser: Browser;
    server: WorkbenchServer;
    sandbox: Sandbox;
  }) {
    this.page = parts.page;
    this.world = parts.world;
    this.#browser = parts.browser;
    this.#server = parts.server;
    this.#sandbox = parts.sandbox;
  }

  /** Opens a window on a workspace with these files; the first of them is shown. */
  static async open(files: Readonly<Record<string, string>>, options: WindowOptions = {}): Promise<Window> {
    const sandbox = makeSandbox({ 'files.simpleDialog.enable': true, ...options.settings });
    fs.cpSync(inject('extensions'), path.join(sandbox.data, 'extensions'), { recursive: true });
    const world = await makeWorld(sandbox.folder, options.service);
    addSettings(sandbox, { 'oos.endpoint': world.local.endpoint });
    for (const [name, text] of Object.entries(files)) {
      const file = path.join(sandbox.workspace, name);
      fs.mkdirSync(path.dirname(file), { recursive: true });
      fs.writeFileSync(file, text);
    }
    const server = await startServer(sandbox, {
      environment: { HOME: options.withoutProfiles ? path.join(sandbox.folder, 'empty') : world.home },
      asksForTrust: options.asksForTrust === true,
      ...(options.chinese ? { locale: addChinese(sandbox) } : {}),
    });
    const { browser, page } = await openBrowser({
      viewport: options.size ?? { width: 1200, height: 800 },
      deviceScaleFactor: options.scale ?? 1,
      // A list that fades away could be taken for the next one.
      reducedMotion: 'reduce',
    });
    page.setDefaultTimeout(patience);
    const window = new Window({ page, world, browser, server, sandbox });
    Window.all.add(window);
    const [first] = Object.keys(files);
    await page.goto(server.url(first ? [['openFile', server.uri(window.pathOf(first))]] : []));
    try {
      await page
        .locator(first ? '.view-line' : '.monaco-workbench')
        .first()
        .waitFor();
      // The extension runs.
      if (first?.includes('.oos.')) await page.locator('.codelens-decoration a').first().waitFor();
      return window;
    } catch (error) {
      await window.picture('before the first test');
      await window.close();
      throw error;
    }
  }

  async close(): Promise<void> {
    Window.all.delete(this);
    await this.#browser.close();
    await this.#server.stop();
    await this.world.close();
    this.#sandbox.remove();
  }

  /** Keeps what is on the screen, for whoever looks for the reason of a failure. */
  async picture(title: string): Promise<void> {
    const file = path.join(repository, 'out', 'screen', `${title.replaceAll(/\W+/g, '-')}.png`);
    await this.page.screenshot({ path: file }).catch(() => undefined);
    console.error(`What was on the screen of VS Code ${this.#server.version}: ${file}\n${await this.#account()}`);
  }

  /** The same in words, where nobody gets at the picture. */
  async #account(): Promise<string> {
    const parts =
      '.tab.active, .monaco-dialog-box, .quick-input-widget, .notification-toast, .monaco-editor.focused .view-line';
    const texts = await this.page.locator(parts).filter({ visible: true }).allInnerTexts().catch(String);
    return [texts].flat().join('\n');
  }

  pathOf(name: string): string {
    return path.join(this.#sandbox.workspace, name);
  }

  async press(...keys: readonly string[]): Promise<void> {
    for (const key of keys) await this.page.keyboard.press(key);
  }

  async type(text: string): Promise<void> {
    await this.page.keyboard.type(text);
  }

  /** Runs a command of the palette by its title, with the keyboard. */
  command(title: string): Promise<void> {
    return this.#choose('F1', `>${title}`, title);
  }

  /** Opens a file of the workspace, and is in its text. */
  async show(name: string): Promise<void> {
    await this.#choose('Control+P', this.pathOf(name), name);
    await this.asking.waitFor({ state: 'hidden' });
    await this.page.locator(editorOf(name)).filter({ visible: true }).waitFor();
    // VS Code gives the keyboard back to the page that had it, at times after it has opened the editor.
    await vi.waitFor(
      async () => {
        if (await this.editor(name).isVisible()) return;
        await this.press('Control+1');
        await this.editor(name).waitFor({ timeout: 1000 });
      },
      { timeout: patience },
    );
  }

  /** Opens a list of VS Code and takes an entry; again when it closes, as it does when what was opened before gets the keyboard. */
  async #choose(key: string, typed: string, label: string): Promise<void> {
    await vi.waitFor(
      async () => {
        if (await this.asking.isVisible()) await this.press('Escape');
        await this.press(key);
        await this.#take(typed, label, patience / 4);
      },
      { timeout: patience },
    );
  }

  /**
   * Goes to a place, such as `Ln 1, Col 1`, with keys that lead there from everywhere. A key that comes too early gets lost in
   * VS Code, so they are pressed until the status bar shows the place.
   */
  async goTo(place: string, ...keys: readonly string[]): Promise<void> {
    await expect
      .poll(async () => {
        await this.press(...keys);
        return this.status(place).isVisible();
      })
      .toBe(true);
  }

  /** The editor of a file, once the keyboard is there. The sides of a comparison do not count; tabs are ahead of what they show. */
  editor(name: string): Locator {
    return this.page.locator(editorOf(name, '.focused'));
  }

  /** The list or the box by which VS Code asks for something. */
  get asking(): Locator {
    return this.page.locator('.quick-input-widget:visible');
  }

  /** Types into the open list, and takes the entry with this label, by the keyboard as a person does. */
  answer(typed: string, label = typed): Promise<void> {
    return this.#take(typed, label, patience);
  }

  /** @param timeout for each step, in milliseconds */
  async #take(typed: string, label: string, timeout: number): Promise<void> {
    await this.asking.locator('input.input').fill(typed, { timeout });
    const exact = new RegExp(`^\\s*${label.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&')}\\s*$`);
    const named = this.page.locator('.label-name', { hasText: exact });
    const entry = this.asking.locator('.monaco-list-row', { has: named });
    const chosen = entry.and(this.page.locator('.focused'));
    await entry.first().waitFor({ timeout });
    while (!(await chosen.isVisible())) {
      if (!(await entry.first().isVisible())) throw new Error(`The list with ${label} has gone.`);
      await this.press('ArrowDown');
    }
    await this.press('Enter');
  }

  /** Fills an open input box, and accepts it. */
  async fill(text: string): Promise<void> {
    await this.asking.locator('input.input').fill(text);
    await this.press('Enter');
  }

  /** What stands in the open list, as soon as something does. */
  async entries(): Promise<string[]> {
    const rows = this.asking.locator('.monaco-list-row');
    await rows.first().waitFor();
    return rows.allInnerTexts();
  }

  /** A question that has to be answered before anything else. */
  question(text: string | RegExp): Locator {
    return this.page.locator('.monaco-dialog-box', { hasText: text });
  }

  message(text: string | RegExp): Locator {
    return this.page.locator('.notification-toast', { hasText: text });
  }

  lens(title: string | RegExp): Locator {
    return this.page.locator('.codelens-decoration a', { hasText: title });
  }

  status(text: string | RegExp): Locator {
    return this.page.locator('.statusbar-item', { hasText: text });
  }

  /** A row of a tree or list. */
  row(text: string | RegExp): Locator {
    return this.page.locator('.monaco-list-row:visible', { hasText: text });
  }

  squiggle(kind: 'error' | 'warning' | 'info' = 'error'): Locator {
    return this.page.locator(`.squiggly-${kind}`);
  }

  /** The page in front, in its frame within a frame, that has what `selector` names. */
  async pageWith(selector: string): Promise<Frame> {
    const end = Date.now() + patience;
    while (Date.now() < end) {
      for (const frame of this.page.frames()) {
        if (await shows(frame, selector).catch(() => false)) return frame;
      }
      await delay(50);
    }
    throw new Error(`no page shows ${selector}`);
  }

  /** Chooses a profile for this window. `title`: of the command, in the window's language. */
  async connect(profile = 'work', title = 'OOS: Choose a Connection'): Promise<void> {
    await this.command(title);
    await this.answer(profile);
    await this.status(profile).waitFor();
  }
}

const editorOf = (name: string, more = ''): string => `.editor-instance > .monaco-editor${more}[data-uri$="/${name}"]`;

function addSettings({ data }: Sandbox, more: Record<string, unknown>): void {
  for (const scope of ['User', 'Machine']) {
    const file = path.join(data, 'data', scope, 'settings.json');
    fs.writeFileSync(file, JSON.stringify({ ...JSON.parse(fs.readFileSync(file, 'utf8')), ...more }, null, 2));
  }
}

/** A page behind another tab looks to itself as if it could be seen. Rejects when the frame goes at that moment. */
async function shows(frame: Frame, selector: string): Promise<boolean> {
  if (!(await frame.locator(selector).first().isVisible())) return false;
  for (let it = frame; it.parentFrame(); it = it.parentFrame() ?? it) {
    const element = await it.frameElement();
    if (!(await element.isVisible())) return false;
  }
  return true;
}
