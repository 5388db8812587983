import type { Frame } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { atFocus, choose, focused, tabTo } from './focus.ts';
import { processesOf } from './processes.ts';
import { executionPage, status } from './runPages.ts';
import { asking } from './runTemplates.ts';
import { Window } from './window.ts';

const soon = asking.replace('PT2M', 'PT5S');

describe('a run by the keyboard alone', () => {
  let window: Window;
  let page: Frame;
  beforeAll(async () => {
    window = await Window.open({ 'asking.oos.yml': asking });
    const { colleague } = window.world;
    await colleague.createTemplate({ TemplateName: 'removal', Content: soon });
    await colleague.updateTemplate({ TemplateName: 'removal', Content: soon.replace('a colleague', 'somebody') });
  });
  afterAll(() => window.close());

  it('begins in the palette, which leads to a connection, a template and its version', async () => {
    await window.press('F1');
    await choose(window, 'OOS: Run a Template');
    await atFocus(window, 'OOS: Choose a connection');
    await choose(window, 'work');
    await atFocus(window, 'OOS: Run"');
    await choose(window, 'published');
    await atFocus(window, 'OOS: Run a published template of cn-hangzhou');
    await choose(window, 'remo', 'Removes instances after somebody has agreed');
    await atFocus(window, 'OOS: Which version of removal?');
    await choose(window, '', 'v2');
  });

  it('goes on in the first field, and through the others in their order', async () => {
    await atFocus(window, 'textbox "Owner of the instances owner"');
    await window.type('web');
    await window.press('Tab');
    expect(await focused(window)).toContain('combobox "size"');
    await window.press('ArrowDown', 'Tab');
    expect(await focused(window)).toContain('textbox "count"');
    await window.type('3');
    await window.press('Tab');
    expect(await focused(window)).toContain('combobox "force"');
    await window.press('ArrowDown', 'Tab');
    expect(await focused(window)).toContain('textbox "names"');
    await window.press('Control+End', 'Enter');
    await window.type('third');
    await window.press('Tab');
    expect(await focused(window)).toBe('checkbox "north" [checked]');
    await window.press('Tab', 'Space', 'Tab');
    expect(await focused(window)).toContain('textbox "more"');
    await window.press('Tab');
    expect(await focused(window)).toBe('textbox "password"');
    await window.type('correct horse');
  });

  it('opens how it runs with Space, and gets to the summary', async () => {
    await window.press('Tab');
    expect(await focused(window)).toContain('How it runs');
    await window.press('Space', 'Tab');
    expect(await focused(window)).toContain('combobox "Mode"');
    await window.press('ArrowDown');
    const passed = await tabTo(window, 'button "Review and Start..."');
    expect(passed.map((it) => /"(.*?)"/.exec(it)?.[1])).toEqual(['Loops', 'Safety check', 'Tags', 'Description']);
    await window.press('Enter');
    await atFocus(window, 'region "Start an execution of removal v2?"');
    const form = await window.pageWith('#review');
    const shown = await form.locator('#review').innerText();
    for (const value of ['web', 'large', '["first","second","third"]', '["north","south"]', 'Automatic']) {
      expect(shown).toContain(value);
    }
    expect(await tabTo(window, 'button "Start"')).toEqual(['button "Show in the template"']);
    await window.press('Enter');
  });

  it('is at the heading of the execution, and says what it waits for', async () => {
    await atFocus(window, 'heading "removal v2');
    page = await executionPage(window, 'removal v2');
    await page.getByRole('status').getByText('ask waits for an approval.').waitFor();
    expect(await focused(window)).toContain('heading "removal v2 Waiting"');
  });

  it('keeps a note that is being written while somebody looks elsewhere', async () => {
    expect(await tabTo(window, 'textbox "Note (optional)"')).toContain('button "Logs"');
    await window.type('fine');
    await window.press('Control+PageUp');
    await atFocus(window, 'asking.oos.yml');
    await window.press('Control+PageDown');
    await atFocus(window, 'heading "removal v2 Waiting"');
    await tabTo(window, 'textbox "Note (optional)": fine');
  });

  it('approves, and is at the heading again for what comes next', async () => {
    await window.type('fine with me');
    expect(await tabTo(window, 'button "Approve"')).toEqual([]);
    await window.press('Enter');
    page = await executionPage(window, 'removal v2');
    await page.getByRole('status').getByText('remove is a high-risk task').waitFor();
    await atFocus(window, 'heading "removal v2 Waiting"');
    await tabTo(window, 'button "Approve"');
    await window.press('Space');
    await status(page, 'Succeeded');
    await atFocus(window, 'heading "removal v2 Succeeded"');
    await page.getByText('Note: fine with me').waitFor();
  });

  it('opens the logs, and comes back to where it was', async () => {
    await tabTo(window, 'button "Logs"');
    await window.press('Enter');
    await atFocus(window, '.log, Editor Group 2"');
    await window.press('Control+1');
    await atFocus(window, 'button "Logs"');
    await tabTo(window, 'button "remove"');
    await window.press('Enter');
    await atFocus(window, 'textbox "removal@v2.oos.yml, preview, Editor Group 2"');
  });

  it('is left alone where somebody has gone on elsewhere while the form or the summary was on its way', async () => {
    await window.command('View: Close All Editors');
    await window.show('asking.oos.yml');
    const [server = Number.NaN] = processesOf(window, 'oos-language-server.cjs');
    const goOnElsewhere = async (shown: string): Promise<Frame> => {
      await window.press('F1');
      await atFocus(window, 'Type the name of a command to run.');
      process.kill(server, 'SIGCONT');
      const there = await window.pageWith(shown);
      await window.type('OOS: ');
      expect(await window.asking.locator('input.input').inputValue()).toBe('>OOS: ');
      await window.press('Escape');
      return there;
    };
    await window.lens('Run').waitFor();
    process.kill(server, 'SIGSTOP');
    try {
      await window.lens('Run').click();
      await window.pageWith('text=Looking at the template...');
      const form = await goOnElsewhere('form');
      await atFocus(window, 'textbox "Owner of the instances owner"');
      const review = form.getByRole('button', { name: 'Review and Start...' });
      await review.press('Enter');
      await atFocus(window, 'textbox "Owner of the instances owner"');
      const wrong = form.locator('[aria-invalid="true"]');
      await expect.poll(() => wrong.count()).toBe(2);
      // Whoever is in another field by then stays there.
      process.kill(server, 'SIGSTOP');
      await review.press('Enter');
      await form.locator('input[type=password]').focus();
      await window.type('correct ho');
      process.kill(server, 'SIGCONT');
      await expect.poll(() => wrong.count()).toBe(1);
      await window.type('rse');
      expect(await form.locator('input[type=password]').inputValue()).toBe('correct horse');
      await form.locator('[data-field="parameter.owner"]').focus();
      await window.type('web');
      await expect.poll(() => wrong.count()).toBe(0);
      await tabTo(window, 'button "Review and Start..."');
      process.kill(server, 'SIGSTOP');
      await window.press('Enter');
      await goOnElsewhere('#review');
      await atFocus(window, 'region "Start an execution of');
    } finally {
      process.kill(server, 'SIGCONT');
    }
  });
});
