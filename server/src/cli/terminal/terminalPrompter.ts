import { createInterface } from 'node:readline';
import { Writable } from 'node:stream';
import type { Io, Prompter } from '../io.ts';

/**
 * Asks on `output` and reads a line from `input`, which is a terminal. Between questions `input` is left alone. A signal from
 * elsewhere leaves the question as Ctrl-C does.
 */
export function terminalPrompter(
  input: NodeJS.ReadableStream,
  output: NodeJS.WritableStream,
  onInterrupt: Io['onInterrupt'],
): Prompter {
  const asking = (question: string, echo: NodeJS.WritableStream) =>
    answerTo(question, { input, output, echo, onInterrupt });
  return {
    ask: (question) => asking(question, output),
    askSecret: (question) => asking(question, silent()),
  };
}

interface Terminal {
  readonly input: NodeJS.ReadableStream;
  readonly output: NodeJS.WritableStream;
  /** Takes what is typed. */
  readonly echo: NodeJS.WritableStream;
  readonly onInterrupt: Io['onInterrupt'];
}

function answerTo(question: string, { input, output, echo, onInterrupt }: Terminal): Promise<string | undefined> {
  return new Promise((resolve) => {
    // As a terminal, so that the line is edited here and the system itself shows nothing.
    const reader = createInterface({ input, output: echo, terminal: true, historySize: 0 });
    let answer: string | undefined;
    const stop = onInterrupt(() => reader.close());
    reader.once('SIGINT', () => reader.close());
    reader.once('close', () => {
      stop();
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
