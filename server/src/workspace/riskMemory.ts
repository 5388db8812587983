import { createHash } from 'node:crypto';
import { readFileSync, statSync } from 'node:fs';
import { readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { makeFolder } from './makeFolder.ts';
import { writeWhole } from './writeWhole.ts';

/** A risky task as ListExecutionRiskyTasks tells it; a text that the service left out is undefined. */
export interface ServiceRiskyTask {
  readonly Service: string | undefined;
  readonly API: string | undefined;
  readonly Task: readonly string[];
  readonly Template: readonly string[];
}

/** What the service said about one text that is published. */
export interface RememberedRisk {
  /** As GetTemplate tells it. `contentHash` gives the same for a text that is at hand. */
  readonly hash: string;
  readonly template: string;
  /** Such as `v3`. */
  readonly version: string | undefined;
  readonly region: string | undefined;
  readonly asked: Date;
  readonly tasks: readonly ServiceRiskyTask[];
}

/** The version of the format of the files. */
const FORMAT = 1;
/** Bytes. What is larger was not written by us. */
const LARGEST = 1 << 20;
/** Older answers make room for new ones. */
const MOST_KEPT = 500;

/** The hash comes from a service, so it does not become a path as it is. */
const pathOf = (folder: string, hash: string): string =>
  join(folder, `${createHash('sha256').update(hash.toLowerCase()).digest('hex').slice(0, 32)}.json`);

/** Keeps an answer, in the place of an earlier one for the same text. Rejects with the error of the system. */
export async function rememberRisk(folder: string, answer: RememberedRisk): Promise<void> {
  await makeFolder(folder);
  await writeWhole(pathOf(folder, answer.hash), `${JSON.stringify({ format: FORMAT, ...answer })}\n`);
  await makeRoom(folder);
}

async function makeRoom(folder: string): Promise<void> {
  const names = await readdir(folder).catch(() => []);
  if (names.length <= MOST_KEPT) return;
  const files = await Promise.all(
    names.map(async (name) => {
      const path = join(folder, name);
      const written = await stat(path).then(
        ({ mtimeMs }) => mtimeMs,
        () => 0,
      );
      return { path, written };
    }),
  );
  const oldest = files.sort((a, b) => a.written - b.written).slice(0, files.length - MOST_KEPT);
  for (const { path } of oldest) await rm(path, { force: true }).catch(() => undefined);
}

/** Editors ask for the same file with every lens. A file that was written anew has another stamp. */
let lastRead: { readonly path: string; readonly stamp: string; readonly answer: RememberedRisk } | undefined;

/** What the service said about the text with this hash. Undefined: nothing that can be read. Never throws. */
export function rememberedRisk(folder: string, hash: string): RememberedRisk | undefined {
  const path = pathOf(folder, hash);
  try {
    const facts = statSync(path, { throwIfNoEntry: false });
    if (!facts || facts.size > LARGEST) return undefined;
    const stamp = `${facts.ino} ${facts.mtimeMs} ${facts.size}`;
    if (lastRead?.path === path && lastRead.stamp === stamp) return lastRead.answer;
    const answer = readAnswer(JSON.parse(readFileSync(path, 'utf8')));
    if (answer?.hash.toLowerCase() !== hash.toLowerCase()) return undefined;
    lastRead = { path, stamp, answer };
    return answer;
  } catch {
    return undefined;
  }
}

function readAnswer(data: unknown): RememberedRisk | undefined {
  if (typeof data !== 'object' || data === null) return undefined;
  const { format: found, hash, template, version, region, asked, tasks } = data as Readonly<Record<string, unknown>>;
  const date = new Date(String(asked));
  const isSound =
    found === FORMAT &&
    typeof hash === 'string' &&
    typeof template === 'string' &&
    isOptionalText(version) &&
    isOptionalText(region) &&
    !Number.isNaN(date.getTime()) &&
    Array.isArray(tasks) &&
    tasks.every(isTask);
  if (!isSound) return undefined;
  return { hash, template, version, region, asked: date, tasks: tasks.map(taskOf) };
}

const isOptionalText = (value: unknown): value is string | undefined =>
  value === undefined || typeof value === 'string';

const isTexts = (value: unknown): value is readonly string[] =>
  Array.isArray(value) && value.every((it) => typeof it === 'string');

function isTask(value: unknown): value is ServiceRiskyTask {
  const it = value as Partial<ServiceRiskyTask> | null;
  return isOptionalText(it?.Service) && isOptionalText(it?.API) && isTexts(it?.Task) && isTexts(it?.Template);
}

/** Without what else a file may hold. */
const taskOf = ({ Service, API, Task, Template }: ServiceRiskyTask): ServiceRiskyTask => ({
  ...{ Service, API, Task, Template },
});
