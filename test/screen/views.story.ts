import * as fs from 'node:fs';
import * as os from 'node:os';
import * as path from 'node:path';
import type { Locator } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Calls } from './calls.ts';
import { nameOf, writeLargeAccount } from './largeAccount.ts';
import { executionPage } from './runPages.ts';
import { asksTwice, sleeping } from './runTemplates.ts';
import { Window } from './window.ts';

const PAGE = 50;
/** While nothing goes on. */
const SECONDS_BETWEEN_LOOKS = 15;

describe('the views of a large account', () => {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'oos-'));
  let window: Window;
  let calls: Calls;
  const tree = (name: string): Locator => window.page.getByRole('tree', { name });
  const rows = (): Promise<string[]> => tree('Executions').getByRole('treeitem').allInnerTexts();
  /** Where the keyboard is in a list. */
  const onRow = (text: string): Promise<void> =>
    window.page.locator('.monaco-list:focus .monaco-list-row.focused', { hasText: text }).waitFor();
  /** Starts an execution and waits as long as it takes, without asking for executions as the views do. */
  const passTime = async (duration: string): Promise<void> => {
    const { colleague } = window.world;
    const { Execution } = await colleague.startExecution({ TemplateContent: sleeping.replace('PT23H', duration) });
    const request = { ExecutionId: Execution.ExecutionId };
    const status = async () => (await colleague.listTaskExecutions(request)).TaskExecutions[0]?.Status;
    await expect.poll(status, { timeout: 20_000 }).toBe('Success');
  };

  beforeAll(async () => {
    const service = await writeLargeAccount(folder, { templates: 500, executions: 1000 });
    window = await Window.open({ 'twice.oos.yml': asksTwice }, { service });
    calls = new Calls(window.world.local);
    await window.connect();
  });
  afterAll(async () => {
    calls?.stop();
    await window.close();
    fs.rmSync(folder, { recursive: true });
  });

  it('ask nothing before they are seen, and then for one page each', async () => {
    expect(calls.count('ListExecutions') + calls.count('ListTemplates')).toBe(0);
    await window.command('OOS: Focus on Executions View');
    await tree('Executions').getByText(nameOf(0)).waitFor();
    await tree('Templates').getByText(nameOf(0)).waitFor();
    expect([calls.count('ListExecutions'), calls.count('ListTemplates')]).toEqual([1, 1]);
  });

  it('load 1,000 executions page by page, by the keyboard, which goes on at the first new one', async () => {
    const begin = performance.now();
    for (let loaded = PAGE; loaded < 1000; loaded += PAGE) {
      await window.press('End');
      await onRow('Load more');
      await window.press('Enter');
      await onRow(nameOf(loaded % 500));
    }
    await window.press('End');
    await onRow(`${nameOf(499)} v1`);
    await window.press('Home');
    await onRow(`${nameOf(0)} v1`);
    // Besides, it looks for new ones from time to time.
    const looks = Math.ceil((performance.now() - begin) / SECONDS_BETWEEN_LOOKS / 1000) + 1;
    expect(calls.count('ListExecutions')).toBeGreaterThanOrEqual(20);
    expect(calls.count('ListExecutions')).toBeLessThanOrEqual(20 + looks);
  });

  it('load 500 templates page by page', async () => {
    await window.command('OOS: Focus on Templates View');
    for (let loaded = PAGE; loaded < 500; loaded += PAGE) {
      await window.press('End');
      await onRow('Official');
      await window.press('ArrowUp');
      await onRow('Load more');
      await window.press('Enter');
      await onRow(nameOf(loaded));
    }
    expect(calls.count('ListTemplates')).toBe(10);
  });

  it('are narrowed by status and by template', async () => {
    await window.command('OOS: Filter Executions by Status...');
    await window.answer('Failed');
    await tree('Executions').getByText(nameOf(0)).waitFor({ state: 'detached' });
    await tree('Executions').getByText(nameOf(9)).waitFor();
    for (const row of await rows()) expect(row).toContain('Failed');
    await window.command('OOS: Filter Executions by Template...');
    await window.fill('job-12');
    await tree('Executions').getByText('job-129').first().waitFor();
    expect(await rows()).toEqual([
      expect.stringMatching(/job-129 v1\s*Failed/),
      expect.stringMatching(/job-129 v1\s*Failed/),
    ]);
    await window.page.getByText('Failed · job-12').waitFor();
    await window.command('OOS: Filter Executions by Template...');
    await window.fill('nothing');
    await tree('Executions').getByText('There are no executions.').waitFor();
    await window.command('OOS: Show All Executions');
    await tree('Executions').getByText(nameOf(0)).waitFor();
  });

  it('are no longer needed by who knows the name of a template, or an id', async () => {
    const open = async (typed: string, choose: () => Promise<void>): Promise<Locator> => {
      await window.command('OOS: Open an Execution...');
      await window.asking.getByText('OOS: Open an execution').waitFor();
      expect((await window.entries())[0]).toMatch(/job-0.*v1\s*Succeeded · .*exec-/s);
      await window.asking.locator('input.input').fill(typed);
      await choose();
      return window.page.getByRole('tab', { selected: true });
    };
    // It is not among the newest.
    const job = await open('job-333', () => window.answer('job-333', 'job-333 v1'));
    await job.getByText('job-333 v1').waitFor();
    await executionPage(window, 'job-333');
    const { Executions } = await window.world.colleague.listExecutions({ TemplateName: 'job-444' });
    const id = Executions.at(-1)?.ExecutionId ?? '';
    const typed = await open(id, () => window.answer(id, `Open ${id}`));
    await typed.getByText('job-444 v1').waitFor();
    await executionPage(window, 'job-444');
    await open('exec-nowhere', () => window.answer('exec-nowhere', 'Open exec-nowhere'));
    await window.message('There is no execution "exec-nowhere" that this account can see.').waitFor();
    await window.command('View: Close All Editors');
  });

  it('show by themselves what others have started, and how it goes on', async () => {
    const { colleague } = window.world;
    const { Execution } = await colleague.startExecution({ TemplateContent: asksTwice });
    const { ExecutionId } = Execution;
    const row = tree('Executions').getByRole('treeitem', { name: 'A text' });
    await row.getByText('Waiting').waitFor();
    await colleague.notifyExecution({ ExecutionId, NotifyType: 'Reject' });
    await row.getByText('Cancelled').waitFor();
  });

  it('are back by themselves after an error, and at once by a click on it', async () => {
    const error = tree('Executions').getByRole('treeitem', { name: 'Try again' });
    const { local } = window.world;
    const ways = [
      ['5xx', async () => undefined],
      // What does not pass by itself is not asked for again and again.
      ['fail:Forbidden', async () => error.click()],
    ] as const;
    for (const [fault, recover] of ways) {
      local.setFaults([`${fault}@ListExecutions=1`]);
      await window.command('OOS: Refresh the Executions');
      await error.waitFor();
      local.setFaults([]);
      await recover();
      await tree('Executions').getByText(nameOf(0)).waitFor();
      expect(await error.count()).toBe(0);
    }
  });

  it('ask for nothing while they are hidden, and again when they are back', async () => {
    const { Execution } = await window.world.colleague.startExecution({ TemplateContent: sleeping });
    await window.command('OOS: Refresh the Executions');
    await tree('Executions').getByText('Running').waitFor();
    const seen = calls.count('ListExecutions');
    await expect.poll(() => calls.count('ListExecutions'), { timeout: 10_000 }).toBeGreaterThan(seen + 1);
    await window.command('View: Show Explorer');
    await passTime('PT20S');
    const hidden = calls.count('ListExecutions');
    await passTime('PT1M30S');
    expect(calls.count('ListExecutions')).toBe(hidden);
    await window.world.colleague.cancelExecution({ ExecutionId: Execution.ExecutionId });
    await window.command('OOS: Focus on Executions View');
    await tree('Executions').getByText('Cancelled').nth(1).waitFor();
  });
});
