import type { Frame } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { described, executionPage, facts, madeWhileTimePasses, openForm, startRun, status, tasks } from './runPages.ts';
import { answersToFailing, asking, asksTwice, debugged, failing, removing, sleeping } from './runTemplates.ts';
import { Window } from './window.ts';

const password = 'correct horse';

describe('a run', () => {
  let window: Window;
  let form: Frame;
  let page: Frame;
  beforeAll(async () => {
    window = await Window.open(
      {
        'asking.oos.yml': asking,
        'twice.oos.yml': asksTwice,
        'sleeping.oos.yml': sleeping,
        'failing.oos.yml': failing,
        'debugged.oos.yml': debugged,
        'removing.oos.yml': removing,
      },
      { service: { answers: answersToFailing } },
    );
    await window.connect();
  });
  afterAll(() => window.close());

  it('is prepared in a form, which says at a field what is wrong while somebody types', async () => {
    form = await openForm(window, 'asking.oos.yml');
    const owner = form.getByLabel('Owner of the instances');
    await owner.pressSequentially('Web');
    const wrong = (text: string) => form.getByRole('paragraph').filter({ hasText: text });
    const problem = wrong("'owner' must match ^[a-z]+$");
    await problem.waitFor();
    expect(await described(form, owner)).toContain(await problem.innerText());
    await form.getByRole('status').getByText("'owner' must match").waitFor();
    expect(await owner.getAttribute('aria-invalid')).toBe('true');
    // The others are left alone until somebody has been there.
    expect(await form.locator('[aria-invalid]').count()).toBe(1);
    await owner.fill('web');
    await problem.waitFor({ state: 'detached' });
    await form.getByLabel('count').fill('10');
    await wrong("'count' takes at most 9").waitFor();
    await form.getByLabel('names').fill('[1,');
    await wrong("'names' must be a list").waitFor();
    await form.getByLabel('more').fill('{');
    await wrong("'more' must be JSON").waitFor();
    const secret = form.getByLabel('password');
    expect(await secret.getAttribute('type')).toBe('password');
    await secret.fill('short');
    await wrong('password needs at least 8 characters.').waitFor();
  });

  it('goes to what is wrong instead of on', async () => {
    await form.getByRole('button', { name: 'Review and Start...' }).click();
    await form.locator('[id="parameter.count"]:focus').waitFor();
    await form.getByLabel('count').fill('3');
    await form.getByLabel('size').selectOption('large');
    await form.getByLabel('force').selectOption('true');
    await form.getByLabel('names').fill('left\nright');
    await form.getByLabel('south').check();
    await form.getByLabel('more').fill('{ "ticket": 2 }');
    await form.getByLabel('password').fill(password);
    await form.locator('[aria-invalid]').first().waitFor({ state: 'detached' });
  });

  it('is prepared in one form, whose values stay when it is called for again', async () => {
    await window.show('asking.oos.yml');
    await window.editor('asking.oos.yml').locator(window.lens('Run')).click();
    expect(await window.pageWith('form:has-text("Run asking.oos.yml")')).toBe(form);
    expect(await window.page.getByRole('tab', { name: 'Run asking.oos.yml' }).count()).toBe(1);
    expect(await form.getByLabel('count').inputValue()).toBe('3');
  });

  it('is summed up before it starts: who, where, what, and the risky tasks', async () => {
    await form.getByRole('button', { name: 'Review and Start...' }).click();
    await form.getByRole('heading', { name: 'Start an execution of asking.oos.yml?' }).waitFor();
    expect(await facts(form)).toMatchObject({
      Account: expect.stringContaining(window.world.local.accessKeyId.slice(-4)),
      Region: 'cn-hangzhou',
      'Owner of the instances (owner)': 'web',
      size: 'large',
      Mode: 'Automatic: goes on by itself (default)',
      'Safety check': 'ConfirmEveryHighRiskAction: asks before each high-risk task (default)',
      zones: '["north","south"]',
      password: '******',
    });
    const risky = form.getByRole('listitem').filter({ hasText: 'remove: ECS DeleteInstance' });
    for (const words of ['It cannot be undone.', "Somebody has to agree before it: 'ask'.", 'It hits 2 targets.']) {
      expect(await risky.innerText()).toContain(words);
    }
    expect(await form.locator('body').innerHTML()).not.toContain(password);
  });

  it('is followed live: each task in its order, with its status', async () => {
    await form.getByRole('button', { name: 'Start', exact: true }).click();
    page = await executionPage(window, 'asking.oos.yml');
    await page.getByRole('listitem').filter({ hasText: 'nap' }).waitFor();
    expect(await tasks(page)).toEqual([expect.stringMatching(/Running nap ACS::Sleep for \d+ s now/)]);
    await page.getByRole('heading', { name: 'ask waits for an approval.' }).waitFor();
    expect(await tasks(page)).toEqual([
      expect.stringContaining('Succeeded nap'),
      expect.stringContaining('Waiting ask ACS::Approve'),
    ]);
  });

  it('is approved with a note', async () => {
    await page.getByLabel('Note (optional)').pressSequentially('fine with me', { delay: 60 });
    await page.getByRole('button', { name: 'Approve' }).click();
    await page.getByRole('heading', { name: 'remove is a high-risk task and waits for a confirmation.' }).waitFor();
    // Which call on which targets, as whom and where: all that somebody has to know stands beside the button.
    const wait = page.getByRole('region', { name: 'remove is a high-risk task' });
    for (const text of [
      'It calls ECS DeleteInstance.',
      'It hits 2 targets.',
      'names: ["left","right"]',
      /work \(.*cn-hangzhou/,
    ]) {
      await wait.getByText(text).waitFor();
    }
    await page.getByRole('button', { name: 'Approve' }).click();
    await status(page, 'Succeeded');
    expect(await tasks(page)).toEqual([
      expect.stringContaining('Succeeded nap'),
      expect.stringContaining('Succeeded ask'),
      expect.stringMatching(/Succeeded remove ACS::ExecuteAPI 2 of 2 done/),
    ]);
    await page.getByRole('button', { name: 'Show the items' }).click();
    await page.getByRole('list', { name: 'Items of remove' }).getByText('right').first().waitFor();
    await page.getByText('Outputs', { exact: true }).last().click();
    await page.getByRole('group', { name: 'Outputs' }).getByText('"web"').waitFor();
    await page.getByText('Note: fine with me').waitFor();
  });

  it('has logs that fold by task', async () => {
    await page.getByRole('button', { name: 'Logs' }).click();
    const logs = window.page.locator('.editor-instance', { hasText: '── remove' });
    await logs.waitFor();
    expect(await logs.innerText()).not.toContain(password);
    const line = logs.getByText('The task ask was approved');
    await line.waitFor();
    await logs.getByText('── ask').click();
    await window.command('Fold');
    await line.waitFor({ state: 'detached' });
    await logs.getByText('── remove').waitFor();
  });

  it('leads from a task to its place in the file', async () => {
    await page.getByRole('button', { name: 'nap' }).click();
    const line = asking.split('\n').indexOf('  - Name: nap') + 1;
    await window.status(new RegExp(`Ln ${line}, .*\\(${'nap'.length} selected\\)`)).waitFor();
    // Beside the page, behind which the file is open, and nowhere else.
    expect(await window.page.locator('.editor-group-container').count()).toBe(2);
    await window.page.locator('.tab', { hasText: '.log' }).waitFor();
  });

  it('can be repeated with the same values, but for the secret', async () => {
    await page.getByRole('button', { name: 'Run Again...' }).click();
    form = await window.pageWith('form:visible');
    const values = ['owner', 'size', 'count', 'force', 'names', 'password'].map((name) =>
      form.locator(`[id="parameter.${name}"]`).inputValue(),
    );
    expect(await Promise.all(values)).toEqual(['web', 'large', '3', 'true', 'left\nright', '']);
    expect(await form.getByRole('checkbox', { checked: true }).count()).toBe(2);
    await window.command('View: Close All Editors');
  });

  it('is cancelled after a question, and goes on after Escape', async () => {
    page = await startRun(window, 'sleeping.oos.yml');
    await status(page, 'Running');
    expect(await madeWhileTimePasses(page)).toBe(0);
    const question = window.question('Cancel the execution exec-');
    await page.getByRole('button', { name: 'Cancel the Execution...' }).click();
    await question.waitFor();
    expect(await question.innerText()).toContain('cn-hangzhou');
    await window.press('Escape');
    await question.waitFor({ state: 'detached' });
    const { Executions } = await window.world.colleague.listExecutions({ Status: 'Running' });
    expect(Executions).toHaveLength(1);
    await page.getByRole('button', { name: 'Cancel the Execution...' }).click();
    await question.getByRole('button', { name: 'Cancel the Execution' }).click();
    await status(page, 'Cancelled');
  });

  it('is deleted after a question, and its page with it', async () => {
    const before = (await window.world.colleague.listExecutions({})).Executions.length;
    await page.getByRole('button', { name: 'Delete...' }).click();
    const question = window.question('Its logs and outputs are gone then.');
    await question.getByRole('button', { name: 'Delete' }).click();
    await window.page.locator('.tab', { hasText: 'Cancelled' }).waitFor({ state: 'detached' });
    expect((await window.world.colleague.listExecutions({})).Executions).toHaveLength(before - 1);
  });

  it('waits after a failure, to be tried again or to be skipped', async () => {
    page = await startRun(window, 'failing.oos.yml', 'FailurePause');
    await page.getByRole('heading', { name: 'start has failed and waits for a decision.' }).waitFor();
    await page.getByText('The instance is busy.').first().waitFor();
    await page.getByRole('button', { name: 'Retry' }).click();
    await page.getByRole('heading', { name: 'tell has failed and waits for a decision.' }).waitFor();
    expect(await tasks(page)).toEqual([
      expect.stringContaining('Succeeded start'),
      expect.stringMatching(/(Waiting|Failed) tell/),
    ]);
    // Elsewhere too only what it waits for is offered.
    await window.command('OOS: Approve...');
    const other = window.message('does not wait for that now. tell has failed and waits for a decision.');
    await other.getByRole('button', { name: 'Skip' }).click();
    const question = window.question('Skip tell of failing.oos.yml?');
    await question.getByText('The instance is gone.').waitFor();
    await window.press('Escape');
    await question.waitFor({ state: 'detached' });
    await page.getByRole('button', { name: 'Skip' }).click();
    await status(page, 'Succeeded');
  });

  it('is approved from the view only after a question that says what, as whom and where', async () => {
    page = await startRun(window, 'removing.oos.yml');
    await page.getByRole('heading', { name: 'remove is a high-risk task' }).waitFor();
    const { Execution: ExecutionId = '' } = await facts(page);
    await window.command('OOS: Focus on Executions View');
    const row = window.row(/removing.oos.yml.*Waiting/s);
    await row.hover();
    const question = window.question('Approve remove of removing.oos.yml?');
    await row.getByRole('button', { name: 'Approve' }).click();
    for (const text of ['It calls ECS DeleteInstance.', 'i-precious', ExecutionId, 'cn-hangzhou', 'work (']) {
      await expect.poll(() => question.innerText()).toContain(text);
    }
    await window.press('Escape');
    await question.waitFor({ state: 'detached' });
    expect((await window.world.colleague.getExecution(ExecutionId)).Status).toBe('Waiting');
    await row.hover();
    await row.getByRole('button', { name: 'Approve' }).click();
    await question.getByRole('button', { name: 'Approve with a Note...' }).click();
    await window.asking.getByText('Approve remove of removing.oos.yml?').waitFor();
    await window.fill('it is empty');
    await status(page, 'Succeeded');
    await page.getByText('Note: it is empty').waitFor();
  });

  it('goes on task by task in Mode Debug, and nothing stands there that was written for an earlier one', async () => {
    page = await startRun(window, 'debugged.oos.yml', 'Debug');
    await page.getByRole('heading', { name: 'Debug: say which task comes next.' }).waitFor();
    const next = page.getByLabel('Next task');
    const properties = page.getByLabel('Other properties for it');
    expect(await next.inputValue()).toBe('first');
    await properties.fill('{ "Duration": 1');
    await page.getByRole('button', { name: 'Execute' }).click();
    await page.getByRole('alert').getByText('The properties are not a JSON map').waitFor();
    expect(await properties.inputValue()).toBe('{ "Duration": 1');
    await properties.fill('{ "Duration": "PT2S" }');
    await page.getByRole('button', { name: 'Execute' }).click();
    await expect.poll(() => tasks(page)).toEqual([expect.stringContaining('Succeeded first')]);
    await expect.poll(() => next.inputValue()).toBe('second');
    expect(await properties.inputValue()).toBe('');
  });

  it('is answered once, however often somebody clicks', async () => {
    page = await startRun(window, 'twice.oos.yml');
    const first = page.getByRole('region', { name: 'first waits for an approval.' });
    window.world.local.setFaults(['slow@NotifyExecution=1']);
    await first.getByRole('button', { name: 'Approve' }).dblclick();
    await first.getByText('Telling OOS...').waitFor();
    expect(await first.getByRole('button', { name: 'Reject' }).getAttribute('aria-disabled')).toBe('true');
    const second = page.getByRole('region', { name: 'second waits for an approval.' });
    await second.getByRole('button', { name: 'Approve', disabled: false }).waitFor();
    window.world.local.setFaults([]);
    expect(await page.getByRole('alert').count()).toBe(0);
    await second.getByRole('button', { name: 'Reject' }).click();
    await status(page, 'Cancelled');
  });

  it('says that it waits, and that it is over, to those who look elsewhere', async () => {
    page = await startRun(window, 'twice.oos.yml');
    await page.getByRole('heading', { name: 'first waits for an approval.' }).waitFor();
    const { Execution: ExecutionId = '' } = await facts(page);
    await window.show('twice.oos.yml');
    await window.world.colleague.notifyExecution({ ExecutionId, NotifyType: 'Approve' });
    await window.message('second waits for an approval.').getByRole('button', { name: 'Approve' }).click();
    const question = window.question('Approve second of twice.oos.yml?');
    await question.getByText('cn-hangzhou').waitFor();
    await question.getByRole('button', { name: 'Approve', exact: true }).click();
    await window.message('Succeeded.').getByRole('button', { name: 'Show' }).click();
    await status(await executionPage(window, 'twice.oos.yml'), 'Succeeded');
  });
});
