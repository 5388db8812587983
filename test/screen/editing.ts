import type { Window } from './window.ts';

/** Text in an editor has spaces of another kind. */
const plain = (text: string): string => text.replaceAll('\u00a0', ' ').trim();

/** Gives the task on the last line of `nap.oos.yml` another duration, as a person who types. */
export async function changeDuration(window: Window, duration: string): Promise<void> {
  await window.show('nap.oos.yml');
  await window.press('Control+End', 'ArrowUp', 'End', 'Control+Shift+ArrowLeft');
  await window.type(duration);
  // The list of proposals, if it is there.
  await window.press('Escape');
  await window.page.locator('.view-line', { hasText: duration }).waitFor();
}

/** The lines that stand on one side only of a comparison with both sides. */
export async function difference({ page }: Window): Promise<{ before: string; after: string }> {
  await page.locator('.monaco-diff-editor .line-insert').first().waitFor();
  const textsOf = async (side: 'original' | 'modified') =>
    (await page.locator(`.monaco-diff-editor .editor.${side} .view-line`).allInnerTexts()).map(plain);
  const [before, after] = await Promise.all([textsOf('original'), textsOf('modified')]);
  const only = (lines: string[], others: string[]) => lines.filter((it) => !others.includes(it)).join('\n');
  return { before: only(before, after), after: only(after, before) };
}
