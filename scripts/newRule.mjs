// node scripts/newRule.mjs my-rule   writes rules/my-rule.ts and lists it in rules/index.ts
// node scripts/newRule.mjs           writes only the list anew
import { existsSync, readdirSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const folder = new URL('../server/src/analysis/rules/', import.meta.url);
const camel = (id) => id.replace(/-(.)/g, (_, letter) => letter.toUpperCase());

const id = process.argv[2];
if (id !== undefined) {
  const file = new URL(`${id}.ts`, folder);
  if (!/^[a-z]+(?:-[a-z0-9]+)+$/.test(id))
    fail(`'${id}' is no id: write lower-case words with dashes, such as missing-thing`);
  if (existsSync(file)) fail(`${fileURLToPath(file)} exists already`);
  writeFileSync(file, skeleton(id));
}

const ids = readdirSync(folder)
  .filter((name) => name.endsWith('.ts') && name !== 'index.ts')
  .map((name) => name.slice(0, -3))
  .sort();
const imports = ids.map((it) => `import { ${camel(it)} } from './${it}.ts';`);
writeFileSync(
  new URL('index.ts', folder),
  `import type { AnyRule } from '../rule.ts';
${imports.join('\n')}

/** Every rule, by id. */
export const rules: readonly AnyRule[] = [
${ids.map((it) => `  ${camel(it)},`).join('\n')}
];
`,
);

function fail(message) {
  console.error(message);
  process.exit(2);
}

function skeleton(name) {
  return `import { defineRule } from '../rule.ts';

export const ${camel(name)} = defineRule({
  id: '${name}',
  severity: 'warning',
  summary: { en: '', zh: '' },
  why: { en: '', zh: '' },
  invalid: [],
  valid: [],

  check({ template, report }) {},
});
`;
}
