import type { Locator } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Calls } from './calls.ts';
import { cloudCommands } from './cloudCommands.ts';
import { napping } from './runTemplates.ts';
import { Window } from './window.ts';

describe('a workspace that nobody trusts', () => {
  let window: Window;
  let calls: Calls;
  const why = 'This workspace is not trusted, so nothing is sent to the cloud.';
  /** Of more than three messages within 800 ms VS Code shows the others behind the bell only. */
  const message = async (): Promise<Locator> => {
    await window.page.locator('[id="status.notifications"] .codicon-bell-dot').click();
    return window.page.locator('.notifications-center .notification-list-item', { hasText: why });
  };
  beforeAll(async () => {
    window = await Window.open(
      {
        'nap.oos.yml': napping(),
        'broken.oos.yml': napping().replace('ACS::Sleep', 'ACS::Slep'),
        '.vscode/settings.json': JSON.stringify({ 'oos.endpoint': 'http://127.0.0.1:9' }),
      },
      // Some versions of VS Code ask at the start, others do not.
      { asksForTrust: true, settings: { 'security.workspace.trust.startupPrompt': 'never' } },
    );
    await window.status('Restricted Mode').waitFor();
    calls = new Calls(window.world.local);
  });
  afterAll(async () => {
    calls?.stop();
    await window.close();
  });

  it('has its templates checked, explained and completed', async () => {
    await window.show('broken.oos.yml');
    await window.squiggle().first().waitFor();
    await window.show('nap.oos.yml');
    await window.goTo('Ln 4, Col 22', 'Control+End', 'ArrowUp', 'ArrowUp', 'ArrowUp', 'End', 'ArrowLeft');
    await window.press('Control+K', 'Control+I');
    await window.page.locator('.monaco-hover:visible', { hasText: 'ACS::Sleep' }).first().waitFor();
    await window.press('Escape', 'Control+Space');
    await window.page.locator('.suggest-widget.visible .monaco-list-row', { hasText: 'ACS::Sleep' }).first().waitFor();
    await window.press('Escape');
  });

  it('says in the views why nothing stands there, with a way to trust it', async () => {
    await window.connect();
    await window.command('View: Show OOS');
    const views = window.page.locator('.welcome-view', { hasText: why });
    await views.nth(1).waitFor();
    expect(await views.getByRole('button', { name: 'Manage Workspace Trust' }).count()).toBe(2);
  });

  it.each(cloudCommands)('sends nothing by %s, and says why', async (title) => {
    await window.command(title);
    const told = await message();
    await told.getByRole('button', { name: 'Manage Workspace Trust' }).waitFor();
    await told.getByRole('button', { name: 'Clear Notification' }).click();
    await told.waitFor({ state: 'detached' });
    expect(calls.names).toEqual([]);
  });

  it('is like any other once somebody trusts it, except for settings that are not its own', async () => {
    await window.command('OOS: Publish');
    await (await message()).getByRole('button', { name: 'Manage Workspace Trust' }).click();
    await window.page.getByRole('button', { name: 'Trust', exact: true }).click();
    await window.row('No templates').waitFor();
    await window.show('nap.oos.yml');
    await window.command('OOS: Publish');
    await window.fill('nap');
    const question = window.question('Create the template nap?');
    // The address that the workspace has set is of no account.
    expect(await question.innerText()).toContain(`Address: ${new URL(window.world.local.endpoint).host}`);
    await question.getByRole('button', { name: 'Publish' }).click();
    await window.message('Created nap v1.').waitFor();
    await window.row(/^nap/).waitFor();
  });
});
