import { describe, expect, test } from 'vitest';
import { contentHash } from '../../../server/src/cloud/contentHash.ts';
import { answered, fakeService, refused } from '../../support/fakeService.ts';
import { folderWith } from '../../support/folder.ts';
import { away, sharedService, sleeping, sleepless } from './service.ts';

const service = sharedService();

/** What is published under a name: version and content. */
async function published(name: string) {
  const { code, stdout } = await service.oos(['templates', 'show', name, '--format', 'json']);
  if (code !== 0) return undefined;
  const { template, content } = JSON.parse(stdout);
  return { version: template.TemplateVersion, content, tags: template.Tags };
}

/** A folder with a template that is published already, with another text. */
async function publishedBefore(name: string) {
  const cwd = folderWith({ [`${name}.oos.yml`]: sleeping('before') });
  expect((await service.oos(['publish', `${name}.oos.yml`, '--yes'], { cwd })).code).toBe(0);
  return folderWith({ [`${name}.oos.yml`]: sleeping('after') });
}

describe('oos publish', () => {
  test('creates a template under the name of its file, after a question', async () => {
    const cwd = folderWith({ 'deep/new-one.oos.yml': sleeping('first') });
    const argv = ['publish', 'deep/new-one.oos.yml', '--tag', 'team=web'];
    const { code, stdout, stderr } = await service.oos(argv, { cwd, terminal: true, answers: ['y'] });
    expect(code).toBe(0);
    expect(stderr).toContain(`Region:   cn-hangzhou\nEndpoint: ${service.emulator.endpoint}\n`);
    expect(stderr).toContain('Create the template new-one from deep/new-one.oos.yml, with the tags team=web.');
    expect(stdout).toContain('nothing is published as new-one yet');
    expect(stdout).toContain('created as v1');
    expect(await published('new-one')).toEqual({ version: 'v1', content: sleeping('first'), tags: { team: 'web' } });
  });

  test('shows what changes, and makes a new version of it', async () => {
    const cwd = await publishedBefore('changing');
    const { code, stdout, stderr } = await service.oos(['publish', 'changing.oos.yml', '--yes'], { cwd });
    expect(code).toBe(0);
    expect(stdout).toBe(
      [
        '--- changing v1',
        '+++ changing.oos.yml',
        '@@ -1,5 +1,5 @@',
        ' FormatVersion: OOS-2019-06-01',
        '-Description: before',
        '+Description: after',
        ' Parameters:',
        '   time:',
        '     Type: String',
        'changing (changing.oos.yml): updated from v1 to v2',
        '',
      ].join('\n'),
    );
    expect(stderr).toContain('Update the template changing, now v1, from changing.oos.yml.');
    const again = await service.oos(['publish', 'changing.oos.yml'], { cwd });
    expect(again).toMatchObject({ code: 0, stderr: '', stdout: expect.stringContaining('unchanged, v2 is the same') });
    const tagged = await service.oos(['publish', 'changing.oos.yml', '--tag', 'a=b', '--yes'], { cwd });
    expect(tagged.stdout).toContain('updated from v2 to v3');
  });

  test('colours the changes on a terminal, where nothing of the texts takes effect', async () => {
    const name = 'colourful';
    await publishedBefore(name);
    const cwd = folderWith({ 'a.yml': sleeping('"\u202e\\e[2J"') });
    const argv = ['publish', 'a.yml', '--name', name, '--dry-run'];
    const { stdout } = await service.oos(argv, { cwd, terminal: true });
    expect(stdout).toContain('\u001b[31m-Description: before\u001b[39m');
    expect(stdout).toContain('\u001b[32m+Description: "\uFFFD\\e[2J"\u001b[39m');
  });

  test('changes nothing when the person says no, leaves, or cannot be asked', async () => {
    const cwd = await publishedBefore('kept');
    const argv = ['publish', 'kept.oos.yml'];
    const no = await service.oos(argv, { cwd, terminal: true, answers: ['n'] });
    expect(no.code).toBe(2);
    expect(no.stderr).toContain('Nothing was changed.');
    expect(no.stdout).toContain('not published');
    const gone = await service.oos([...argv, '--lang', 'zh-cn'], { cwd, terminal: true });
    expect(gone.code).toBe(2);
    expect(gone.stderr).toContain('未作任何更改');
    const script = await service.oos(argv, { cwd });
    expect(script.code).toBe(2);
    expect(script.stderr).toContain('Add --yes');
    expect(await published('kept')).toMatchObject({ version: 'v1' });
  });

  test('only tells what would change with --dry-run, also as JSON', async () => {
    const cwd = await publishedBefore('dry');
    const argv = ['publish', 'dry.oos.yml', '--dry-run', '--format', 'json'];
    const { code, stdout, stderr } = await service.oos(argv, { cwd });
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(JSON.parse(stdout)).toEqual({
      version: 1,
      templates: [
        {
          path: 'dry.oos.yml',
          name: 'dry',
          result: 'dry-run',
          from: 'v1',
          diff: expect.stringContaining('+Description: after\n'),
        },
      ],
    });
    expect(await published('dry')).toMatchObject({ version: 'v1' });
  });

  test('publishes the others when one fails, and tells the worst', async () => {
    const cwd = folderWith({
      'bad.oos.yml': sleepless,
      'many-1.oos.yml': sleeping('1'),
      'many-2.oos.yml': sleeping('2'),
    });
    const argv = [
      'publish',
      'many-1.oos.yml',
      'bad.oos.yml',
      'none.yml',
      'many-2.oos.yml',
      '--yes',
      '--format',
      'json',
    ];
    const { code, stdout, stderr } = await service.oos(argv, { cwd });
    expect(code).toBe(2);
    expect(stderr).toContain('bad.oos.yml:11:7 error');
    expect(stderr).toContain('"none.yml" does not exist');
    expect(JSON.parse(stdout).templates).toMatchObject([
      { name: 'many-1', result: 'created', to: 'v1', requestId: expect.any(String) },
      { name: 'bad', result: 'errors' },
      { name: 'none', result: 'unusable' },
      { name: 'many-2', result: 'created' },
    ]);
  });

  test('leaves the old version when the service refuses the new one', async () => {
    await publishedBefore('guarded');
    const cwd = folderWith({ 'guarded.oos.yml': sleepless });
    const offline = await service.oos(['publish', 'guarded.oos.yml', '--yes'], { cwd });
    expect(offline.code).toBe(1);
    expect(offline.stdout).toContain('--force');
    const forced = await service.oos(['publish', 'guarded.oos.yml', '--yes', '--force'], { cwd });
    expect(forced.code).toBe(3);
    expect(forced.stderr).toMatch(/guarded\.oos\.yml:11:7 error .*\(TemplateValidationError\)/);
    const env = service.envOf(service.emulator.accounts.reader);
    const good = folderWith({ 'guarded.oos.yml': sleeping('good') });
    const reader = await service.oos(['publish', 'guarded.oos.yml', '--yes'], { cwd: good, env });
    expect(reader.code).toBe(3);
    expect(reader.stderr).toMatch(/NoPermission.*request ID/);
    expect(await published('guarded')).toMatchObject({ version: 'v1', content: sleeping('before') });
  });

  test('tells that the service is away', async () => {
    const cwd = folderWith({ 'a.oos.yml': sleeping('a') });
    const { code, stdout, stderr } = await service.oos(['publish', 'a.oos.yml', '--yes'], { cwd, env: away });
    expect(code).toBe(3);
    expect(stderr).toMatch(/^oos: a\.oos\.yml: .*ECONNREFUSED/);
    expect(stdout).toContain('not published, for the reason above');
  });
});

describe('oos publish when somebody else publishes at the same moment', () => {
  test('tries again in a script while nothing new is published', async () => {
    const cwd = await publishedBefore('raced');
    service.emulator.setFaults(['race=2x']);
    const { code, stdout } = await service.oos(['publish', 'raced.oos.yml', '--yes'], { cwd });
    expect(code).toBe(0);
    expect(stdout.match(/^@@/gm)).toHaveLength(1);
    expect(stdout).toContain('updated from v1 to v2');
  });

  test('gives up in a script that never gets through', async () => {
    const cwd = await publishedBefore('crowded');
    service.emulator.setFaults(['race=9x']);
    const { code, stderr } = await service.oos(['publish', 'crowded.oos.yml', '--yes'], { cwd });
    service.emulator.setFaults([]);
    expect(code).toBe(3);
    expect(stderr).toContain('TemplateUpdateFailed');
    expect(await published('crowded')).toMatchObject({ version: 'v1' });
  });

  test('does not overwrite in a script what nobody has compared with', async () => {
    const template = (version: string, content: string) =>
      answered({ RequestId: 'R', Content: content, Template: { TemplateName: 'busy', TemplateVersion: version } });
    const busy = await fakeService(
      answered({ RequestId: 'R', Templates: [{ TemplateName: 'busy', Hash: contentHash(sleeping('before')) }] }),
      template('v1', sleeping('before')),
      refused(403, 'TemplateUpdateFailed'),
      template('v2', sleeping('theirs')),
    );
    const cwd = folderWith({ 'busy.oos.yml': sleeping('mine') });
    const env = { ALIBABA_CLOUD_ENDPOINT: busy.endpoint };
    const { code, stderr } = await service.oos(['publish', 'busy.oos.yml', '--yes'], { cwd, env });
    expect(code).toBe(3);
    expect(stderr).toContain('Somebody else has published busy since it was compared');
    const operations = ['ListTemplates', 'GetTemplate', 'UpdateTemplate', 'GetTemplate'];
    expect(busy.seen.map(({ operation }) => operation)).toEqual(operations);
  });

  test('compares anew and asks again where a person thought about it too long', async () => {
    const cwd = await publishedBefore('slow');
    const other = folderWith({ 'slow.oos.yml': sleeping('theirs') });
    const lateYes = async () => {
      await service.oos(['publish', 'slow.oos.yml', '--yes'], { cwd: other });
      return 'y';
    };
    const argv = ['publish', 'slow.oos.yml'];
    const answers = [lateYes, 'y'];
    const { code, stdout, stderr } = await service.oos(argv, { cwd, terminal: true, answers });
    expect(code).toBe(0);
    expect(stderr).toContain('Somebody else has saved slow');
    expect(stdout).toContain('-Description: before');
    expect(stdout).toContain('-Description: theirs');
    expect(stdout).toContain('updated from v2 to v3');
  });

  test('takes a version for published whose answer was lost', async () => {
    const cwd = await publishedBefore('lost');
    service.emulator.setFaults(['truncated@UpdateTemplate=1x']);
    const { code, stdout } = await service.oos(['publish', 'lost.oos.yml', '--yes'], { cwd });
    expect(stdout).toContain('updated from v1 to v2');
    expect(code).toBe(0);
  });
});

const alike = (TemplateName: string) => ({ TemplateName, TemplateVersion: 'v7', Hash: contentHash(sleeping('a')) });
const listed = (...Templates: readonly object[]) => answered({ RequestId: 'R', Templates });

test.each([
  ['the hash in the list', [listed(alike('a-b'), alike('a'))], ['ListTemplates']],
  [
    'the hash alone',
    [listed(alike('a-b')), answered({ RequestId: 'R', Content: { FormatVersion: 'OOS' }, Template: alike('a') })],
    ['ListTemplates', 'GetTemplate'],
  ],
  [
    'the text alone, where not everybody may list templates,',
    [refused(403, 'NoPermission'), answered({ RequestId: 'R', Content: sleeping('a'), Template: {} })],
    ['ListTemplates', 'GetTemplate'],
  ],
] as const)('%s tells that the same is published already', async (_, [first, ...more], operations) => {
  const { endpoint, seen } = await fakeService(first, ...more);
  const cwd = folderWith({ 'a.oos.yml': sleeping('a') });
  const { code, stdout } = await service.oos(['publish', 'a.oos.yml'], {
    cwd,
    env: { ALIBABA_CLOUD_ENDPOINT: endpoint },
  });
  expect(code).toBe(0);
  expect(stdout).toContain('unchanged');
  expect(seen.map(({ operation }) => operation)).toEqual(operations);
});

test.each<[string[], string]>([
  [['publish'], 'oos publish FILE...'],
  [['publish', 'a.yml', 'b.yml', '--name', 'x'], '--name is for one file'],
  [['publish', '-'], 'oos publish - --name NAME'],
  [['publish', 'a/x.oos.yml', 'b/x.yml'], 'would both be published as x'],
  [['publish', 'a.yml', '--name', 'my template'], 'The name of the template (--name) has the character " "'],
  [['publish', 'fit.yml', '脚本.yml'], 'The name of "脚本.yml" has no letters or digits'],
  [
    ['publish', 'fit.yml', 'acs-mine.yml'],
    '"acs-mine.yml" cannot be published as acs-mine. The name of the template begins',
  ],
  [['publish', 'a.yml', '--tag', 'x'], 'A tag is written KEY=VALUE, not "x".'],
])('%j is refused before anything is asked', async (argv, message) => {
  const { code, stdout, stderr } = await service.oos(argv, { env: away });
  expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
  expect(stderr).toContain(message);
});
