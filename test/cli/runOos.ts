import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { onTestFinished } from 'vitest';
import { run } from '../../server/src/cli/run.ts';

export interface Surroundings {
  readonly cwd?: string;
  readonly env?: Record<string, string>;
  readonly stdin?: string | Uint8Array;
  /** Both output streams are terminals. */
  readonly terminal?: boolean;
}

/** Runs `oos` in this process and tells what came out of it. */
export async function oos(argv: readonly string[], { cwd, env, stdin, terminal }: Surroundings = {}) {
  const written = { stdout: '', stderr: '' };
  const out = (name: keyof typeof written) => ({
    write: (text: string) => {
      written[name] += text;
    },
    isTTY: terminal === true,
    columns: 80,
  });
  const code = await run(argv, {
    stdout: out('stdout'),
    stderr: out('stderr'),
    stdin: streamOf(stdin ?? ''),
    env: env ?? {},
    cwd: cwd ?? tmpdir(),
    version: () => '1.2.3',
  });
  return { code, ...written };
}

/** In pieces that cut characters in two, as a pipe may. */
async function* streamOf(content: string | Uint8Array): AsyncGenerator<Uint8Array> {
  const bytes = Buffer.from(content);
  for (let start = 0; start < bytes.length; start += 7) yield bytes.subarray(start, start + 7);
}

/** A new folder with these files, which is gone after the test. */
export function folderWith(files: Readonly<Record<string, string | Uint8Array>>): string {
  const folder = mkdtempSync(join(tmpdir(), 'oos-cli-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  }
  return folder;
}

/** A template in YAML with this word in its description. */
export function template(word = 'fine'): string {
  return `FormatVersion: OOS-2019-06-01\nDescription: ${word}\nTasks: []\n`;
}

/** The same in JSON. */
export function jsonTemplate(word = 'fine'): string {
  return `{\n  "FormatVersion": "OOS-2019-06-01",\n  "Description": "${word}",\n  "Tasks": []\n}\n`;
}
