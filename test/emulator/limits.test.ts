import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { ServiceError } from '../../server/src/emulator/serviceError.ts';
import { limits, type ParameterSpec } from '../../server/src/emulator/wire/limits.ts';
import { checkParameters } from '../../server/src/emulator/wire/parameters.ts';

/** A parameter in the table of the API reference, which is not part of the repository. */
interface ReferenceParameter {
  readonly name: string;
  readonly type: 'string' | 'integer' | 'boolean';
  readonly required: boolean;
  /** False: it was required in 2019 and no longer is. */
  readonly requiredToday?: boolean;
  readonly min?: number;
  readonly max?: number;
  readonly enum?: readonly (string | { readonly value: string })[];
  readonly pattern?: string;
  readonly format?: string;
  readonly default?: unknown;
}

type Reference = Readonly<Record<string, { readonly request: readonly ReferenceParameter[] }>>;

const file = process.env.OOS_API_OPERATIONS ?? '';
const reference: Reference | undefined = existsSync(file)
  ? JSON.parse(readFileSync(file, 'utf8')).operations
  : undefined;
const table: Readonly<Record<string, readonly ParameterSpec[]>> = limits;

/** Where later texts and examples take less than the reference of 2019. */
const lowerMinimum: Readonly<Record<string, number>> = { 'ListTemplates.MaxResults': 10, 'ListActions.MaxResults': 1 };

/** The kind of a parameter, where its entry tells it. */
function kindOf({ type, format = '', pattern = '' }: ReferenceParameter): ParameterSpec['kind'] | undefined {
  if (type !== 'string') return type;
  if (format.startsWith('JSON object')) return 'map';
  if (format.startsWith('JSON array')) return 'list';
  return pattern.startsWith('^\\d{4}') ? 'date' : undefined;
}

const byTheReference = (operation: string, it: ReferenceParameter) => ({
  name: it.name,
  kind: kindOf(it),
  required: it.required && it.requiredToday !== false,
  values: it.enum?.map((value) => (typeof value === 'string' ? value : value.value)).sort(),
  min: lowerMinimum[`${operation}.${it.name}`] ?? it.min,
  max: it.max,
  byDefault: typeof it.default === 'boolean' ? undefined : it.default,
});

/** What we say about a parameter, as far as the reference says something about it. */
function byOurs(operation: string, it: ReferenceParameter) {
  const spec = table[operation]?.find(({ name }) => name === it.name);
  const wanted = byTheReference(operation, it);
  const least = spec?.min ?? (spec?.pattern?.test('') === false ? 1 : undefined);
  return {
    name: spec?.name,
    kind: wanted.kind && spec?.kind,
    required: spec?.required,
    values: wanted.values && spec?.values?.toSorted(),
    min: wanted.min && least,
    max: wanted.max && spec?.max,
    byDefault: wanted.byDefault && spec?.byDefault,
  };
}

describe.runIf(reference)('the limits are those of the reference (OOS_API_OPERATIONS names the table)', () => {
  test.each(Object.keys(limits))('%s', (operation) => {
    const wanted = reference?.[operation]?.request ?? [];
    expect(table[operation]?.map(({ name }) => name).sort()).toEqual(wanted.map(({ name }) => name).sort());
    expect(wanted.map((it) => byOurs(operation, it))).toEqual(wanted.map((it) => byTheReference(operation, it)));
  });
});

test('there is something to compare with', ({ skip }) => {
  if (reference === undefined)
    skip('OOS_API_OPERATIONS names no table of the reference, so the limits are not compared');
});

function codeFor(operation: keyof typeof limits, given: Readonly<Record<string, string>>): string {
  try {
    checkParameters(limits[operation], new Map(Object.entries(given)));
    return 'accepted';
  } catch (error) {
    return error instanceof ServiceError ? error.code : String(error);
  }
}

describe('parameters', () => {
  const template = { TemplateName: 'a', Content: 'b' };
  const resource = { RegionId: 'r', ResourceType: 'template', ResourceIds: '["a"]' };
  const many = (count: number) =>
    JSON.stringify(Object.fromEntries(Array.from({ length: count }, (_, at) => [`k${at}`, 'v'])));
  const ids = (count: number) => JSON.stringify(Array.from({ length: count }, (_, at) => `id-${at}`));

  test.each([
    ['CreateTemplate', {}, 'MissingTemplateName'],
    ['CreateTemplate', { TemplateName: 'a', Content: '' }, 'MissingContent'],
    ['CreateTemplate', template, 'accepted'],
    ['CreateTemplate', { ...template, TemplateName: 'a'.repeat(200) }, 'accepted'],
    ['CreateTemplate', { ...template, TemplateName: 'a'.repeat(201) }, 'InvalidParameter.TemplateName'],
    ['CreateTemplate', { ...template, TemplateName: 'a b' }, 'InvalidParameter.TemplateName'],
    ['CreateTemplate', { ...template, TemplateName: 'acs-mine' }, 'InvalidParameter.TemplateName'],
    ['GetTemplate', { TemplateName: 'ACS-ECS-Reboot' }, 'accepted'],
    ['GetTemplate', { TemplateName: 'a', TemplateVersion: 'v0' }, 'InvalidParameter.TemplateVersion'],
    ['GetTemplate', { TemplateName: 'a', TemplateVersion: 'v200' }, 'accepted'],
    ['CreateTemplate', { ...template, Content: '字'.repeat(21_845) }, 'accepted'],
    ['CreateTemplate', { ...template, Content: '字'.repeat(21_846) }, 'InvalidParameter.Content'],
    ['CreateTemplate', { ...template, Tags: many(20) }, 'accepted'],
    ['CreateTemplate', { ...template, Tags: many(21) }, 'InvalidParameter.Tags'],
    ['CreateTemplate', { ...template, Tags: '{}' }, 'InvalidParameter.Tags'],
    ['CreateTemplate', { ...template, Tags: '{"a":1}' }, 'InvalidParameter.Tags'],
    ['CreateTemplate', { ...template, Tags: 'a=b' }, 'InvalidParameter.Tags'],
    ['TagResources', { ...resource, Tags: many(1) }, 'accepted'],
    ['TagResources', resource, 'MissingTags'],
    ['TagResources', { ...resource, Tags: many(1), ResourceIds: ids(50) }, 'accepted'],
    ['TagResources', { ...resource, Tags: many(1), ResourceIds: ids(51) }, 'InvalidParameter.ResourceIds'],
    ['TagResources', { ...resource, Tags: many(1), ResourceIds: '[1]' }, 'InvalidParameter.ResourceIds'],
    ['TagResources', { ...resource, Tags: many(1), RegionId: '' }, 'MissingRegionId'],
    ['DeleteExecutions', { ExecutionIds: ids(100) }, 'accepted'],
    ['DeleteExecutions', { ExecutionIds: ids(101) }, 'InvalidParameter.ExecutionIds'],
    ['ListTemplates', { MaxResults: '9' }, 'InvalidParameter.MaxResults'],
    ['ListTemplates', { MaxResults: '100' }, 'accepted'],
    ['ListTemplates', { MaxResults: '101' }, 'InvalidParameter.MaxResults'],
    ['ListTemplates', { MaxResults: '2.5' }, 'InvalidParameter.MaxResults'],
    ['ListTemplates', { HasTrigger: 'yes' }, 'InvalidParameter.HasTrigger'],
    ['ListTemplates', { SortOrder: 'ascending' }, 'InvalidParameter.SortOrder'],
    ['ListTemplates', { CreatedDateAfter: '2019-05-16T10:26:14Z' }, 'accepted'],
    ['ListTemplates', { CreatedDateAfter: '2019-05-16' }, 'InvalidParameter.CreatedDateAfter'],
    ['ListTemplates', { CreatedDateAfter: '2019-02-29T10:26:14Z' }, 'InvalidParameter.CreatedDateAfter'],
    ['ListTemplates', { CreatedDateAfter: '2019-05-16T24:00:00Z' }, 'InvalidParameter.CreatedDateAfter'],
    ['StartExecution', { Parameters: '[]' }, 'InvalidParameter.Parameters'],
    ['StartExecution', { ClientToken: 'x'.repeat(65) }, 'InvalidParameter.ClientToken'],
    ['NotifyExecution', { ExecutionId: 'e', NotifyType: 'Applaud' }, 'InvalidParameter.NotifyType'],
  ] as const)('%s %j', (operation, given, code) => {
    expect(codeFor(operation, given)).toBe(code);
  });

  test('what is missing is told before what does not fit', () => {
    expect(codeFor('CreateTemplate', { TemplateName: '???' })).toBe('MissingContent');
  });
});
