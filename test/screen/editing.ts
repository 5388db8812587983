import { expect } from 'vitest';
import type { Window } from './window.ts';

/** Text in an editor has spaces of another kind. */
const plain = (text: string): string => text.replaceAll('\u00a0', ' ').trim();

/** Gives the task on the last line of `nap.oos.yml` another duration, as a person who types. */
export async function changeDuration(window: Window, duration: string): Promise<void> {
  await window.show('nap.oos.yml');
  await window.goTo('Ln 6, Col 17 (4 selected)', 'Control+End', 'ArrowUp', 'End', 'Control+Shift+ArrowLeft');
  await window.type(duration);
  // The list of proposals, if it is there.
  await window.press('Escape');
  await window.page.locator('.view-line', { hasText: new RegExp(`^\\s+Duration:\\s${duration}$`) }).waitFor();
}

/** Waits until a comparison with both sides has these lines on one side only. */
export async function compares({ page }: Window, before: string, after: string): Promise<void> {
  const textsOf = async (side: 'original' | 'modified') =>
    (await page.locator(`.monaco-diff-editor .editor.${side} .view-line`).allInnerTexts()).map(plain);
  const only = (lines: string[], others: string[]) => lines.filter((it) => !others.includes(it));
  const difference = async () => {
    const [left, right] = await Promise.all([textsOf('original'), textsOf('modified')]);
    return [only(left, right), only(right, left)];
  };
  await expect.poll(difference).toEqual([[before], [after]]);
}
