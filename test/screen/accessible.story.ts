import axe, { type Result } from 'axe-core';
import type { Frame } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fadedRings } from './focusRing.ts';
import { executionPage, openForm, startRun, status } from './runPages.ts';
import { answersToFailing, asking, failing, looping, sleeping } from './runTemplates.ts';
import { Window } from './window.ts';

const themes = ['Light Modern', 'Dark Modern', 'Dark High Contrast', 'Light High Contrast'];

/** Of a page that VS Code makes, only what we have written in it is ours: neither its colours nor the document around it. */
const notOurs = ['color-contrast', 'document-title', 'html-has-lang'];

/** What axe finds that keeps people from using a page, or makes it hard. */
async function hindrances(page: Frame, left: readonly string[] = []): Promise<string[]> {
  await page.evaluate(axe.source);
  const violations = await page.evaluate<Result[]>('axe.run().then((result) => result.violations)');
  return violations
    .filter(({ impact, id }) => (impact === 'serious' || impact === 'critical') && !left.includes(id))
    .flatMap(({ id, nodes }) => nodes.map(({ html, failureSummary }) => `${id}: ${html} ${failureSummary}`));
}

describe('our pages, for everybody', () => {
  let window: Window;
  /** Brings a page to the front; those with a form are there all the time. */
  const pages: Record<string, () => Promise<Frame>> = {};
  const front = async (tab: string, template: string): Promise<Frame> => {
    await window.page.getByRole('tab', { name: `${template} · ${tab}` }).click();
    return executionPage(window, template);
  };
  beforeAll(async () => {
    const files = { empty: asking, wrong: asking, review: asking, waits: asking.replace('PT2M', 'PT1S') };
    const runs = { fails: failing, goes: sleeping, debug: failing, loops: looping };
    const named = Object.entries({ ...files, ...runs }).map(([name, text]) => [`${name}.oos.yml`, text] as const);
    window = await Window.open(Object.fromEntries(named), { service: { answers: answersToFailing } });
    await window.connect();
  });
  afterAll(() => window.close());

  it('are open: a form, one with mistakes, a summary', async () => {
    const empty = await openForm(window, 'empty.oos.yml');
    pages['an empty form'] = async () => empty;

    const wrong = await openForm(window, 'wrong.oos.yml');
    await wrong.getByText('How it runs').click();
    await wrong.getByLabel('Tags').fill('nonsense');
    await wrong.getByRole('button', { name: 'Review and Start...' }).click();
    await wrong.getByText('"nonsense" is not a tag.').first().waitFor();
    pages['a form with mistakes'] = async () => wrong;

    const review = await openForm(window, 'review.oos.yml');
    await review.getByLabel('Owner of the instances').fill('web');
    await review.getByLabel('password').fill('correct horse');
    await review.getByRole('button', { name: 'Review and Start...' }).click();
    await review.getByRole('button', { name: 'Start', exact: true }).waitFor();
    pages['a summary'] = async () => review;
  });

  it('are open: executions that go on, wait, have failed, and loop', async () => {
    await status(await startRun(window, 'fails.oos.yml'), 'Failed');
    pages['a failure'] = () => front('Failed', 'fails.oos.yml');
    await status(await startRun(window, 'goes.oos.yml'), 'Running');
    pages['an execution that goes on'] = () => front('Running', 'goes.oos.yml');
    await status(await startRun(window, 'debug.oos.yml', 'Debug'), 'Waiting');
    pages['Mode Debug'] = () => front('Waiting', 'debug.oos.yml');

    const form = await openForm(window, 'waits.oos.yml');
    await form.getByLabel('Owner of the instances').fill('web');
    await form.getByLabel('password').fill('correct horse');
    await form.getByRole('button', { name: 'Review and Start...' }).click();
    await form.getByRole('button', { name: 'Start', exact: true }).click();
    await status(await executionPage(window, 'waits.oos.yml'), 'Waiting');
    pages['an approval'] = () => front('Waiting', 'waits.oos.yml');

    const loop = await startRun(window, 'loops.oos.yml');
    await status(loop, 'Succeeded');
    await loop.getByRole('button', { name: 'Show the items' }).click();
    await loop.getByText('Inputs').first().click();
    pages['a loop'] = () => front('Succeeded', 'loops.oos.yml');
  });

  it.each(themes)('hinder nobody in %s', async (theme) => {
    await window.command('Preferences: Color Theme');
    await window.answer(theme);
    let count = 0;
    for (const [name, open] of Object.entries(pages)) {
      const page = await open();
      await page.locator(`[data-vscode-theme-name="${theme}"]`).waitFor({ state: 'attached' });
      expect.soft(await hindrances(page), name).toEqual([]);
      const { faded, fields } = await fadedRings(page);
      expect.soft(faded, name).toEqual([]);
      count += fields;
    }
    expect(count).toBeGreaterThan(15);
  });

  it('hinder nobody in the report before a run, which is a page of VS Code', async () => {
    await window.show('empty.oos.yml');
    await window.command('OOS: Preflight Check');
    const report = await window.pageWith('h2:has-text("empty.oos.yml")');
    expect(await hindrances(report, notOurs)).toEqual([]);
  });
});
