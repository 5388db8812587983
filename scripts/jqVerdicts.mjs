// node scripts/jqVerdicts.mjs [--seed N] [--count N]
// Compares our reading of jq with the real jq 1.6: the same programs have to compile. Set OOS_CORPUS to a folder of
// templates to take their selectors in as well.
import { availableParallelism } from 'node:os';
import { parseArgs } from 'node:util';
import * as esbuild from 'esbuild';
import { corpusSelectors } from './jq/corpusSelectors.mjs';
import { Generator, mutated } from './jq/generate.mjs';
import { handMade } from './jq/handMade.mjs';
import { compiles, ensureJq, knowsFormat } from './jq/realJq.mjs';
import { seeded } from './jq/seeded.mjs';

const { values } = parseArgs({ options: { seed: { type: 'string' }, count: { type: 'string' } } });
const seed = Number(values.seed ?? 1);
const count = Number(values.count ?? 1500);

const { readJq, builtinArities, builtinNames, formats } = await load(
  `export { readJq } from './server/src/jq/jq.ts';
   export { builtinArities, builtinNames, formats } from './server/src/jq/builtins.ts';`,
);

try {
  ensureJq();
} catch (error) {
  console.error(error.message);
  process.exit(1);
}

const random = seeded(seed);
const generator = new Generator(random);
const selectors = corpusSelectors(process.env.OOS_CORPUS);
const generated = Array.from({ length: count }, () => generator.program());
const sources = [...selectors, ...handMade, ...generated];
const groups = {
  'from templates': selectors,
  'from templates, with a dot in front': selectors.map((it) => `.${it}`),
  'written by hand': handMade,
  'names of functions': functionCases(),
  generated,
  'with slips': Array.from({ length: count }, () => mutated(random.pick(sources), random)),
};

let wrong = formatMistakes();
let judged = 0;
const started = performance.now();
for (const [title, programs] of Object.entries(groups)) wrong += await compare(title, programs);
console.log(
  `${judged} programs in ${((performance.now() - started) / 1000).toFixed(0)} s, ${wrong} verdicts differ (seed ${seed})`,
);
if (judged < 2000) console.error('These are fewer than 2000 programs.');
process.exit(wrong > 0 || judged < 2000 ? 1 : 0);

/** Says how many verdicts differ. One jq runs for each processor. */
async function compare(title, programs) {
  const queue = [...new Set(programs)];
  const tally = { valid: 0, invalid: 0, skipped: 0 };
  let differing = 0;
  const work = async () => {
    for (let program = queue.pop(); program !== undefined; program = queue.pop()) {
      const real = await judge(program);
      tally[real.verdict]++;
      if (real.agrees) continue;
      differing++;
      console.error(`${title}: jq finds this ${real.verdict}, and we do not: ${JSON.stringify(program)}`);
    }
  };
  await Promise.all(Array.from({ length: availableParallelism() }, work));
  judged += tally.valid + tally.invalid;
  const skipped = tally.skipped > 0 ? `, ${tally.skipped} not judged` : '';
  console.log(`${title}: ${tally.valid} valid, ${tally.invalid} invalid${skipped}`);
  return differing;
}

async function judge(program) {
  const ours = verdict(readJq(program));
  const real = ours === undefined ? undefined : await compiles(program);
  if (real === undefined) return { verdict: 'skipped', agrees: true };
  return { verdict: real ? 'valid' : 'invalid', agrees: ours === real && dottedAgrees(program) };
}

/** A program that is read as if it had a dot in front must fare as the one that has it. */
function dottedAgrees(program) {
  if (!/^[A-Za-z_"[{(]/.test(program)) return true;
  return verdict(readJq(program, { dotted: true })) === verdict(readJq(`.${program}`));
}

/** Undefined where we do not judge: nested too deep, or with modules, which we refuse whatever they are. */
function verdict({ problems, tooDeep }) {
  if (tooDeep || problems.some(({ code }) => code === 'module')) return undefined;
  return problems.every(({ code }) => code === 'unknown-format');
}

/** Every function with every number of arguments. */
function functionCases() {
  const names = [
    ...builtinNames,
    '_plus',
    '_nwise',
    '_input',
    '_match_impl',
    '_modify',
    'nosuch',
    'abs',
    'pick',
    'ascii',
  ];
  const calls = names.flatMap((name) => [0, 1, 2, 3, 4].map((arity) => ({ name, arity })));
  // Most calls that do not exist say the same, so a part of them is enough.
  const some = calls.filter(
    ({ name, arity }) => builtinArities(name).includes(arity) || (name.length + arity) % 3 === 0,
  );
  return some.map(({ name, arity }) => (arity === 0 ? name : `${name}(${Array(arity).fill('.').join(';')})`));
}

function formatMistakes() {
  const asked = [...formats, 'base32', 'base32d', 'urid', 'yaml', 'JSON'];
  const mistaken = asked.filter((name) => knowsFormat(name) !== formats.includes(name));
  for (const name of mistaken) console.error(`format @${name}`);
  return mistaken.length;
}

/** Our TypeScript, as a module that Node reads. */
async function load(contents) {
  const { outputFiles } = await esbuild.build({
    stdin: { contents, resolveDir: new URL('..', import.meta.url).pathname, loader: 'ts' },
    bundle: true,
    write: false,
    format: 'esm',
    platform: 'node',
    target: 'node20',
  });
  return import(`data:text/javascript;base64,${Buffer.from(outputFiles[0].contents).toString('base64')}`);
}
