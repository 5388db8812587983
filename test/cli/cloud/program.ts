import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll } from 'vitest';
import { type Installed, installedPackage } from '../../support/bundles.ts';
import { expectNoSecret, planted, type Service } from './service.ts';

export interface Manner {
  /** Instead of that of the service. */
  readonly endpoint?: string;
  /** It takes its streams, which are pipes, for a terminal. */
  readonly terminal?: boolean;
}

export interface Ended {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly stdout: string;
  /** On a pseudo terminal: all that it showed. */
  readonly stderr: string;
}

export interface Running {
  readonly child: ChildProcess;
  readonly ended: Promise<Ended>;
  /** It has written this. Rejects where it ends before. */
  wrote(words: string | RegExp): Promise<void>;
  type(keys: string): void;
}

/** The program `oos` as it is installed, in a folder with templates that is its home too. */
export interface Program {
  readonly folder: string;
  start(line: string, manner?: Manner): Running;
  /** Standard input and standard error are a pseudo terminal. */
  startOnTerminal(line: string): Running;
}

/** Installs the program for all tests of a file. Arguments are split at blanks; `@name` stands for what `names` says. */
export function sharedProgram(
  service: Service,
  files: Readonly<Record<string, string>>,
  names: Readonly<Record<string, string>> = {},
): Program {
  let installed: Installed | undefined;
  const folder = mkdtempSync(join(tmpdir(), 'oos-home-'));
  const running = new Set<ChildProcess>();
  beforeAll(async () => {
    for (const [name, content] of Object.entries(files)) writeFileSync(join(folder, name), content);
    installed = await installedPackage();
  });
  afterAll(() => {
    for (const child of running) child.kill('SIGKILL');
    installed?.remove();
    rmSync(folder, { recursive: true, force: true });
  });
  const bundle = () => join(installed?.folder ?? '', 'dist/oos.cjs');
  const words = (line: string) => line.split(' ').map((it) => (it.startsWith('@') ? (names[it.slice(1)] ?? it) : it));
  const env = (endpoint?: string) => ({
    ...{ PATH: process.env.PATH ?? '', HOME: folder, USERPROFILE: folder, NO_COLOR: '1', TERM: 'xterm' },
    ...service.envOf(planted),
    ...(endpoint === undefined ? {} : { ALIBABA_CLOUD_ENDPOINT: endpoint }),
  });
  const watched = (child: ChildProcess, answer?: () => string) => {
    running.add(child);
    child.once('close', () => running.delete(child));
    return watch(child, answer);
  };
  let terminals = 0;
  return {
    folder,
    start(line, { endpoint, terminal } = {}) {
      const preload = terminal ? ['--require', join(import.meta.dirname, '../../support/asTerminal.cjs')] : [];
      const argv = [...preload, bundle(), ...words(line)];
      return watched(spawn(process.execPath, argv, { cwd: folder, env: env(endpoint) }));
    },
    startOnTerminal(line) {
      const answer = `stdout-${terminals++}.txt`;
      const command = ['exec', process.execPath, bundle(), ...words(line)].map((it) => `'${it}'`).join(' ');
      const onTerminal = `${command.replace("'exec'", 'exec')} > ${answer}`;
      const child = spawn('script', ['-qec', onTerminal, '/dev/null'], { cwd: folder, env: env() });
      return watched(child, () => readFileSync(join(folder, answer), 'utf8'));
    },
  };
}

/** Whether the program `script` of util-linux is here, which makes pseudo terminals. */
export const hasPseudoTerminals = /util-linux/.test(spawnSync('script', ['--version'], { encoding: 'utf8' }).stdout);

function watch(child: ChildProcess, answer?: () => string): Running {
  const written = { stdout: '', stderr: '' };
  const onTerminal = answer !== undefined;
  const collect = (name: 'stdout' | 'stderr') =>
    child[name]?.setEncoding('utf8').on('data', (text: string) => {
      written[onTerminal ? 'stderr' : name] += text;
      child.emit('written');
    });
  collect('stdout');
  collect('stderr');
  const ended = once(child, 'close').then(([code, signal]): Ended => {
    const stdout = answer?.() ?? written.stdout;
    expectNoSecret(stdout + written.stderr);
    return { code, signal, stdout, stderr: written.stderr };
  });
  return {
    child,
    ended,
    wrote: (words) =>
      new Promise((resolve, reject) => {
        const look = () => isIn(written.stdout + written.stderr, words) && resolve();
        child.on('written', look);
        child.once('close', () => reject(new Error(`"${words}" is not in ${JSON.stringify(written)}`)));
        look();
      }),
    type: (keys) => child.stdin?.write(keys),
  };
}

const isIn = (text: string, words: string | RegExp): boolean =>
  typeof words === 'string' ? text.includes(words) : words.test(text);
