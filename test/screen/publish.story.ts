import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Calls } from './calls.ts';
import { changeDuration, compares } from './editing.ts';
import { choose, tabTo } from './focus.ts';
import { processesOf } from './processes.ts';
import { napping } from './runTemplates.ts';
import { Window } from './window.ts';

/** Our checker keeps quiet about the mistake, as it is told; the service does not know such comments. */
const silenced = `${napping()}  - Name: again
    Action: ACS::Sleep
    Properties:
      # oos-disable-next-line unknown-parameter -- it comes with the next version
      Duration: '{{ howLong }}'
`;

describe('publishing', () => {
  let window: Window;
  const contentOf = async (version?: string) => {
    const { Content } = await window.world.colleague.getTemplate({ TemplateName: 'nap', TemplateVersion: version });
    return Content;
  };
  const servers = () => processesOf(window, 'oos-language-server.cjs');
  const inProblems = () => window.page.locator('.markers-panel :focus').first();
  const publishAs = async (title: string) => {
    await window.command('OOS: Publish');
    const question = window.question(title);
    await question.waitFor();
    return question;
  };
  beforeAll(async () => {
    window = await Window.open(
      {
        'nap.oos.yml': napping(),
        'broken.oos.yml': napping().replace('ACS::Sleep', 'ACS::Slep'),
        'silenced.oos.yml': silenced,
        'killed.oos.yml': napping('PT6M'),
        'keys.oos.yml': napping('PT5M'),
        'other.oos.yml': napping('PT7M'),
      },
      {
        // Both texts can be read, however narrow the window is.
        settings: { 'diffEditor.useInlineViewWhenSpaceIsLimited': false },
        // What is slow comes too late for this story.
        service: { slowness: 600_000 },
      },
    );
    await window.connect();
  });
  afterAll(() => window.close());

  it('creates a template after a question that names account, region and template', async () => {
    await window.command('OOS: Publish');
    await window.fill('nap');
    const question = window.question('Create the template nap?');
    await question.waitFor();
    const asked = await question.innerText();
    expect(asked).toContain('Region: cn-hangzhou');
    expect(asked).toMatch(new RegExp(`Connection: work \\(.*${window.world.local.accessKeyId.slice(-4)}\\)`));
    await question.getByRole('button', { name: 'Publish' }).click();
    await window.message('Created nap v1.').waitFor();
    expect(await contentOf()).toBe(napping());
  });

  it('shows what would change before it asks, and Escape changes nothing', async () => {
    await changeDuration(window, 'PT2M');
    const question = await publishAs('Publish a new version of nap? v1 is the newest now.');
    await compares(window, 'Duration: PT1M', 'Duration: PT2M');
    await window.page.locator('.tab.active', { hasText: 'nap@v1.oos.yml (published) and nap.oos.yml' }).waitFor();
    await window.press('Escape');
    await question.waitFor({ state: 'detached' });
    expect(await contentOf()).toBe(napping());
  });

  it('lets one read all that differs before the answer, and asks again from there, all by the keyboard', async () => {
    const question = await publishAs('v1 is the newest now.');
    await question.getByRole('button', { name: 'Publish' }).and(window.page.locator(':focus')).waitFor();
    await tabTo(window, 'Read the differences first');
    await window.press('Enter');
    await question.waitFor({ state: 'detached' });
    await window.message('Nothing was published yet.').getByRole('button', { name: 'Publish' }).waitFor();
    // The comparison has the keyboard, on either side.
    await window.page.locator('.monaco-diff-editor .monaco-editor.focused').waitFor();
    await window.command('Diff Editor: Switch Side');
    await publishAs('v1 is the newest now.');
    await window.press('Escape');
    await question.waitFor({ state: 'detached' });
    expect(await contentOf()).toBe(napping());
  });

  it('publishes from the comparison as well', async () => {
    await window.page.locator('.editor-actions').getByRole('button', { name: 'Publish' }).click();
    const question = window.question('v1 is the newest now.');
    await question.getByRole('button', { name: 'Publish' }).click();
    await window.message('Published nap v2.').waitFor();
    expect(await contentOf('v2')).toBe(napping('PT2M'));
    expect(await contentOf('v1')).toBe(napping());
  });

  it('says without a question that nothing has changed, and fetches no content for it', async () => {
    const calls = new Calls(window.world.local);
    await window.show('nap.oos.yml');
    await window.lens('Publish').click();
    await window.message('Nothing to publish: nap v2 is the same as this file.').waitFor();
    calls.stop();
    expect(await window.question('').count()).toBe(0);
    expect([calls.count('ListTemplates') > 0, calls.count('GetTemplate')]).toEqual([true, 0]);
  });

  it('is a code action at the head of the template, and one for all of it under Source Action', async () => {
    await window.editor('nap.oos.yml').waitFor();
    await window.goTo('Ln 1, Col 1', 'Control+Home');
    await window.press('Control+.');
    const action = (title: string) => window.page.locator('.action-widget').getByText(title);
    await action('Publish to OOS').waitFor();
    // The first of them has the keyboard.
    await action('Validate with OOS').waitFor();
    await window.press('Enter');
    await window.message('OOS accepts the template: 1 tasks.').waitFor();
    await window.goTo('Ln 7, Col 1', 'Control+End');
    await window.press('Control+.');
    await window.page.getByText('No code actions available').first().waitFor();
    // The cursor that comes back from the palette makes VS Code look for actions by itself, and forget who asked.
    const isOffered = async () => {
      await window.command('Source Action...');
      return action('Validate with OOS')
        .waitFor({ timeout: 3000 })
        .then(
          () => true,
          () => false,
        );
    };
    await expect.poll(isOffered).toBe(true);
    await action('Publish to OOS').waitFor();
    await window.press('ArrowDown', 'Enter');
    await window.message('Nothing to publish: nap v2').waitFor();
  });

  it('tells when somebody else was faster, compares again, and keeps their version', async () => {
    await changeDuration(window, 'PT3M');
    const question = await publishAs('v2 is the newest now.');
    await window.world.colleague.updateTemplate({ TemplateName: 'nap', Content: napping('PT9H') });
    await question.getByRole('button', { name: 'Publish' }).click();
    const refusal = window.message('The published template is now v3, and was v2 when it was compared.');
    await refusal.waitFor();
    expect(await contentOf()).toBe(napping('PT9H'));
    await refusal.getByRole('button', { name: 'Compare again' }).click();
    const again = window.question('Publish a new version of nap? v3 is the newest now.');
    await again.waitFor();
    await compares(window, 'Duration: PT9H', 'Duration: PT3M');
    await again.getByRole('button', { name: 'Publish' }).click();
    await window.message('Published nap v4.').waitFor();
    expect([await contentOf('v3'), await contentOf('v4')]).toEqual([napping('PT9H'), napping('PT3M')]);
  });

  it('compares with what is published, and lists and opens the versions', async () => {
    await window.world.colleague.updateTemplate({ TemplateName: 'nap', Content: napping('PT4H') });
    await window.show('nap.oos.yml');
    await window.command('OOS: Compare with Published');
    await window.page.locator('.tab.active', { hasText: 'nap@v5.oos.yml (published)' }).waitFor();
    await compares(window, 'Duration: PT4H', 'Duration: PT3M');
    await window.command('OOS: Open a Published Version');
    await window.row(/^v1/).waitFor();
    expect((await window.entries()).map((it) => /^v\d/.exec(it)?.[0])).toEqual(['v5', 'v4', 'v3', 'v2', 'v1']);
    await window.answer('v1');
    await window.page.locator('.tab.active', { hasText: 'nap@v1.oos.yml' }).waitFor();
    await window.page.getByText('Duration: PT1M').waitFor();
  });

  it('goes back to an old version by publishing it anew', async () => {
    const question = await publishAs('Publish a new version of nap? v5 is the newest now.');
    await compares(window, 'Duration: PT4H', 'Duration: PT1M');
    await question.getByRole('button', { name: 'Publish' }).click();
    await window.message('Published nap v6.').waitFor();
    expect(await contentOf()).toBe(napping());
  });

  it('says which command asks for the name, asks again for one that does not exist, and keeps only one that does', async () => {
    const boxes = ['OOS: Compare with Published', 'OOS: Open a Published Version', 'OOS: Publish'];
    const box = (title: string) => window.asking.getByText(title, { exact: true });
    await window.show('other.oos.yml');
    for (const title of boxes) {
      await window.command(title);
      await box(title).waitFor();
      await window.fill('typo');
      await window.page
        .getByText('There is no template typo in cn-hangzhou.')
        .or(window.question('Create the template typo?'))
        .waitFor();
      await window.press('Escape');
    }
    await window.command('OOS: Compare with Published');
    await window.fill('nap');
    await compares(window, 'Duration: PT1M', 'Duration: PT7M');
    await window.show('other.oos.yml');
    await window.command('OOS: Publish');
    await window.question('Publish a new version of nap? v6 is the newest now.').waitFor();
    await window.press('Escape');
  });

  it('stops at errors, with a way to where they are listed', async () => {
    await window.show('broken.oos.yml');
    await window.squiggle().first().waitFor();
    await window.command('OOS: Publish');
    const stop = window.message('Errors in the template: 1. Repair them before you publish it.');
    await stop.getByRole('button', { name: 'Show Problems' }).click();
    await window.row("'ACS::Slep'").waitFor();
    await inProblems().waitFor();
    await window.command('View: Toggle Panel Visibility');
  });

  it('goes by the text as it stands, though the server is slow to say that it is right now', async () => {
    await window.show('broken.oos.yml');
    await window.squiggle().first().waitFor();
    const [server = Number.NaN] = servers();
    process.kill(server, 'SIGSTOP');
    try {
      await window.goTo('Ln 1, Col 1', 'Control+Home');
      await window.press('ArrowDown', 'ArrowDown', 'ArrowDown', 'End', 'Control+Shift+ArrowLeft');
      await window.type('Sleep');
      await window.page.locator('.view-line', { hasText: 'ACS::Sleep' }).waitFor();
      await window.command('OOS: Publish');
      await window.message('Checking broken.oos.yml').waitFor();
    } finally {
      process.kill(server, 'SIGCONT');
    }
    await window.fill('broken');
    await window.question('Create the template broken?').waitFor();
    await window.press('Escape');
  });

  it('shows at the right line what the service finds when it validates', async () => {
    await window.show('silenced.oos.yml');
    await window.command('OOS: Validate with OOS');
    const refusal = window.message('The service does not accept the template.');
    await refusal.getByRole('button', { name: 'Show Problems' }).click();
    await window.row(/howLong.*\[Ln 11,/).waitFor();
    await refusal.waitFor({ state: 'hidden' });
  });

  it('shows at the right line what the service refuses', async () => {
    await window.show('silenced.oos.yml');
    // Of another text nothing has been said yet.
    await window.goTo('Ln 1, Col 1', 'Control+Home');
    await window.type('# \n');
    await window.command('OOS: Publish');
    await window.fill('silenced');
    await window.question('Create the template silenced?').getByRole('button', { name: 'Publish' }).click();
    const refusal = window.message('The service does not accept the template.');
    await refusal.getByRole('button', { name: 'Show Problems' }).click();
    await window.row(/howLong.*\[Ln 12,/).waitFor();
    await inProblems().waitFor();
    const { Templates } = await window.world.colleague.listTemplates({ TemplateName: 'silenced' });
    expect(Templates).toEqual([]);
  });

  it('does not know what became of it when the server was killed, and looks', async () => {
    await window.show('killed.oos.yml');
    await window.command('OOS: Publish');
    await window.fill('killed');
    const question = window.question('Create the template killed?');
    await question.waitFor();
    window.world.local.setFaults(['slow=1']);
    await question.getByRole('button', { name: 'Publish' }).click();
    await window.message('Publishing killed').waitFor();
    for (const id of servers()) process.kill(id, 'SIGKILL');
    const refusal = window.message('It is not known whether it was done.');
    await refusal.waitFor();
    window.world.local.setFaults([]);
    await refusal.getByRole('button', { name: 'Try again' }).click();
    await question.waitFor();
    await window.press('Escape');
  });

  it('needs no mouse', async () => {
    await window.show('keys.oos.yml');
    await window.press('F1');
    await choose(window, 'oos: publish', 'OOS: Publish');
    await window.page.getByText('The name of the template in OOS').waitFor();
    // It is the name of the file, to be typed over.
    await window.type('by-keyboard');
    await window.press('Enter');
    const question = window.question('Create the template by-keyboard?');
    await question.waitFor();
    await question.getByRole('button', { name: 'Publish' }).and(window.page.locator(':focus')).waitFor();
    await window.press('Tab');
    await question.getByRole('button', { name: 'Use another name' }).and(window.page.locator(':focus')).waitFor();
    await window.press('Shift+Tab', 'Enter');
    await window.message('Created by-keyboard v1.').waitFor();
    // One goes on writing where one was.
    await window.type('# ');
    await window.page.locator('.view-line', { hasText: '# FormatVersion' }).waitFor();
  });
});
