// Writes schemas/product-actions.json, the facts about product actions, from a fuller list (see schemas/README.md).
// node scripts/updateProductActions.mjs LIST [OUTPUT]
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const [list, output = fileURLToPath(new URL('../schemas/product-actions.json', import.meta.url))] =
  process.argv.slice(2);
if (list === undefined) {
  console.error('usage: node scripts/updateProductActions.mjs LIST [OUTPUT]');
  process.exit(2);
}

/** A property is its type, with `!` when it is required, or a map when there is more to say. */
function fact({ Type, required, AllowedValues, MinValue, MaxValue, MinLength, MaxLength }) {
  const type = required ? `${Type}!` : Type;
  const values = AllowedValues && [...new Set(AllowedValues)];
  const more = { values, min: MinValue ?? MinLength, max: MaxValue ?? MaxLength };
  return Object.values(more).every((it) => it === undefined) ? type : { type, ...more };
}

function line({ OOSActionName, Properties, Outputs }) {
  const properties = Object.fromEntries(Object.entries(Properties).map(([name, it]) => [name, fact(it)]));
  return `${JSON.stringify(OOSActionName)}: ${JSON.stringify({ properties, outputs: Outputs })}`;
}

// By code units, so that the order is the same on every machine.
const actions = JSON.parse(readFileSync(list, 'utf8')).sort((a, b) => (a.OOSActionName < b.OOSActionName ? -1 : 1));
writeFileSync(output, `{\n${actions.map(line).join(',\n')}\n}\n`);
