import { describe, expect, onTestFinished, test } from 'vitest';
import { startEmulator } from '../../../server/src/emulator/emulator.ts';
import { bundledCatalog } from '../../../server/src/workspace/bundledCatalog.ts';
import { folderWith } from '../../support/folder.ts';
import { toJson } from '../../support/toJson.ts';
import { sharedService } from '../cloud/service.ts';
import type { ScriptedAnswer, Surroundings } from '../runOos.ts';
import { approve, call, loopOver, sleep, template } from './templates.ts';

const failure = { $error: { code: 'Busy', message: 'Not now.' } };
const service = sharedService({ answers: { 'ECS:StartInstance': [failure, {}], 'ECS:RebootInstance': failure } });

/** Starts a text as a file at a terminal; the first answer is the yes to the start. */
async function runText(
  text: string,
  answers: readonly ScriptedAnswer[],
  argv: readonly string[] = [],
  more: Surroundings = {},
) {
  const cwd = folderWith({ 'a.oos.yml': text });
  const done = await service.oos(['run', 'a.oos.yml', ...argv], {
    cwd,
    terminal: true,
    answers: ['y', ...answers],
    env: { NO_COLOR: '1' },
    ...more,
  });
  const id = /exec-[0-9a-f]+/.exec(done.stderr)?.[0] ?? '';
  return { ...done, id };
}

const statusOf = async (id: string) => {
  const { stdout } = await service.oos(['executions', 'show', id, '--format', 'json']);
  return JSON.parse(stdout).execution.Status;
};

const asking = template([approve('ask'), sleep('rest')]);
const question = '[a]pprove, [r]eject, [l]eave it waiting, or Enter to look again:';

describe('somebody who is asked', () => {
  test.each([
    ['approves', ['a'], 0, /^Success /],
    ['approves in full', ['Approve'], 0, /^Success /],
    ['rejects', ['r'], 1, /^Cancelled .*\nThe task ask was rejected\.\n/],
    ['looks again first', ['', '', 'a'], 0, /^Success /],
    ['mistypes first', ['x', 'a'], 0, /^Success /],
  ])('%s', async (_, answers, expected, result) => {
    const { code, stdout, stderr } = await runText(asking, answers);
    expect({ code, stdout }).toEqual({ code: expected, stdout: expect.stringMatching(result) });
    expect(stderr).toContain('ask waits for an approval: It waits to be approved.\n  {"NotifyType":"WebHook",');
    expect(stderr.split(question)).toHaveLength(answers.length + 1);
  });

  test('leaves it waiting', async () => {
    const { code, stdout, stderr, id } = await runText(asking, ['l']);
    expect({ code, stdout }).toEqual({ code: 0, stdout: `Waiting  ${id}\n` });
    expect(stderr).toContain(`The execution goes on; it is Waiting.\n  oos executions show ${id}\n`);
    expect(await statusOf(id)).toBe('Waiting');
  });

  test('is told when the service refuses, and asked again', async () => {
    const other = async (): Promise<string> => {
      const { stdout } = await service.oos(['executions', 'list', '--status', 'waiting', '--format', 'json']);
      const [{ ExecutionId }] = JSON.parse(stdout).executions;
      await service.oos(['notify', ExecutionId, 'approve', '--yes']);
      return 'a';
    };
    const { code, stderr } = await runText(template([approve('once')]), [other]);
    expect(code).toBe(0);
    expect(stderr).toMatch(/ExecutionNotifyFailed/);
  });

  test('is asked in Chinese', async () => {
    const { stderr } = await runText(asking, ['a'], ['--lang', 'zh-cn']);
    expect(stderr).toContain('ask 正在等待审批：');
    expect(stderr).toContain('[a] 批准，[r] 拒绝，[l] 任其等待并退出');
  });
});

test('a risky task is shown with what it calls, and confirmed', async () => {
  const { code, stderr } = await runText(template([call('kill', 'DeleteInstance')]), ['a']);
  expect(code).toBe(0);
  expect(stderr).toContain('kill is risky and waits for a confirmation: ');
});

describe('a risky task that the service does not know the properties of yet, such as one in a loop', () => {
  const kill = call('kill', 'DeleteInstance', loopOver("'{{ ids }}'")).replace(
    'Parameters: {}',
    "Parameters: { Id: '{{ ACS::TaskLoopItem }}', Key: '{{ key }}' }",
  );
  const parameters = `Parameters:
  ids: { Type: List, Default: [i-1, i-2] }
  key: { Type: String, NoEcho: true, Default: quiet-word }
  other: { Type: String, Default: x }
`;
  const deleting = template([kill], parameters);
  const written =
    '  {"Service":"ECS","API":"DeleteInstance","Parameters":{"Id":"{{ ACS::TaskLoopItem }}","Key":"{{ key }}"}}\n' +
    '  Loop: {"Items":"{{ ids }}","RateControl":{"Mode":"Concurrency","MaxErrors":0,"Concurrency":1}}\n';
  const values = '  ids = ["i-1","i-2"]\n  key = ******\n';
  const shown = `kill is risky and waits for a confirmation: It does something risky and waits to be approved.\n${written}`;

  test('is shown as the template has it', async () => {
    const { code, stderr } = await runText(deleting, ['a']);
    expect(code).toBe(0);
    expect(stderr).toContain(`${shown}${values}[a]pprove`);
  });

  test('is shown to those who approve it later', async () => {
    const { id } = await runText(deleting, ['l']);
    const { stderr } = await service.oos(['notify', id, 'approve'], { terminal: true, answers: ['n'] });
    expect(stderr).toContain(shown + values);
  });

  test('is shown out of the template that runs it', async () => {
    const inner = template([kill], parameters.replace('[i-1, i-2]', '[i-3]'));
    await service.oos(['publish', '-', '--name', 'deleting', '--yes'], { stdin: inner });
    const named = '  - Name: outer\n    Action: ACS::Template\n    Properties: { TemplateName: deleting }\n';
    const { stderr } = await runText(template([named], parameters), ['a']);
    expect(stderr).toContain(`${shown}${values.replace('"i-1","i-2"', '"i-3"')}[a]pprove`);
    const inside = JSON.stringify(JSON.parse(toJson(inner)));
    const writtenOut = `  - Name: outer\n    Action: ACS::Template\n    Properties: { TemplateContent: ${inside} }\n`;
    // The service does not tell the parameters of a template that is written out.
    expect((await runText(template([writtenOut], parameters), ['a', 'a'])).stderr).toContain(`${shown}[a]pprove`);
  });

  test('can be approved by those who may not read the template', async () => {
    const catalog = bundledCatalog();
    const other = await startEmulator({ catalog, speed: 20_000, faults: ['fail:Forbidden@GetExecutionTemplate=1'] });
    onTestFinished(() => other.close());
    const { accounts, endpoint } = other;
    const env = { ...service.envOf(accounts.owner), ALIBABA_CLOUD_ENDPOINT: endpoint };
    const { code, stderr } = await runText(deleting, ['a'], [], { env });
    expect(code).toBe(0);
    expect(stderr).toContain(`${shown.replace(written, '')}[a]pprove`);
  });
});

test('a loop that pauses is let go on batch by batch', async () => {
  const text = template([
    sleep(
      'each',
      'PT1S',
      loopOver('[x, y, z]')
        .replace('Concurrency: 1', 'Concurrency: 1, BatchPauseOption: EveryBatchPause')
        .replace('Mode: Concurrency', 'Mode: Batch')
        .replace('Concurrency: 1', 'Batch: [1, 1, 1]'),
    ),
  ]);
  const { code, stderr } = await runText(text, ['a', 'a']);
  expect(code).toBe(0);
  expect(stderr).toContain('The loop each is paused between two batches, 1 of 3 done: ');
  expect(stderr).toContain('The loop each is paused between two batches, 2 of 3 done: ');
});

test('a failed task is tried again, or skipped', async () => {
  const text = template([call('wake', 'StartInstance'), call('reboot', 'RebootInstance'), sleep('rest')]);
  const { code, stdout, stderr } = await runText(
    text,
    ['t', 's'],
    ['--mode', 'failure-pause', '--safety-check', 'confirm'],
  );
  expect({ code, stdout }).toEqual({ code: 0, stdout: expect.stringMatching(/^Success /) });
  expect(stderr).toContain('wake has failed and waits for a decision: It failed. Busy: Not now.\n');
  expect(stderr).toContain('[t]ry again, [s]kip it, [l]eave it waiting');
});

test('step by step, the next task is offered, and the end', async () => {
  const { code, stdout, stderr } = await runText(
    template([sleep('one'), sleep('two')]),
    ['e', 'e', 'c'],
    ['--mode', 'debug'],
  );
  expect({ code, stdout }).toEqual({ code: 0, stdout: expect.stringMatching(/^Success /) });
  const offers = [...stderr.matchAll(/^(\[.*), \[l\]eave/gm)].map(([, offer]) => offer);
  expect(offers).toEqual([
    '[e]xecute one, [c]omplete it as Success',
    '[e]xecute two, [c]omplete it as Success',
    '[c]omplete it as Success',
  ]);
});

test('what an execution below waits for is asked here', async () => {
  await service.oos(['publish', '-', '--name', 'below', '--yes'], { stdin: asking });
  const text = template(['  - Name: outer\n    Action: ACS::Template\n    Properties: { TemplateName: below }\n']);
  const { code, stdout } = await runText(text, ['a']);
  expect({ code, stdout }).toEqual({ code: 0, stdout: expect.stringMatching(/^Success /) });
});

test('an execution with a trigger waits by itself, which is said once', async () => {
  const timer =
    '  - Name: nightly\n    Action: ACS::TimerTrigger\n    Properties: { Type: cron, Expression: "0 0 2 ? * *", EndDate: "2099-01-01T00:00:00Z" }\n';
  let waits = 0;
  const { code, stderr } = await runText(template([timer, sleep('rest')]), ['s'], [], {
    onWait: ({ written, interrupt }) => {
      if (written.stderr.includes('nightly waits for its trigger') && ++waits === 20) interrupt();
    },
  });
  expect(code).toBe(0);
  expect(stderr.match(/nightly waits for its trigger/g)).toHaveLength(1);
});

describe('Ctrl-C', () => {
  const slow = template([sleep('rest', 'PT9999H')]);
  const cancelOrStop =
    'Cancel the execution, or just stop watching? [c]ancel, [s]top watching, or Enter to go on watching:';
  /** Once the task is running. */
  const pressed = () => {
    let done = false;
    return {
      onWait: ({ written, interrupt }: Parameters<NonNullable<Surroundings['onWait']>>[0]) => {
        if (!done && /rest.*Running/.test(written.stderr)) done = interrupt();
      },
    };
  };

  /** Enter, after somebody else has cancelled the newest execution: one that ends by itself may be over before Ctrl-C. */
  const cancelledElsewhere = async () => {
    const { stdout } = await service.oos(['executions', 'list', '--limit', '1', '--format', 'json']);
    await service.oos(['cancel', JSON.parse(stdout).executions[0].ExecutionId, '--yes']);
    return '';
  };

  test('and c cancel the execution', async () => {
    const { code, stdout, stderr, id } = await runText(slow, ['c'], [], pressed());
    expect({ code, stdout }).toEqual({ code: 1, stdout: expect.stringMatching(/^Cancelled /) });
    expect(stderr).toContain(cancelOrStop);
    expect(await statusOf(id)).toBe('Cancelled');
  });

  test.each([
    ['s', ['s']],
    ['Ctrl-C again', [undefined]],
  ])('and %s stop watching', async (_, answers) => {
    const { code, stdout, stderr, id } = await runText(slow, answers, [], pressed());
    expect({ code, stdout }).toEqual({ code: 0, stdout: `Running  ${id}\n` });
    expect(stderr).toContain('Not watching any more.');
    expect(await statusOf(id)).not.toBe('Cancelled');
  });

  test('and Enter go on watching', async () => {
    const { code, stdout, stderr } = await runText(slow, [cancelledElsewhere], [], pressed());
    expect({ code, stdout }).toEqual({ code: 1, stdout: expect.stringMatching(/^Cancelled /) });
    expect(stderr).toContain(cancelOrStop);
    expect(stderr).not.toContain('Not watching any more.');
  });

  test('at another question asks the same', async () => {
    const { code, id, stderr } = await runText(asking, [undefined, 'c']);
    expect(code).toBe(1);
    expect(stderr).toContain(cancelOrStop);
    expect(await statusOf(id)).toBe('Cancelled');
  });
});

test('an execution that is deleted meanwhile cannot be watched any more', async () => {
  const { code, stdout, stderr } = await runText(asking, [
    async () => {
      const { stdout: list } = await service.oos(['executions', 'list', '--limit', '1', '--format', 'json']);
      await service.oos(['executions', 'delete', JSON.parse(list).executions[0].ExecutionId, '--force', '--yes']);
      return '';
    },
  ]);
  expect({ code, stdout }).toEqual({ code: 3, stdout: '' });
  expect(stderr).toContain('cannot be watched any more');
  expect(stderr).toContain('EntityNotExists.Execution');
});
