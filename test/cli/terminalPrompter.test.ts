import { EventEmitter } from 'node:events';
import { PassThrough } from 'node:stream';
import { expect, test } from 'vitest';
import { Interrupts } from '../../server/src/cli/terminal/interrupts.ts';
import { terminalPrompter } from '../../server/src/cli/terminal/terminalPrompter.ts';

/** A terminal at which somebody types. */
function terminal() {
  const input = new PassThrough();
  const output = new PassThrough();
  const signals = new EventEmitter();
  const interrupts = new Interrupts(signals);
  let shown = '';
  output.on('data', (piece) => {
    shown += piece;
  });
  return {
    prompter: terminalPrompter(input, output, interrupts.add.bind(interrupts)),
    type: (keys: string) => input.write(keys),
    shown: () => shown,
    input,
    signals,
  };
}

test('asks one question after the other', async () => {
  const { prompter, type, shown } = terminal();
  const first = prompter.ask('Name? ');
  type('web\r');
  expect(await first).toBe('web');
  const second = prompter.ask('Sure? ');
  type('yy\u007f\r');
  expect(await second).toBe('y');
  expect(shown()).toContain('Name? ');
  expect(shown()).toContain('web');
});

test('does not show a secret, nor how long it is', async () => {
  const { prompter, type, shown } = terminal();
  const answer = prompter.askSecret('Password: ');
  type('hus\u007fsh\r');
  expect(await answer).toBe('hush');
  expect(shown()).toBe('Password: \n');
});

test.each([
  ['Ctrl-C', '\u0003'],
  ['Ctrl-D', '\u0004'],
])('%s is no answer', async (_, key) => {
  for (const ask of ['ask', 'askSecret'] as const) {
    const { prompter, type, shown } = terminal();
    const answer = prompter[ask]('Name? ');
    type(key);
    expect(await answer).toBeUndefined();
    expect(shown().endsWith('\n')).toBe(true);
  }
});

test.each(['SIGINT', 'SIGTERM'])(
  '%s from elsewhere leaves the question, and nobody waits for it any more',
  async (signal) => {
    const { prompter, signals } = terminal();
    const answer = prompter.ask('Name? ');
    expect(signals.emit(signal)).toBe(true);
    expect(await answer).toBeUndefined();
    expect(signals.emit(signal)).toBe(false);
  },
);

test('the end of the input is no answer either', async () => {
  const { prompter, input } = terminal();
  const answer = prompter.ask('Name? ');
  input.end('half');
  expect(await answer).toBeUndefined();
});
