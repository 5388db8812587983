import { describe, expect, test, vi } from 'vitest';
import { hasPseudoTerminals, type Running, sharedProgram } from './program.ts';
import { sleeping, sleepless } from './service.ts';
import { standingService } from './standing.ts';

// Programs are bundled and started, which takes its time on a busy machine.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

const { service, ids, expectUntouched } = standingService();
const files = {
  'good.oos.yml': sleeping('after'),
  'new.oos.yml': sleeping('new'),
  'guarded.oos.yml': sleepless,
};
const program = sharedProgram(service, files, ids);

/** All commands that change the cloud. */
const changing = [
  'publish good.oos.yml',
  'publish new.oos.yml --format json',
  'run good',
  'templates delete good',
  'executions delete @waiting --force',
  'notify @waiting approve',
  'cancel @waiting',
  'tags add good --tag c=d',
  'tags remove good --all',
  'api DeleteTemplate --TemplateName good',
];

const noPseudoTerminals = 'there is no `script` of util-linux here, which makes pseudo terminals';
const question = /\[y\/N\] |to go on: /;

async function leftAt(running: Running, leave: () => void) {
  await running.wrote(question);
  leave();
  const { code, stderr } = await running.ended;
  expect(stderr).toMatch(/^Nothing was changed\.\r?$/m);
  expect(stderr).not.toMatch(/^ +at |Stopped/m);
  expect(code).toBe(2);
}

describe.concurrent.each(changing)('oos %s changes nothing', (line) => {
  test('where nobody can be asked', async () => {
    const { code, stderr } = await program.start(line).ended;
    expect({ code, stderr }).toEqual({ code: 2, stderr: expect.stringContaining('Add --yes') });
  });

  test.for([
    ['n', 'n\r'],
    ['Ctrl-C', '\x03'],
  ] as const)('when %s is typed on a terminal', async ([, keys], { skip }) => {
    skip(!hasPseudoTerminals, noPseudoTerminals);
    const running = program.startOnTerminal(line);
    await leftAt(running, () => running.type(keys));
  });

  test('when a signal comes at the question', async () => {
    const running = program.start(line, { terminal: true });
    await leftAt(running, () => running.child.kill('SIGINT'));
  });
});

test('nothing of all that has changed anything', expectUntouched);

test('a yes on a terminal is one', async ({ skip }) => {
  skip(!hasPseudoTerminals, noPseudoTerminals);
  const running = program.startOnTerminal('tags add guarded --tag c=d');
  await running.wrote(question);
  running.type('y\r');
  expect(await running.ended).toMatchObject({ code: 0, stdout: 'The tags are changed.\n' });
});

test('a publish that fails leaves the old version, and tells why once', async () => {
  const { code, stdout, stderr } = await program.start('publish guarded.oos.yml --yes --force').ended;
  expect(code).toBe(3);
  expect(stdout).toMatch(/^guarded \(guarded\.oos\.yml\): not published/m);
  expect(stderr.match(/TemplateValidationError/g)).toHaveLength(1);
  expect((await service.oos(['templates', 'show', 'guarded'])).stdout).toBe(sleeping('before'));
  expect((await service.oos(['templates', 'versions', 'guarded'])).stdout.match(/^v\d/gm)).toEqual(['v1']);
});
