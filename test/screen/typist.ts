import * as fs from 'node:fs';
import type { Locator } from 'playwright-core';
import { expect } from 'vitest';
import type { Window } from './window.ts';

/** In milliseconds between two keys: a person who looks at the screen. */
const PACE = 40;

/** Somebody who writes in the editor that has the focus, and heeds what it proposes. */
export class Typist {
  readonly #window: Window;
  readonly #proposals: Locator;

  constructor(window: Window) {
    this.#window = window;
    this.#proposals = window.page.locator('.suggest-widget.visible .monaco-list-row');
  }

  async write(text: string): Promise<void> {
    await this.#window.page.keyboard.type(text, { delay: PACE });
  }

  /** Writes the begin of something and takes the proposal with this label, which may have been there before. */
  async take(begin: string, label: string): Promise<void> {
    await this.write(begin);
    const wanted = this.#proposals.filter({
      has: this.#window.page.locator('.label-name').getByText(label, { exact: true }),
    });
    await wanted.waitFor();
    while (!(await wanted.and(this.#window.page.locator('.focused')).isVisible()))
      await this.#window.press('ArrowDown');
    await this.#window.press('Tab');
    await wanted.waitFor({ state: 'hidden' });
  }

  /** Goes to the next finding, and leaves what VS Code says about it. */
  async nextFinding(): Promise<void> {
    await this.#window.press('F8');
    const said = this.#window.page.locator('.marker-widget');
    await said.waitFor();
    await this.#window.press('Escape');
    await said.waitFor({ state: 'detached' });
  }

  /** Takes a fix for what stands at the cursor. */
  async fix(title: string): Promise<void> {
    const fixes = this.#window.page.locator('.action-widget .monaco-list-row.action', { hasText: title });
    // VS Code sees none where something else happens at the same moment; a person tries again.
    const areOffered = async () => {
      await this.#window.press('Control+.');
      return fixes.waitFor({ timeout: 2000 }).then(
        () => true,
        () => false,
      );
    };
    await expect.poll(areOffered).toBe(true);
    while (!(await fixes.and(this.#window.page.locator('.focused')).isVisible())) await this.#window.press('ArrowDown');
    await this.#window.press('Enter');
    await fixes.waitFor({ state: 'detached' });
  }

  /** Saves what was written, and waits until the file is this text. */
  async saves(file: string, text: string): Promise<void> {
    await this.#window.press('Control+S');
    await expect.poll(() => fs.readFileSync(this.#window.pathOf(file), 'utf8')).toBe(text);
  }

  /** Waits until something is said about a line. */
  async finding(line: RegExp): Promise<void> {
    const lines = this.#window.page.locator('.view-line', { hasText: line });
    const isMarked = async () => {
      const [text, mark] = await Promise.all([lines, this.#window.squiggle()].map((it) => it.first().boundingBox()));
      return text && mark && mark.y >= text.y && mark.y < text.y + text.height;
    };
    await expect.poll(isMarked).toBe(true);
  }

  /** Waits until the status bar sums the findings of all files up like this. */
  async problems(words: string): Promise<void> {
    const summary = this.#window.page.locator('[id="status.problems"] a');
    await expect.poll(() => summary.getAttribute('aria-label')).toBe(words);
  }
}
