import { afterAll, beforeAll, describe, it } from 'vitest';
import { startRun, status } from './runPages.ts';
import { napping } from './runTemplates.ts';
import { Window } from './window.ts';

describe('a window that is restored', () => {
  let window: Window;
  const text = () => window.page.locator('.editor-group-container.active .view-lines');
  const bringToFront = (tab: string) => window.page.getByRole('tab', { name: tab }).click();
  beforeAll(async () => {
    window = await Window.open({ 'nap.oos.yml': napping('PT1S'), 'empty.oos.yml': '' });
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
    await window.show('empty.oos.yml');
    const loaded = window.page.waitForEvent('load');
    await window.command('Developer: Reload Window');
    await loaded;
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
});
