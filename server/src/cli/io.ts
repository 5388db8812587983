/** One of the two output streams. `process.stdout` and `process.stderr` are such. */
export interface Out {
  write(text: string): unknown;
  /** A person is watching. */
  readonly isTTY?: boolean | undefined;
  /** The width of the terminal. */
  readonly columns?: number | undefined;
}

/** All that a command sees of the process, so that tests can run commands without one. */
export interface Io {
  readonly stdout: Out;
  readonly stderr: Out;
  readonly stdin: AsyncIterable<Uint8Array>;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly cwd: string;
  /** The version of the package. */
  version(): string;
}
