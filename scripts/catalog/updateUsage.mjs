// Writes schemas/usage.json: how often public templates use actions and operations (see schemas/README.md).
// node scripts/catalog/updateUsage.mjs ACTIONS OPERATIONS [OUTPUT]
import { writeFileSync } from 'node:fs';
import { byText, here, readJson, sortedEntries } from './jsonFiles.mjs';

const [actionsFile, operationsFile, output = here('../../schemas/usage.json')] = process.argv.slice(2);
if (operationsFile === undefined) {
  console.error('usage: node scripts/catalog/updateUsage.mjs ACTIONS OPERATIONS [OUTPUT]');
  process.exit(2);
}

/** Adds up the counts of names that differ in letter case only. The name that is used most stands for them. */
function counted(pairs) {
  const sums = new Map();
  for (const [name, count] of pairs) {
    const sum = sums.get(name.toLowerCase()) ?? { name, most: 0, count: 0 };
    const best = count > sum.most ? { name, most: count } : sum;
    sums.set(name.toLowerCase(), { ...sum, ...best, count: sum.count + count });
  }
  const named = [...sums.values()].map(({ name, count }) => [name, count]);
  return Object.fromEntries(named.sort(([a], [b]) => byText(a, b)));
}

const { actions } = readJson(actionsFile);
const byService = new Map();
for (const { Service, API, Count } of readJson(operationsFile)) {
  const service = Service.toUpperCase();
  byService.set(service, [...(byService.get(service) ?? []), [API, Count]]);
}

const lines = (map) => sortedEntries(map).map(([name, it]) => `    ${JSON.stringify(name)}: ${JSON.stringify(it)}`);
const operations = Object.fromEntries([...byService].map(([service, pairs]) => [service, counted(pairs)]));
const uses = counted(Object.entries(actions).map(([name, { uses: count }]) => [name, count]));
writeFileSync(
  output,
  `{\n  "actions": {\n${lines(uses).join(',\n')}\n  },\n  "operations": {\n${lines(operations).join(',\n')}\n  }\n}\n`,
);
