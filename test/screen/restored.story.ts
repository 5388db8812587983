import * as fs from 'node:fs';
import * as path from 'node:path';
import type { Locator } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Calls } from './calls.ts';
import { executionPage, startRun, status } from './runPages.ts';
import { napping } from './runTemplates.ts';
import { Window } from './window.ts';

const inJson = (duration: string) =>
  JSON.stringify({
    FormatVersion: 'OOS-2019-06-01',
    Tasks: [{ Name: 'wait', Action: 'ACS::Sleep', Properties: { Duration: duration } }],
  });

describe('a window that is restored', () => {
  let window: Window;
  const text = () => window.page.locator('.editor-group-container.active .view-lines');
  const bringToFront = (tab: string) => window.page.getByRole('tab', { name: tab }).click();
  const published = 'nap@v1.oos.yml';
  /** A file and its published version. */
  const comparison = 'doze@v1.oos.json (published) and doze.oos.json';
  let compared: Locator;
  const reload = async () => {
    const loaded = window.page.waitForEvent('load');
    await window.command('Developer: Reload Window');
    await loaded;
  };
  beforeAll(async () => {
    window = await Window.open({
      'nap.oos.yml': napping('PT1S'),
      'empty.oos.yml': '',
      'doze.oos.json': inJson('PT7S'),
    });
    compared = window.page.locator('.monaco-diff-editor:visible');
    await window.world.colleague.createTemplate({ TemplateName: 'nap', Content: napping('PT3S') });
    await window.world.colleague.createTemplate({ TemplateName: 'doze', Content: inJson('PT5S') });
    // VS Code restores nothing where its address names a file to open.
    const url = new URL(window.page.url());
    url.searchParams.set('payload', '[]');
    await window.page.goto(url.href);
    // The extension is there again.
    await window.page.getByRole('treeitem', { name: 'nap.oos.yml' }).dblclick();
    await window.lens('Validate').waitFor();
    await window.connect();

    const page = await startRun(window, 'nap.oos.yml');
    await status(page, 'Succeeded');
    await page.getByRole('button', { name: 'Logs' }).click();
    await text().getByText('The execution ended: Success').waitFor();
    await page.getByText('Inputs').first().click();
    await page.getByRole('button', { name: 'Open in an editor' }).first().click();
    await text().getByText('PT1S').waitFor();
    await window.command('View: Keep Editor');
    await window.show('nap.oos.yml');
    await window.command('OOS: Open a Published Version');
    await window.asking.getByText('OOS: Open a Published Version', { exact: true }).waitFor();
    await window.fill('nap');
    await window.answer('v1');
    await text().getByText('PT3S').waitFor();
    await window.command('View: Keep Editor');
    await window.show('doze.oos.json');
    await window.command('OOS: Compare with Published');
    await window.asking.getByText('OOS: Compare with Published', { exact: true }).waitFor();
    await window.fill('doze');
    await compared.getByText('PT5S').first().waitFor();
    await window.command('View: Keep Editor');
    await window.show('empty.oos.yml');
    await reload();
  });
  afterAll(() => window.close());

  it('has the indentation of our language, also where there is no text yet', async () => {
    await window.lens('Validate').first().waitFor();
    await window.status('Spaces: 2').waitFor();
  });

  it('has the logs still', async () => {
    await bringToFront('.log');
    await text().getByText('The execution ended: Success').waitFor();
  });

  it('says how to get back what was a matter of the moment', async () => {
    await bringToFront('inputs.json');
    await text().getByText('again, and this from there.').waitFor();
  });

  it('has the page of the execution still', async () => {
    await bringToFront('Succeeded');
    const page = await executionPage(window, 'nap.oos.yml');
    await status(page, 'Succeeded');
    await page.getByRole('button', { name: 'Run Again' }).waitFor();
  });

  it('has the published template still, as a template', async () => {
    await bringToFront(published);
    await text().getByText('PT3S').waitFor();
    await window.status('OOS Template (YAML)').waitFor();
  });

  it('has the comparison still', async () => {
    await bringToFront(comparison);
    await compared.getByText('PT5S').first().waitFor();
    await compared.getByText('PT7S').first().waitFor();
    await bringToFront(published);
  });

  it('says with which connection they were opened when another one is chosen, and asks that for nothing', async () => {
    await window.connect('second');
    const calls = new Calls(window.world.local);
    await reload();
    await text().getByText('nap v1 was opened with work in cn-hangzhou. Choose that connection').waitFor();
    await window.status('Plain Text').waitFor();
    await window.squiggle().waitFor({ state: 'hidden' });
    await bringToFront('Succeeded');
    await window.pageWith('[role=alert]:has-text("was opened with work in cn-hangzhou. Choose that connection")');
    expect(calls.names).toEqual([]);
    calls.stop();
  });

  it('says what is wrong with the chosen connection, too', async () => {
    const profiles = path.join(window.world.home, '.aliyun', 'config.json');
    const before = fs.readFileSync(profiles, 'utf8');
    fs.writeFileSync(profiles, before.replace('"second"', '"renamed"'));
    await window.pageWith('[role=alert]:has-text("with work in cn-hangzhou. The chosen connection cannot be used: ")');
    fs.writeFileSync(profiles, before);
    await window.pageWith('[role=alert]:has-text("with work in cn-hangzhou. Choose that connection")');
  });

  it('has them again with that connection, and says what is gone in the meantime', async () => {
    const { Executions } = await window.world.colleague.listExecutions();
    await window.world.colleague.deleteExecutions({ ExecutionIds: Executions.map((it) => it.ExecutionId) });
    await window.connect('work');
    await window.pageWith('[role=alert]:has-text("There is no execution")');
    await bringToFront(published);
    await text().getByText('PT3S').waitFor();
    await window.status('OOS Template (YAML)').waitFor();
  });

  it('keeps what is typed on a page while another tab is in front, and none of it with the window', async () => {
    await startRun(window, 'nap.oos.yml', 'Debug');
    const properties = async () => {
      await bringToFront('Waiting');
      const page = await executionPage(window, 'nap.oos.yml');
      return page.getByLabel('Other properties for it');
    };
    await (await properties()).fill('{"word": "open sesame"}');
    await window.command('View: Open Previous Editor in Group');
    await expect.poll(async () => (await properties()).inputValue()).toBe('{"word": "open sesame"}');
    await reload();
    await expect.poll(async () => (await properties()).inputValue()).toBe('');
  });
});
