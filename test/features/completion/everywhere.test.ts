import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { complete } from '../../../server/src/features/completion/complete.ts';
import type { Notation } from '../../../server/src/syntax/node.ts';
import { TemplateDocument } from '../../../server/src/template/document.ts';
import { bundledCatalog } from '../../../server/src/workspace/bundledCatalog.ts';
import { hostileTexts } from '../../support/hostileTexts.ts';
import { toJson } from '../../support/toJson.ts';
import { apply } from './check.ts';

const folder = new URL('../../mutants/bases/', import.meta.url);
const bases = readdirSync(folder).map((name) => ({ name, text: readFileSync(new URL(name, folder), 'utf8') }));
const context = { catalog: bundledCatalog(), snippets: false };

/** Offsets all over a text, a prime number apart. */
function* offsetsIn({ length }: string, step: number): Generator<number> {
  for (let offset = step % 7; offset <= length; offset += step) yield offset;
}

/** What is wrong with the items at an offset. */
function faultsAt(text: string, notation: Notation, offset: number): string[] {
  return complete(new TemplateDocument(text, notation), offset, context).items.flatMap((item) => {
    const { range, additionalEdits, label } = item;
    const isHeld = range.start <= offset && offset <= range.end && range.end <= text.length;
    const isOneLine = !text.slice(range.start, range.end).includes('\n');
    const isApart = additionalEdits.every((it) => it.range.end <= range.start || it.range.start >= range.end);
    return isHeld && isOneLine && isApart ? [] : [`${label} at ${offset}`];
  });
}

describe.each(bases)('$name', ({ text }) => {
  test.each([
    ['yaml', text],
    ['json', toJson(text)],
  ] as const)('every item can be accepted, wherever the cursor is in the %s', (notation, whole) => {
    for (const offset of offsetsIn(whole, 113)) expect(faultsAt(whole, notation, offset)).toEqual([]);
  });

  test.each([
    ['yaml', text],
    ['json', toJson(text)],
  ] as const)('a %s that ends at the cursor is answered', (notation, whole) => {
    for (const offset of offsetsIn(whole, 307)) expect(faultsAt(whole.slice(0, offset), notation, offset)).toEqual([]);
  });
});

test.each(Object.keys(hostileTexts(100)))('a text full of %s is answered', (name) => {
  const text = hostileTexts(5000)[name] ?? '';
  for (const notation of ['yaml', 'json'] as const) {
    for (const offset of [0, Math.floor(text.length / 2), text.length]) {
      expect(faultsAt(text, notation, offset)).toEqual([]);
    }
  }
});

test('accepting the first item leaves a sound text sound', () => {
  const broken = bases.flatMap(({ name, text }) =>
    [...offsetsIn(text, 401)].flatMap((offset) => {
      const [item] = complete(new TemplateDocument(text, 'yaml'), offset, context).items;
      const after = item && new TemplateDocument(apply(text, item), 'yaml').tree.problems;
      return after && after.length > 0 ? [`${name} ${offset} ${item.label}: ${after.map(({ code }) => code)}`] : [];
    }),
  );
  expect(broken).toEqual([]);
});
