import { createInterface } from 'node:readline';
import { Writable } from 'node:stream';
import type { Prompter } from './io.ts';

/** Asks on `output` and reads a line from `input`, which is a terminal. Between questions `input` is left alone. */
export function terminalPrompter(input: NodeJS.ReadableStream, output: NodeJS.WritableStream): Prompter {
  return {
    ask: (question) => answerTo(question, input, output, output),
    askSecret: (question) => answerTo(question, input, output, silent()),
  };
}

/** `echo` takes what is typed. */
function answerTo(
  question: string,
  input: NodeJS.ReadableStream,
  output: NodeJS.WritableStream,
  echo: NodeJS.WritableStream,
): Promise<string | undefined> {
  return new Promise((resolve) => {
    // As a terminal, so that the line is edited here and the system itself shows nothing.
    const reader = createInterface({ input, output: echo, terminal: true, historySize: 0 });
    let answer: string | undefined;
    reader.once('SIGINT', () => reader.close());
    reader.once('close', () => {
      if (echo !== output || answer === undefined) output.write('\n');
      resolve(answer);
    });
    if (echo !== output) output.write(question);
    reader.question(echo === output ? question : '', (line) => {
      answer = line;
      reader.close();
    });
  });
}

const silent = (): Writable =>
  new Writable({
    write(_chunk, _encoding, done) {
      done();
    },
  });
