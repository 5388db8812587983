import * as fs from 'node:fs';
import * as path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startEmulator } from '../../server/src/emulator/emulator.ts';
import { bundledCatalog } from '../../server/src/workspace/bundledCatalog.ts';
import { cloudCommands } from './cloudCommands.ts';
import { processesOf } from './processes.ts';
import { napping } from './runTemplates.ts';
import { Window } from './window.ts';

describe('the connection', () => {
  let window: Window;
  /** The profiles of the person, who has none at first. */
  let home: string;
  const changeProfiles = (change: (text: string) => string) => {
    const file = path.join(home, '.aliyun', 'config.json');
    fs.writeFileSync(file, change(fs.readFileSync(file, 'utf8')));
  };
  beforeAll(async () => {
    window = await Window.open({ 'nap.oos.yml': napping() }, { withoutProfiles: true });
    home = path.join(path.dirname(window.world.home), 'empty');
    const { colleague } = window.world;
    await colleague.createTemplate({ TemplateName: 'in-hangzhou', Content: napping() });
    await colleague.createTemplate({ TemplateName: 'in-shanghai', Content: napping(), RegionId: 'cn-shanghai' });
  });
  afterAll(() => window.close());

  it.each(cloudCommands)('is asked for by %s where none is chosen', async (title) => {
    await window.command(title);
    await window.asking.getByText('OOS: Choose a connection').waitFor();
    await window.asking.getByPlaceholder('This needs OOS. Who calls it, and where?').waitFor();
    await expect
      .poll(async () => (await window.entries()).join('\n'))
      .toMatch(/There are none[\s\S]*aliyun configure[\s\S]*Local OOS[\s\S]*Add access keys/);
    await window.press('Escape');
    await window.asking.waitFor({ state: 'hidden' });
    // To leave a question is no failure.
    expect(await window.message(/./).count()).toBe(0);
  });

  it('is offered by the views, with a button', async () => {
    await window.command('View: Show OOS');
    const views = window.page.locator('.welcome-view', { hasText: 'Choose who calls OOS' });
    await views.nth(1).waitFor();
    await views.first().getByRole('button', { name: 'Choose a Connection' }).click();
    await window.asking.getByText('OOS: Choose a connection').waitFor();
    await window.press('Escape');
  });

  it('may be keys that the person adds, whose secret is shown nowhere', async () => {
    const { accessKeyId, accessKeySecret } = window.world.local;
    await window.command('OOS: Choose a Connection');
    await window.answer('Add access', 'Add access keys...');
    await window.asking.getByText('A name for these keys').waitFor();
    await window.fill('test account');
    await window.asking.getByText('The access key id').waitFor();
    await window.fill(accessKeyId);
    await window.asking.getByText('The access key secret.').waitFor();
    expect(await window.asking.locator('input.input').getAttribute('type')).toBe('password');
    await window.fill(accessKeySecret);
    await window.asking.getByPlaceholder('The region').waitFor();
    await window.answer('cn-hangzhou');
    await window.status('test account · cn-hangzhou').waitFor();
    await window.command('OOS: Test the Connection');
    await window.message(/OOS answers: test account \(.*\*\*.*\), cn-hangzhou, 127\.0\.0\.1/).waitFor();
    await window.row('in-hangzhou').waitFor();
    expect(await window.page.content()).not.toContain(accessKeySecret);
  });

  it('is chosen among profiles, with what they are and why one cannot be used', async () => {
    fs.cpSync(window.world.home, home, { recursive: true });
    await window.command('OOS: Choose a Connection');
    const entries = async () => (await window.entries()).map((it) => it.replaceAll(/\s+/g, ' '));
    const file = path.join(home, '.aliyun', 'config.json');
    const key = window.world.local.accessKeyId.slice(-4);
    await expect
      .poll(entries)
      .toEqual(
        expect.arrayContaining([
          expect.stringMatching(new RegExp(`^ ?work ?AK · .*${key} · cn-hangzhou.*from ${file}`)),
          expect.stringMatching(new RegExp(`^ ?second ?AK · .*${key} · cn-shanghai.*from ${file}`)),
          expect.stringMatching(/^ ?unfinished ?AK · cn-beijing.*It lacks access_key_id, access_key_secret\./),
          expect.stringMatching(/^ ?test account ?cn-hangzhou · in use now/),
        ]),
      );
    await window.answer('unfinished');
    await window.message('It lacks access_key_id, access_key_secret.').waitFor();
    // The list comes again.
    await window.answer('work');
    await window.status('work · cn-hangzhou').waitFor();
  });

  it('changes in the views with the choice', async () => {
    await window.row('in-hangzhou').waitFor();
    await window.connect('second');
    await window.status('second · cn-shanghai').waitFor();
    await window.row('in-shanghai').waitFor();
    expect(await window.row('in-hangzhou').count()).toBe(0);
    await window.command('OOS: Choose a Region');
    await window.answer('cn-hangzhou');
    await window.status('second · cn-hangzhou').waitFor();
    await window.row('in-hangzhou').waitFor();
    await window.connect('work');
  });

  it('is that of the question, also when it changes in the meantime', async () => {
    await window.show('nap.oos.yml');
    await window.command('OOS: Publish');
    await window.fill('nap');
    const publish = { name: 'Publish' };
    const question = window.question('Region: cn-hangzhou');
    await question.waitFor();
    changeProfiles((profiles) => profiles.replace('cn-hangzhou', 'cn-qingdao'));
    // The views look again, so the window knows.
    await window.status('work · cn-qingdao').waitFor();
    await question.getByRole('button', publish).click();
    const again = window.question('The connection has changed since you were asked.');
    expect(await again.innerText()).toContain('Region: cn-qingdao');
    await window.press('Escape');
    const { Templates } = await window.world.colleague.listTemplates({ TemplateName: 'nap' });
    expect(Templates).toEqual([]);
    changeProfiles((profiles) => profiles.replace('cn-qingdao', 'cn-hangzhou'));
    await window.status('work · cn-hangzhou').waitFor();
  });

  it('says when the service is away, and tries again', async () => {
    const { local } = window.world;
    await local.close();
    await window.command('OOS: Validate with OOS');
    const refusal = window.message(/ValidateTemplateContent cannot reach 127\.0\.0\.1.*nothing answers there/);
    await refusal.getByRole('button', { name: 'Try again' }).waitFor();
    await window.command('OOS: Publish');
    await window.fill('nap');
    const other = window.message(/ListTemplates cannot reach 127\.0\.0\.1/);
    await other.waitFor();
    const owner = { accessKeyId: local.accessKeyId, accessKeySecret: local.accessKeySecret };
    const port = Number(new URL(local.endpoint).port);
    const back = await startEmulator({ catalog: bundledCatalog(), port, owner });
    try {
      await refusal.getByRole('button', { name: 'Try again' }).click();
      await window.message('OOS accepts the template').waitFor();
      await other.getByRole('button', { name: 'Try again' }).click();
      await window.fill('nap');
      await window.question('Create the template nap?').waitFor();
      await window.press('Escape');
    } finally {
      await back.close();
    }
  });

  it('may be the Local OOS, which keeps its contents when it has ended', async () => {
    await window.connect('Local OOS');
    await window.row('No templates').waitFor();
    await window.command('OOS: Choose a Region');
    const none = window.message('The Local OOS runs on this machine, so there is no region to choose.');
    await none.getByRole('button', { name: 'Choose a connection' }).click();
    await window.asking.getByText('OOS: Choose a connection').waitFor();
    await window.press('Escape');
    await window.command('OOS: Publish');
    await window.fill('nap');
    const question = window.question('Create the template nap?');
    expect(await question.innerText()).toContain('Connection: Local OOS');
    await question.getByRole('button', { name: 'Publish' }).click();
    await window.message('Created nap v1.').waitFor();
    await window.row(/^nap/).waitFor();
    const [id, ...others] = processesOf(window, 'oos.cjs emulator');
    expect(others).toEqual([]);
    process.kill(Number(id), 'SIGKILL');
    await window.command('OOS: Publish');
    await window.message('Nothing to publish: nap v1 is the same as this file.').waitFor();
  });
});
