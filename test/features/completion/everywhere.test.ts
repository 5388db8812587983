import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { complete } from '../../../server/src/features/completion/complete.ts';
import type { Notation } from '../../../server/src/syntax/node.ts';
import { TemplateDocument } from '../../../server/src/template/document.ts';
import { bundledCatalog } from '../../../server/src/workspace/bundledCatalog.ts';
import { hostileTexts } from '../../support/hostileTexts.ts';
import { toJson } from '../../support/toJson.ts';
import { withTabs } from '../../support/withTabs.ts';
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

test.each(Object.keys(hostileTexts(100)))('a text full of %s is answered', { timeout: 30_000 }, (name) => {
  const text = hostileTexts(5000)[name] ?? '';
  for (const notation of ['yaml', 'json'] as const) {
    for (const offset of [0, Math.floor(text.length / 2), text.length]) {
      expect(faultsAt(text, notation, offset)).toEqual([]);
    }
  }
});

/** What becomes of a text in which the items at an offset are accepted, one of each kind, with the rest kept and replaced. */
function* acceptedAt(text: string, notation: Notation, offset: number, replaces: boolean) {
  const { items } = complete(new TemplateDocument(text, notation), offset, { ...context, replaces });
  const first = new Map(items.toReversed().map((item) => [item.kind, item]));
  for (const item of first.values()) {
    for (const range of new Set([item.insertRange, item.range])) yield { item, after: apply(text, { ...item, range }) };
  }
}

const problemsOf = (text: string, notation: Notation) =>
  new TemplateDocument(text, notation).tree.problems.map(({ code }) => code);

const forms = bases.flatMap(({ name, text }) => [
  { name, notation: 'yaml' as const, text },
  { name, notation: 'json' as const, text: toJson(text) },
  { name: `${name} with tabs`, notation: 'json' as const, text: withTabs(toJson(text)) },
]);

test.each(['yaml', 'json'] as const)('accepting what is offered leaves a sound text sound, in %s', (wanted) => {
  let accepted = 0;
  const broken = forms
    .filter(({ notation }) => notation === wanted)
    .flatMap(({ name, notation, text }) =>
      [...offsetsIn(text, 401)].flatMap((offset) =>
        [false, true].flatMap((replaces) =>
          Array.from(acceptedAt(text, notation, offset, replaces), ({ item, after }) => {
            accepted++;
            const problems = problemsOf(after, notation);
            const blanks = name.endsWith('tabs') && /^\t* /m.test(after) ? ['blanks'] : [];
            return [...problems, ...blanks].map((it) => `${name} ${offset} ${item.label}: ${it}`);
          }).flat(),
        ),
      ),
    );
  expect(broken).toEqual([]);
  expect(accepted).toBeGreaterThan(200);
});

/** Some of the values of a text that end their line, with their quotes and the braces that they begin with. */
const valuesIn = (text: string) =>
  Array.from(text.matchAll(/(?<=: )(["']?)(\{\{ )?([^\s"'{[&*|>][^"'\\\n]*?)\1(?=,?\r?$)/gm)).filter(
    ([whole], index) => index % 5 === 0 && !/[}\]]$/.test(whole),
  );

test.each(['yaml', 'json'] as const)('accepting closes the text that is open, in %s', (wanted) => {
  let accepted = 0;
  const broken = forms
    .filter(({ notation }) => notation === wanted)
    .flatMap(({ name, notation, text }) =>
      valuesIn(text).flatMap(({ 0: whole, 1: quote = '', 2: braces = '', index }) => {
        if (quote === '') return [];
        const open = `${quote}${braces}`;
        const cut =
          text.slice(0, index) + open + text.slice(index + whole.length).replace(notation === 'json' ? /^,/ : '', '');
        return Array.from(acceptedAt(cut, notation, index + open.length, false), ({ item, after }) => {
          accepted++;
          return problemsOf(after, notation).map((it) => `${name} ${index} ${item.label}: ${it}`);
        }).flat();
      }),
    );
  expect(broken).toEqual([]);
  expect(accepted).toBeGreaterThan(80);
});

test.each(['yaml', 'json'] as const)(
  'nothing behind the cursor is lost but for the rest of a name, in %s',
  (wanted) => {
    let accepted = 0;
    const lost = forms
      .filter(({ notation }) => notation === wanted)
      .flatMap(({ name, notation, text }) =>
        valuesIn(text).flatMap(({ 0: whole, 1: quote = '', 3: content = '', index }) => {
          const offset = index + quote.length;
          return Array.from(acceptedAt(text, notation, offset, false), ({ item, after }) => {
            accepted++;
            return after.includes(content + quote) && after.length > text.length
              ? []
              : [`${name} ${offset} ${item.label}: ${whole}`];
          }).flat();
        }),
      );
    expect(lost).toEqual([]);
    expect(accepted).toBeGreaterThan(120);
  },
);
