import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { valueFor } from '../../server/src/syntax/navigate.ts';
import type { ScalarType } from '../../server/src/syntax/node.ts';
import { resolvePlain } from '../../server/src/syntax/plainScalar.ts';
import { TemplateDocument } from '../../server/src/template/document.ts';

type Value = string | number | boolean | null;

interface Read {
  readonly type: ScalarType;
  readonly value: Value;
}

/** How the value of `k:` is read from a whole YAML text. */
function readFromText(plain: string): Read {
  const { tree } = new TemplateDocument(`k: ${plain}`, 'yaml');
  const node = valueFor(tree.root, 'k');
  if (node?.kind !== 'scalar') throw new Error(`no scalar: ${plain}`);
  expect(tree.problems).toEqual([]);
  return { type: node.type, value: node.value };
}

describe.each<[ScalarType, Record<string, Value>]>([
  ['boolean', { yes: true, On: true, TRUE: true, no: false, OFF: false, False: false }],
  ['null', { '~': null, null: null, Null: null, NULL: null }],
  ['integer', { '0': 0, '42': 42, '-7': -7, '+7': 7, '0017': 15, '0x2a': 42, '-0b11': -3, '2_500': 2500 }],
  ['integer', { '8:15': 495, '-2:00': -120, '1:00:01': 3601, '36893488147419103232': 2 ** 65 }],
  ['float', { '2.50': 2.5, '3.': 3, '.25': 0.25, '-6.02e+23': -6.02e23, '1_0.5': 10.5, '2:30.5': 150.5 }],
  ['float', { '.inf': Infinity, '-.INF': -Infinity, '.NaN': Number.NaN }],
  ['timestamp', { '2024-02-29': '2024-02-29', '2023-7-4 5:06:07': '2023-7-4 5:06:07' }],
  ['timestamp', { '2023-07-04T05:06:07.89Z': '2023-07-04T05:06:07.89Z' }],
  ['string', { n: 'n', Y: 'Y', oN: 'oN', nil: 'nil', 'no way': 'no way', 'yes-man': 'yes-man' }],
  ['string', { '0o17': '0o17', '019': '019', '0xyz': '0xyz', '1e5': '1e5', '2.5e3': '2.5e3', '-.25': '-.25' }],
  ['string', { '7:60': '7:60', '08:15': '08:15', '2024-2-29': '2024-2-29', '2024-02': '2024-02', '2.0.1': '2.0.1' }],
  [
    'string',
    { PT5M: 'PT5M', '30%': '30%', 'ACS::WaitFor': 'ACS::WaitFor', 'i-1a2b': 'i-1a2b', 'cn-beijing': 'cn-beijing' },
  ],
  ['string', { '华东 1': '华东 1', 'a:b': 'a:b', 'a#b': 'a#b' }],
])('%s', (type, scalars) => {
  test.each(Object.entries(scalars))('%s', (plain, value) => {
    expect(resolvePlain(plain)).toMatchObject({ type, value });
    expect(readFromText(plain)).toEqual({ type, value });
  });
});

test.each(['2023-02-29', '2023-04-31', '2023-01-01 25:00:00', '<<', '='])('the service cannot read %s', (plain) => {
  expect(resolvePlain(plain)).toMatchObject({ unreadable: true });
  const { problems } = new TemplateDocument(`k: ${plain}`, 'yaml').tree;
  expect(problems.map(({ code }) => code)).toEqual(['scalar-unreadable']);
});

test.each(['yes', '42', '2.5', '~', '2024-02-29', '<<'])('in quotes %s is a string', (text) => {
  const expected = { type: 'string', value: text };
  expect(readFromText(`'${text}'`)).toEqual(expected);
  expect(readFromText(`"${text}"`)).toEqual(expected);
});

/** A scalar as PyYAML reads it. Numbers are written out, as a double cannot hold all of them; null has no value. */
interface Measured {
  readonly plain: string;
  readonly type: ScalarType | 'error';
  readonly value?: string | boolean;
}

/** The table that was measured with PyYAML, where it is at hand. */
function measuredScalars(): readonly Measured[] {
  const { OOS_SCALARS: named, OOS_CORPUS: corpus } = process.env;
  const file = named ?? (corpus === undefined ? undefined : join(corpus, '../oos/yaml-scalars.json'));
  if (file === undefined || !existsSync(file)) return [];
  return (JSON.parse(readFileSync(file, 'utf8')) as { readonly cases: readonly Measured[] }).cases;
}

/** The value that we should read; of a timestamp it is the text. */
function measuredValue({ plain, type, value }: Measured): Value {
  if (type === 'null') return null;
  if (type === 'timestamp') return plain;
  if (type !== 'integer' && type !== 'float') return value ?? null;
  const special: Record<string, number> = { inf: Infinity, '-inf': -Infinity, nan: Number.NaN };
  return special[String(value)] ?? Number(value);
}

describe('the measured table', () => {
  const measured = measuredScalars();
  const readable = measured.filter(({ type }) => type !== 'error');

  test('says when it is not at hand', ({ skip }) => {
    if (measured.length === 0) skip('neither OOS_SCALARS nor OOS_CORPUS leads to a table of scalars');
    expect(readable).toHaveLength(143);
  });

  test.each(readable)('$plain', (it) => {
    const expected = { type: it.type, value: measuredValue(it) };
    expect(readFromText(it.plain)).toEqual(expected);
    // `!` is a tag without a value, which never comes to the reader of plain scalars.
    if (it.plain !== '!') expect(resolvePlain(it.plain)).toMatchObject(expected);
  });

  test.each(measured.filter(({ type }) => type === 'error'))('$plain is a problem, not an exception', ({ plain }) => {
    expect(new TemplateDocument(`k: ${plain}`, 'yaml').tree.problems).not.toEqual([]);
  });
});
