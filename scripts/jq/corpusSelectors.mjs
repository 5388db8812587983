import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** What may stand where a reference stood: each selector with references becomes one program for each of these. */
const stands = ['1', '"x"', 'x'];

/** The distinct selectors of all JSON templates in a folder, with values in the place of their references. */
export function corpusSelectors(folder) {
  if (!folder) return [];
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.json'));
  const found = new Set();
  for (const file of files) collect(JSON.parse(readFileSync(join(folder, file), 'utf8')), found);
  return [...found].flatMap((text) =>
    text.includes('{{') ? stands.map((it) => text.replace(/\{\{.*?\}\}/gs, it)) : [text],
  );
}

function collect(value, found) {
  if (value === null || typeof value !== 'object') return;
  for (const [key, inner] of Object.entries(value)) {
    const selector = key === 'Fn::Jq' ? inner?.[1] : inner;
    if (/^(?:ValueSelector|PropertySelector|Fn::Jq)$/.test(key) && typeof selector === 'string') found.add(selector);
    collect(inner, found);
  }
}
