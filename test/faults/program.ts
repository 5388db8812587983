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
  readonly #child: ChildProcess;
  readonly #over: Promise<unknown>;
  #killed = false;

  private constructor(child: ChildProcess, { endpoint, region, ...credential }: Emulator) {
    this.#child = child;
    this.#over = once(child, 'close');
    const connection = explicitConnection({ name: 'program', region, endpoint, credential });
    this.api = createOosApi(createTransport(connection, { wait: async () => undefined }));
  }

  /** Starts the program and waits until it says that it is ready. Rejects when it ends instead, with its words. */
  static async start(script: string, ...argv: string[]): Promise<Program> {
    const child = spawn(process.execPath, [script, 'emulator', ...argv], { stdio: ['ignore', 'pipe', 'pipe'] });
    const stderr = text(child.stderr);
    const ended = stderr.then((words) => Promise.reject(new Error(`it did not start: ${words}`)));
    const [line] = await Promise.race([once(createInterface(child.stdout), 'line'), ended]);
    ended.catch(() => undefined);
    return new Program(child, JSON.parse(line));
  }

  get killed(): boolean {
    return this.#killed;
  }

  /** At once, and without a chance to put anything in order. */
  kill(): void {
    this.#killed = true;
    this.#child.kill('SIGKILL');
  }

  /** Resolves when it is gone. */
  async over(): Promise<void> {
    await this.#over;
  }
}
