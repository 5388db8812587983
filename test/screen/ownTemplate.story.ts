import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sleeping } from './runTemplates.ts';
import { Window } from './window.ts';

describe('a template from its beginning', () => {
  let window: Window;
  const tagsOf = async (TemplateName: string) => {
    const { Template } = await window.world.colleague.getTemplate({ TemplateName });
    return Template.Tags;
  };
  /** Opens the box for the tags, from the view. */
  const editTags = async (name: string) => {
    await window.command('OOS: Focus on Templates View');
    await window.row(new RegExp(`^${name}`)).click({ button: 'right' });
    await window.page.getByRole('menuitem', { name: 'Edit Tags...' }).hover();
    await window.press('Enter');
    await window.asking.getByText(`OOS: Tags of ${name}`).waitFor();
  };
  beforeAll(async () => {
    window = await Window.open({ 'other.oos.yml': sleeping });
    await window.connect();
  });
  afterAll(() => window.close());

  it('can be published as soon as it is written, before it is saved', async () => {
    await window.command('OOS: New Template');
    await window.answer('Wait until something is ready');
    await window.answer('YAML');
    await window.lens('Publish').click();
    await window.asking.getByText('OOS: Publish', { exact: true }).waitFor();
    await window.fill('own');
    await window.question('Create the template own?').getByRole('button', { name: 'Publish' }).click();
    await window.message('Created own v1.').waitFor();
    // The name is that of the text in the editor, not of its address.
    await window.page.locator('.editor-actions').getByRole('button', { name: 'Publish' }).click();
    await window.message('Nothing to publish: own v1 is the same as this file.').waitFor();
  });

  it('gets tags after a question that says what will be set and taken away, by whom and where', async () => {
    await window.world.colleague.tagResources({
      RegionId: 'cn-hangzhou',
      ResourceType: 'template',
      ResourceIds: ['own'],
      Tags: { env: 'test', old: '1' },
    });
    await editTags('own');
    const account = new RegExp(`for work \\(.*${window.world.local.accessKeyId.slice(-4)}\\) in cn-hangzhou`);
    await window.asking.getByText(account).waitFor();
    await window.fill('env=prod, team=web');
    const question = window.question('Change the tags of own?');
    await question.waitFor();
    const asked = await question.innerText();
    for (const line of ['Set: env=prod, team=web', 'Remove: old=1', 'Region: cn-hangzhou', 'Connection: work (']) {
      expect(asked).toContain(line);
    }
    await window.press('Escape');
    await question.waitFor({ state: 'detached' });
    expect(await tagsOf('own')).toEqual({ env: 'test', old: '1' });
    await editTags('own');
    await window.fill('env=prod, team=web');
    await question.getByRole('button', { name: 'Change the tags' }).click();
    await window.message('Changed the tags of own in cn-hangzhou.').waitFor();
    expect(await tagsOf('own')).toEqual({ env: 'prod', team: 'web' });
  });

  it('tells what has been done when the second half of a change is refused', async () => {
    await editTags('own');
    await window.fill('env=prod, more=1');
    window.world.local.setFaults(['fail:NoPermission@UntagResources=1']);
    await window.question('Change the tags of own?').getByRole('button', { name: 'Change the tags' }).click();
    await window.message('Only some of the tags of own have changed. Set: more=1').waitFor();
    window.world.local.setFaults([]);
    expect(await tagsOf('own')).toEqual({ env: 'prod', team: 'web', more: '1' });
  });
});
