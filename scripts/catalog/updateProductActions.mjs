// Writes schemas/product-actions.json, the facts about product actions, from a fuller list (see schemas/README.md).
// DATE is that of the templates of the list. node scripts/catalog/updateProductActions.mjs LIST DATE [OUTPUT]
import { readFileSync, writeFileSync } from 'node:fs';
import { byText, here } from './jsonFiles.mjs';

const [list, date, output = here('../../schemas/product-actions.json')] = process.argv.slice(2);
if (!/^\d{4}-\d\d-\d\d$/.test(date ?? '')) {
  console.error('usage: node scripts/catalog/updateProductActions.mjs LIST YYYY-MM-DD [OUTPUT]');
  process.exit(2);
}

/** A property is its type, with `!` when it is required, or a map when there is more to say. */
function fact({ Type, required, AllowedValues, MinValue, MaxValue, MinLength, MaxLength, Default }) {
  const type = required ? `${Type}!` : Type;
  const values = AllowedValues && [...new Set(AllowedValues)];
  const more = { values, min: MinValue ?? MinLength, max: MaxValue ?? MaxLength, default: shownDefault(Default) };
  return Object.values(more).every((it) => it === undefined) ? type : { type, ...more };
}

/** Addresses, ids and folders of somebody in particular are samples: nobody wants them as they stand. */
function shownDefault(value) {
  const text = typeof value === 'string' ? value : JSON.stringify(value ?? '');
  return /https?:|^\/root|[0-9a-f]{8}-[0-9a-f]{4}-|X{4}/i.test(text) ? undefined : value;
}

const callNames = (calls) => [...new Set(calls.map(({ Service, API }) => `${Service}/${API}`))].sort(byText);

function line({ OOSActionName, Properties, Outputs, Calls = [], CallsActions = [] }) {
  const properties = Object.fromEntries(Object.entries(Properties).map(([name, it]) => [name, fact(it)]));
  const calls = Calls.length > 0 ? callNames(Calls) : undefined;
  const actions = CallsActions.length > 0 ? CallsActions : undefined;
  return `${JSON.stringify(OOSActionName)}: ${JSON.stringify({ properties, outputs: Outputs, calls, actions })}`;
}

const actions = JSON.parse(readFileSync(list, 'utf8')).sort((a, b) => byText(a.OOSActionName, b.OOSActionName));
writeFileSync(output, `{\n"date": "${date}",\n"actions": {\n${actions.map(line).join(',\n')}\n}\n}\n`);
