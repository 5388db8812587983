import type { Frame, Locator } from 'playwright-core';
import { expect } from 'vitest';
import type { Window } from './window.ts';

/** Opens a file, and the form to run it. */
export async function openForm(window: Window, file: string): Promise<Frame> {
  await window.show(file);
  await window.editor(file).locator(window.lens('Run')).click();
  return window.pageWith(`form:has-text("Run ${file}")`);
}

/** Goes through the form of a file that needs no values, up to the page of its execution. */
export async function startRun(window: Window, file: string, mode = ''): Promise<Frame> {
  const form = await openForm(window, file);
  if (mode !== '') {
    await form.getByText('How it runs').click();
    await form.getByLabel('Mode', { exact: true }).selectOption(mode);
  }
  await form.getByRole('button', { name: 'Review and Start...' }).click();
  await form.getByRole('button', { name: 'Start', exact: true }).click();
  return executionPage(window, file);
}

/** The page of an execution of a template, whose tab is in front. */
export const executionPage = (window: Window, template: string): Promise<Frame> =>
  window.pageWith(`h1:has-text("${template}")`);

/** What the page says about its execution, as soon as it has this status. */
export const status = (page: Frame, word: string): Promise<void> => page.locator('h1', { hasText: word }).waitFor();

/** The tasks as they stand on the page: status, name, and what stands beside them. */
export async function tasks(page: Frame): Promise<string[]> {
  const lines = await page.locator('.task > .line').allInnerTexts();
  return lines.map((line) => line.replaceAll(/\s+/g, ' '));
}

/** What is said about a field by those who read pages aloud. */
export async function described(page: Frame, field: Locator): Promise<string> {
  const ids = (await field.getAttribute('aria-describedby')) ?? '';
  const texts = ids.split(' ').map((id) => page.locator(`[id="${id}"]`).innerText());
  return (await Promise.all(texts)).join(' ');
}

/** What a page states, by its labels. */
export async function facts(page: Frame): Promise<Record<string, string>> {
  const lines = await page.locator('.facts > div:visible').all();
  const entries = lines.map((it) => Promise.all([it.locator('dt').innerText(), it.locator('dd').innerText()]));
  return Object.fromEntries(await Promise.all(entries));
}

/** How many elements a page makes in a second in which nothing happens but that it goes by. */
export async function madeWhileTimePasses(page: Frame): Promise<unknown> {
  const time = () => page.locator('header [data-since]').innerText();
  // The clock of the service is far ahead.
  await page.evaluate(`{
    document.querySelector('header [data-since]').setAttribute('data-since', Date.now());
    const make = document.createElement.bind(document);
    globalThis.made = 0;
    document.createElement = (...given) => { made += 1; return make(...given); };
  }`);
  const before = await time();
  await expect.poll(time).not.toBe(before);
  return page.evaluate('made');
}
