import type { Frame } from 'playwright-core';
import { expect } from 'vitest';
import type { Window } from './window.ts';

/** What has the keyboard, in the words of a screen reader: `textbox "Owner"`. Rejects when the keyboard goes on at that moment. */
export async function focused(window: Window): Promise<string> {
  let frame = window.page.mainFrame();
  for (let inner: Frame | null = frame; inner; inner = await focusedFrame(frame)) frame = inner;
  const element = frame.locator(':focus');
  if ((await element.count()) === 0) return 'nothing';
  const [line = ''] = (await element.ariaSnapshot({ timeout: 1000 })).split('\n');
  return line.replace(/^- /, '');
}

async function focusedFrame(frame: Frame): Promise<Frame | null> {
  const element = (await frame.evaluateHandle('document.activeElement')).asElement();
  return (await element?.contentFrame()) ?? null;
}

/** Waits until the keyboard is there. */
export const atFocus = (window: Window, wanted: string): Promise<void> =>
  expect.poll(() => focused(window), { timeout: 15_000 }).toContain(wanted);

/** Goes on with the Tab key until it is there. Answers what it came by. */
export async function tabTo(window: Window, wanted: string): Promise<string[]> {
  const passed: string[] = [];
  for (;;) {
    await window.press('Tab');
    const now = await focused(window);
    if (now.includes(wanted)) return passed;
    passed.push(now);
    if (passed.length > 30) throw new Error(`There is no way to ${wanted}: ${passed.join(' > ')}`);
  }
}

/** Types into the list that is open or about to be, and takes its first entry, once that is the one. */
export async function choose(window: Window, typed: string, label = typed): Promise<void> {
  await window.asking.locator('input.input:focus').waitFor();
  await window.type(typed);
  await window.asking.locator('.monaco-list-row.focused', { hasText: label }).waitFor();
  await window.press('Enter');
}
