import { existsSync, watch } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest';
import { Random } from '../mutants/random.ts';
import { type Installed, installedPackage } from '../support/bundles.ts';
import { folderWith } from '../support/folder.ts';
import { Evidence } from './evidence.ts';
import { Ledger } from './ledger.ts';
import { Program } from './program.ts';
import { auditRecovered, auditVersions } from './recovered.ts';
import { type Confirmed, Writer } from './writer.ts';

/** Set OOS_SEED to any text for other writes and other moments. */
const { OOS_SEED: seed = '2019-06-01' } = process.env;
const KILLS = 50;
/** How many programs, each with a file of its own, are at work at the same time. */
const PROGRAMS = 2;
const WRITERS = 4;

let installed: Installed;

beforeAll(async () => {
  installed = await installedPackage();
}, 60_000);

afterAll(() => installed.remove());

interface KillReport {
  readonly problems: string[];
  readonly confirmed: Confirmed;
  /** How often it began to write its file anew, and was killed for it. */
  rewrites: number;
  /** How often that was before the new file had taken the place of the old one. */
  amidRewrite: number;
}

/** Kills a program again and again, and looks after each restart whether everything is there that it had confirmed. */
async function killed(name: string, kills: number): Promise<KillReport> {
  const random = new Random(`${seed} ${name}`);
  const folder = folderWith({});
  const data = join(folder, 'oos.journal');
  const confirmed: Confirmed = {
    templates: new Ledger('templates'),
    executions: new Ledger('executions'),
    ids: new Map(),
    count: 0,
  };
  const report: KillReport = { problems: [], confirmed, rewrites: 0, amidRewrite: 0 };
  const lookForSecrets = () => {
    const evidence = new Evidence();
    evidence.addFiles(folder);
    report.problems.push(...evidence.leaks());
  };
  const writers = Array.from({ length: WRITERS }, (_, at) => {
    const own = `${name}-${at}`;
    return new Writer(own, new Random(`${seed} ${own}`), confirmed);
  });
  const start = async () => {
    const program = await Program.start(join(installed.folder, 'dist/oos.cjs'), folder, '--data', data);
    onTestFinished(() => program.kill());
    report.problems.push(...(await auditRecovered(program.api, confirmed)));
    return program;
  };
  for (let round = 0; round < kills && report.problems.length === 0; round++) {
    const program = await start();
    // In every other round only, so that some rewrites come to their end.
    const rewriting = watch(folder, (_, file) => {
      if (file !== 'oos.journal.new' || program.killed || round % 2 === 1) return;
      report.rewrites++;
      program.kill();
    });
    const enough = confirmed.count + 10 + random.below(60);
    const later = random.below(6);
    const progress = () => {
      if (confirmed.count === enough) setTimeout(() => program.kill(), later);
    };
    const work = writers.map((writer) => writer.work(program.api, progress, () => program.killed));
    report.problems.push(...(await Promise.all(work)).flat());
    program.kill();
    await program.over();
    rewriting.close();
    lookForSecrets();
    if (existsSync(`${data}.new`)) report.amidRewrite++;
  }
  const program = await start();
  report.problems.push(...(await auditVersions(program.api, confirmed)));
  lookForSecrets();
  return report;
}

test(`has all that it confirmed after each of ${KILLS} kills, and starts each time`, async () => {
  const begin = performance.now();
  const names = Array.from({ length: PROGRAMS }, (_, at) => `p${at}`);
  const reports = await Promise.all(names.map((name) => killed(name, KILLS / PROGRAMS)));
  for (const { confirmed, rewrites, amidRewrite } of reports) {
    const { count, templates, executions } = confirmed;
    console.log(
      `${count} writes confirmed, ${templates.size} templates, ${executions.size} executions, ` +
        `killed in ${rewrites} rewrites (${amidRewrite} before the end), ${Math.round(performance.now() - begin)} ms`,
    );
  }
  expect(reports.flatMap(({ problems }) => problems)).toEqual([]);
  expect(Math.min(...reports.map(({ confirmed }) => confirmed.count))).toBeGreaterThan(300);
  expect(Math.max(...reports.map(({ rewrites }) => rewrites))).toBeGreaterThan(0);
}, 600_000);
