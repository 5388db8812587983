import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { isReadOnly, operationSpec, operations } from '../../server/src/cloud/api/operations.ts';
import type { ParameterSpec } from '../../server/src/cloud/api/parameterSpec.ts';
import type { Shape } from '../../server/src/cloud/api/shape.ts';

interface ReferenceParameter {
  readonly name: string;
  readonly type: string;
  readonly required: boolean;
  readonly requiredToday?: boolean;
  readonly enum?: readonly (string | { readonly value: string })[];
  readonly max?: number;
  readonly unit?: string;
  readonly format?: string;
}

interface Reference {
  readonly retrySafe?: boolean | string;
  readonly items?: string;
  readonly request: readonly ReferenceParameter[];
  readonly response: readonly { readonly path: string }[];
}

const file = process.env.OOS_API_OPERATIONS;
const reference: Readonly<Record<string, Reference>> =
  file !== undefined && existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')).operations : {};

/** Where the table knows more than the machine-readable reference: from its texts, or from the same name elsewhere. */
const stricter = [
  'AcceptLanguage of DescribeRegions',
  'ShareType of ListTemplateVersions',
  'Parameters of GetTemplateParameterConstraints',
];

function pathsOf(shape: Shape, path: string): string[] {
  if (typeof shape === 'string') return [path];
  if ('list' in shape) {
    const inner = shape.within === undefined ? path : `${path}.${shape.within}`;
    return [path, inner, ...pathsOf(shape.list, `${inner}[]`)];
  }
  if (!('fields' in shape)) return [];
  return [path, ...Object.entries(shape.fields).flatMap(([name, it]) => pathsOf(it, path ? `${path}.${name}` : name))];
}

describe.each(Object.keys(operations))('%s agrees with the machine-readable reference', (operation) => {
  const told = reference[operation];
  const spec = operationSpec(operation);

  test('in its parameters', ({ skip }) => {
    if (!told) return skip('OOS_API_OPERATIONS names no file, so the table is not compared with the reference');
    const required = (parameter: ReferenceParameter) => parameter.requiredToday ?? parameter.required;
    const facts = told.request.map((it) => ({ name: it.name, required: required(it), ...limitsOf(it) }));
    const ours = Object.entries(spec?.parameters ?? {}).map(([name, it]) => ({
      name,
      required: it.required ?? false,
      ...limitsOfSpec(stricter.includes(`${name} of ${operation}`) ? { kind: 'text' } : it),
    }));
    expect(sorted(ours)).toEqual(sorted(facts));
  });

  test('in what it answers, page by page, and whether it reads', ({ skip }) => {
    if (!told) return skip('OOS_API_OPERATIONS names no file, so the table is not compared with the reference');
    const ours = pathsOf({ fields: spec?.answer ?? {} }, '');
    expect(
      told.response.map(({ path }) => path).filter((path) => path !== 'RequestId' && !ours.includes(path)),
    ).toEqual([]);
    if (told.retrySafe !== undefined) expect(isReadOnly(operation)).toBe(told.retrySafe === true);
    expect(spec?.items !== undefined).toBe(told.request.some(({ name }) => name === 'NextToken'));
  });
});

const sorted = <T extends { readonly name: string }>(items: readonly T[]) =>
  [...items].sort((a, b) => (a.name < b.name ? -1 : 1));

function limitsOf({ type, enum: values, max, unit, format }: ReferenceParameter): object {
  return {
    type: type === 'string' ? 'text' : type,
    values: values?.map((it) => (typeof it === 'string' ? it : it.value)).sort(),
    ...(unit === 'items' && { most: max }),
    ...(type === 'integer' && { most: max }),
    json: /^JSON (?:array|object)/.exec(format ?? '')?.[0],
  };
}

function limitsOfSpec(spec: ParameterSpec): object {
  return {
    type: spec.kind === 'integer' || spec.kind === 'boolean' ? spec.kind : 'text',
    values: spec.kind === 'choice' ? [...spec.values].sort() : undefined,
    ...((spec.kind === 'list' || spec.kind === 'integer') && { most: spec.most }),
    json: { list: 'JSON array', tags: 'JSON object', map: 'JSON object' }[spec.kind as string],
  };
}
