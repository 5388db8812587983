import type { InterruptHandler } from './terminal/interrupts.ts';

/** One of the two output streams. `process.stdout` and `process.stderr` are such. */
export interface Out {
  write(text: string): unknown;
  /** A person is watching. */
  readonly isTTY?: boolean | undefined;
  /** The width of the terminal. */
  readonly columns?: number | undefined;
}

/** Asks the person at the terminal. The answer is undefined at the end of the input, and when Ctrl-C is pressed. */
export interface Prompter {
  /** `question` is shown as it is: make untrusted parts of it printable. */
  ask(question: string): Promise<string | undefined>;
  /** The same without showing what is typed. */
  askSecret(question: string): Promise<string | undefined>;
}

/** All that a command sees of the process, so that tests can run commands without one. */
export interface Io {
  readonly stdout: Out;
  readonly stderr: Out;
  /** Nobody reads standard output any more: of `oos logs ID --follow | head`, head has ended. */
  readonly isReaderGone?: boolean;
  readonly stdin: AsyncIterable<Uint8Array>;
  /** Absent where nobody can be asked: standard input or standard error is no terminal. */
  readonly prompter?: Prompter | undefined;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly cwd: string;
  /** The version of the package. */
  version(): string;
  /**
   * Calls `handler` at each Ctrl-C, which then no longer ends the program, and when the system wants it to end. Gives back what
   * undoes it. Of several handlers only the last hears of Ctrl-C.
   */
  onInterrupt(handler: InterruptHandler): () => void;
  /** Lets so many milliseconds pass, fewer when the signal says so. Never rejects. */
  wait(milliseconds: number, signal?: AbortSignal): Promise<void>;
}
