import { EventEmitter } from 'node:events';
import { tmpdir } from 'node:os';
import type { Prompter } from '../../server/src/cli/io.ts';
import { run } from '../../server/src/cli/run.ts';
import { Interrupts } from '../../server/src/cli/terminal/interrupts.ts';

export interface Surroundings {
  readonly cwd?: string;
  readonly env?: Record<string, string>;
  readonly stdin?: string | Uint8Array;
  /** Both output streams are terminals, and there is somebody to ask. */
  readonly terminal?: boolean;
  /** What the person says to one question after the other, or does before saying it; then the input has ended. */
  readonly answers?: readonly ScriptedAnswer[];
  /** Called whenever the command waits, which takes no time here. */
  readonly onWait?: (running: Running) => void;
}

export type ScriptedAnswer = string | undefined | (() => Promise<string | undefined> | string | undefined);

/** A command while it runs. */
export interface Running {
  /** What has been written so far. */
  readonly written: { readonly stdout: string; readonly stderr: string };
  /** Presses Ctrl-C. Tells whether the command wanted to hear of it. */
  interrupt(): boolean;
}

/** Runs `oos` in this process and tells what came out of it. */
export async function oos(argv: readonly string[], surroundings: Surroundings = {}) {
  const { cwd, env, stdin, terminal, answers, onWait } = surroundings;
  const written = { stdout: '', stderr: '' };
  const out = (name: keyof typeof written) => ({
    write: (text: string) => {
      written[name] += text;
    },
    isTTY: terminal === true,
    columns: 80,
  });
  const signals = new EventEmitter();
  const interrupts = new Interrupts(signals);
  const interrupt = () => signals.emit('SIGINT');
  const code = await run(argv, {
    stdout: out('stdout'),
    stderr: out('stderr'),
    stdin: streamOf(stdin ?? ''),
    env: env ?? {},
    cwd: cwd ?? tmpdir(),
    version: () => '1.2.3',
    prompter: terminal ? personWho(answers ?? [], written) : undefined,
    onInterrupt: interrupts.add.bind(interrupts),
    async wait() {
      onWait?.({ written, interrupt });
      await new Promise(setImmediate);
    },
  });
  return { code, ...written };
}

/** Questions appear on standard error as a terminal shows them; what is typed does not. */
function personWho(answers: readonly ScriptedAnswer[], written: { stderr: string }): Prompter {
  const left = [...answers];
  const ask = async (question: string) => {
    written.stderr += `${question}\n`;
    const answer = left.shift();
    return typeof answer === 'function' ? await answer() : answer;
  };
  return { ask, askSecret: ask };
}

/** In pieces that cut characters in two, as a pipe may. */
async function* streamOf(content: string | Uint8Array): AsyncGenerator<Uint8Array> {
  const bytes = Buffer.from(content);
  for (let start = 0; start < bytes.length; start += 7) yield bytes.subarray(start, start + 7);
}

/** A template in YAML with this word in its description. */
export function template(word = 'fine'): string {
  return `FormatVersion: OOS-2019-06-01\nDescription: ${word}\nTasks: []\n`;
}

/** The same in JSON. */
export function jsonTemplate(word = 'fine'): string {
  return `{\n  "FormatVersion": "OOS-2019-06-01",\n  "Description": "${word}",\n  "Tasks": []\n}\n`;
}
