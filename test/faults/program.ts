import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { text } from 'node:stream/consumers';
import { createOosApi, type OosApi } from '../../server/src/cloud/api/oosApi.ts';
import { explicitConnection } from '../../server/src/cloud/connection.ts';
import { createTransport } from '../../server/src/cloud/createTransport.ts';
import type { Emulator } from '../../server/src/emulator/emulator.ts';

/** `oos emulator` in a process of its own. */
export class Program {
  readonly api: OosApi;
  /** The secret of its keys. */
  readonly secret: string;
  /** What it has written to standard output and, once it is over, to standard error. */
  readonly said: readonly string[];
  readonly #child: ChildProcess;
  readonly #over: Promise<unknown>;
  #killed = false;

  private constructor(child: ChildProcess, { endpoint, region, ...credential }: Emulator, said: readonly string[]) {
    this.#child = child;
    this.#over = once(child, 'close');
    this.secret = credential.accessKeySecret;
    this.said = said;
    const connection = explicitConnection({ name: 'program', region, endpoint, credential });
    this.api = createOosApi(createTransport(connection, { wait: async () => undefined }));
  }

  /**
   * Starts the program, with its key in the folder `state`, and waits until it says that it is ready. Rejects when it ends
   * instead, with its words.
   */
  static async start(script: string, state: string, ...argv: string[]): Promise<Program> {
    const child = spawn(process.execPath, [script, 'emulator', ...argv], {
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, XDG_STATE_HOME: state },
    });
    const said: string[] = [];
    const lines = createInterface(child.stdout).on('line', (it) => said.push(it));
    const ended = text(child.stderr).then((words) => {
      said.push(words);
      throw new Error(`it did not start: ${words}`);
    });
    const [line] = await Promise.race([once(lines, 'line'), ended]);
    ended.catch(() => undefined);
    return new Program(child, JSON.parse(line), said);
  }

  get killed(): boolean {
    return this.#killed;
  }

  /** At once, and without a chance to put anything in order. */
  kill(): void {
    this.#killed = true;
    this.#child.kill('SIGKILL');
  }

  /** Resolves when it is gone, and has said all. */
  async over(): Promise<void> {
    await this.#over;
  }
}
