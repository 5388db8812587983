import { EventEmitter } from 'node:events';
import { expect, test } from 'vitest';
import { Interrupts } from '../../server/src/cli/terminal/interrupts.ts';

/** Interrupts of a process to which signals can be sent, and what was heard of them. */
function process() {
  const source = new EventEmitter();
  const interrupts = new Interrupts(source);
  const heard: string[] = [];
  return {
    interrupts,
    heard,
    listen: (name: string) => interrupts.add((isFinal) => heard.push(isFinal ? `${name}, finally` : name)),
    /** False: the signal ends the process. */
    send: (signal: 'SIGINT' | 'SIGTERM') => source.emit(signal),
  };
}

test('of Ctrl-C only the last one hears who asked for it', () => {
  const { listen, send, heard } = process();
  listen('call');
  const stop = listen('question');
  send('SIGINT');
  stop();
  send('SIGINT');
  expect(heard).toEqual(['question', 'call']);
});

test('of SIGTERM everybody hears', () => {
  const { listen, send, heard } = process();
  listen('call');
  listen('question');
  send('SIGTERM');
  expect(heard).toEqual(['call, finally', 'question, finally']);
});

test.each(['SIGINT', 'SIGTERM'] as const)('%s ends the program where nobody wants to hear of it', (signal) => {
  const { interrupts, listen, send } = process();
  expect(send(signal)).toBe(false);
  listen('call');
  const stop = listen('question');
  stop();
  stop();
  expect(interrupts.happened).toBe(false);
  expect(send(signal)).toBe(true);
  expect(interrupts.happened).toBe(true);
  interrupts.end();
  expect(send(signal)).toBe(false);
});
