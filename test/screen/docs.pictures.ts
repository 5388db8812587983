import * as fs from 'node:fs';
import * as path from 'node:path';
import type { Locator } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { repository } from '../../scripts/vscode/sandbox.mjs';
import { begun, pruned, restart } from './pictured.ts';
import { Window } from './window.ts';

const calm = {
  'workbench.layoutControl.enabled': false,
  'window.commandCenter': false,
  'window.menuBarVisibility': 'hidden',
  'editor.minimap.enabled': false,
  'editor.fontFamily': 'DejaVu Sans Mono',
  'editor.fontSize': 14,
  'editor.lineHeight': 21,
  'editor.occurrencesHighlight': 'off',
  'editor.renderLineHighlight': 'none',
  'editor.hover.delay': 100,
};

/** Pictures in all four looks go to out/pictures; those of the first and the last stand in the documentation. */
const looks = [
  { language: 'en', theme: 'Light', title: (english: string, _: string) => english },
  { language: 'en', theme: 'Dark', title: (english: string, _: string) => english },
  { language: 'zh', theme: 'Light', title: (_: string, chinese: string) => chinese },
  { language: 'zh', theme: 'Dark', title: (_: string, chinese: string) => chinese },
] as const;

describe.each(looks)('$language, $theme', ({ language, theme, title }) => {
  let window: Window;
  const inDocs = (language === 'en') === (theme === 'Light');

  beforeAll(async () => {
    window = await Window.open(
      { 'restart.oos.yml': restart, 'prune-snapshots.oos.yml': pruned, 'begun.oos.yml': begun },
      {
        settings: { ...calm, 'workbench.colorTheme': `Default ${theme} Modern` },
        chinese: language === 'zh',
        size: { width: 1120, height: 800 },
        scale: 1.5,
      },
    );
  });
  afterAll(() => window.close());

  async function take(name: string, of?: Locator): Promise<void> {
    const all = path.join(repository, 'out', 'pictures');
    const file = path.join(all, `${name}-${language}-${theme.toLowerCase()}.png`);
    fs.mkdirSync(all, { recursive: true });
    await (of ?? window.page).screenshot({ path: file, animations: 'disabled', caret: 'initial' });
    if (!inDocs) return;
    fs.copyFileSync(file, path.join(repository, 'docs', 'images', `${name}${language === 'zh' ? '.zh' : ''}.png`));
  }

  it('findings', async () => {
    await window.squiggle().first().waitFor();
    await window.press('Control+B', 'Control+Shift+M');
    await window.row('instanceIdd').waitFor();
    await window.row('instanceIdd').dblclick();
    const mistake = window.page.locator('.view-line', { hasText: 'instanceIdd' }).getByText('instanceIdd');
    await mistake.first().hover();
    await window.page.locator('.monaco-hover:visible', { hasText: 'instanceIdd' }).first().waitFor();
    await take('diagnostics');
    await window.press('Escape', 'Control+J');
  });

  it('completion', async () => {
    await window.show('begun.oos.yml');
    await window.press('Control+End');
    await window.type('rebinst');
    const list = window.page.locator('.suggest-widget.visible');
    await list.locator('.monaco-list-row', { hasText: 'ACS::ECS::RebootInstance' }).first().waitFor();
    // Shows what is known of the entry, where it is not shown yet.
    const about = window.page.locator('.suggest-details:visible');
    await expect
      .poll(async () => (await about.isVisible()) || void (await window.press('Control+Space')), {
        interval: 1000,
        timeout: 20_000,
      })
      .toBe(true);
    await take('completion');
    await window.press('Escape');
  });

  it('publishing', async () => {
    await window.connect('work', title('OOS: Choose a Connection', 'OOS: 选择连接'));
    await window.world.colleague.createTemplate({
      TemplateName: 'prune-snapshots',
      Content: pruned.replace('PT10M', 'PT5M'),
    });
    await window.show('prune-snapshots.oos.yml');
    await window.command(title('OOS: Publish', 'OOS: 发布'));
    await window.fill('prune-snapshots');
    await window.question('prune-snapshots').waitFor();
    await window.page.locator('.diff-editor .char-insert, .line-insert').first().waitFor();
    await take('publish');
    await window.press('Escape');
    await window.question('prune-snapshots').waitFor({ state: 'hidden' });
  });

  it('the form, and what is about to start', async () => {
    await window.show('prune-snapshots.oos.yml');
    await window.command(title('OOS: Run a Template...', 'OOS: 运行模板…'));
    await window.answer('prune-snapshots.oos.yml');
    const form = await window.pageWith('form');
    await form.locator('[id="parameter.webHook"]').fill('https://chat.example.com/robot');
    await form.locator('[id="parameter.approver"]').fill('ANN');
    await form.locator('.problem').first().waitFor();
    await take('run-form');
    await form.locator('[id="parameter.approver"]').fill('root');
    await form.locator('button[type=submit]').click();
    await form.locator('#review').waitFor();
    await take('run-review');
    await form.locator('[data-do=start]').click();
  });

  it('the execution, its logs, and the views', async () => {
    const execution = await window.pageWith('.wait input');
    await execution.locator('.wait input').fill(title('Checked the list', '已核对清单'));
    await take('approval');
    await execution.locator('[data-verb=Approve]').click();
    await execution.locator('.wait', { hasText: 'remove' }).waitFor();
    await take('execution');
    const isOver = window.page.locator('.tab', { hasText: title('Succeeded', '成功') }).first();
    await expect
      .poll(
        async () => {
          await execution
            .locator('[data-verb=Approve]')
            .click({ timeout: 1000 })
            .catch(() => undefined);
          return isOver.isVisible();
        },
        { timeout: 30_000 },
      )
      .toBe(true);
    await execution.locator('[data-do=loop]').click();
    await window.command(title('OOS: Show the Logs of an Execution', 'OOS: 查看执行日志'));
    await window.page.locator('.view-line', { hasText: 'remove' }).first().waitFor();
    // A page that has moved is loaded anew.
    await window.pageWith('[data-do=loop]');
    await take('logs');
    await window.press('Control+B');
    await window.page.getByRole('tab', { name: 'OOS' }).first().click();
    await window.row('prune-snapshots').first().waitFor();
    await take('views');
    await window.press('Control+B');
  });

  it('what to look at before a run', async () => {
    await window.press('Control+K', 'Control+W');
    await window.show('prune-snapshots.oos.yml');
    await window.command(title('OOS: Preflight Check', 'OOS: 运行前检查'));
    await window.pageWith('table');
    await take('preflight');
  });
});
