import { refusals } from '../analysis/constraints.ts';
import type { Catalog } from '../catalog/catalog.ts';
import { parameterTypes } from '../catalog/parameterTypes.ts';
import { asJson, type JsonMap } from '../execution/json.ts';
import { parameterProblems } from '../execution/parameters.ts';
import type { StartOptions } from '../execution/run.ts';
import { startRun } from '../execution/startRun.ts';
import { stringOf, valueFor } from '../syntax/navigate.ts';
import { parse } from '../syntax/parse.ts';
import type { Parameter, Template } from '../template/template.ts';
import { accountId } from './accounts.ts';
import { readFacts } from './content.ts';
import { type StoredExecution, templateOf, type UsedTemplate } from './execution.ts';
import { newExecutionId } from './ids.ts';
import { riskyPaths } from './risk.ts';
import { invalid } from './serviceError.ts';
import type { StoredTemplate, TemplateVersion } from './state.ts';

/** What a caller, or the task of another execution, wants to have started. */
export interface Wanted
  extends Pick<
      StoredExecution,
      | 'region'
      | 'template'
      | 'executedBy'
      | 'parent'
      | 'tags'
      | 'description'
      | 'resourceGroupId'
      | 'clientToken'
      | 'call'
    >,
    Pick<StartOptions, 'mode' | 'loopMode' | 'safetyCheck'> {
  readonly given: JsonMap;
}

export function usedTemplate({ versions: _, ...meta }: StoredTemplate, version: TemplateVersion): UsedTemplate {
  return { name: meta.name, id: meta.id, meta, version };
}

/** A template that is given as a text and published nowhere. */
export function unpublished(content: string, catalog: Catalog, updatedBy: string, updated: number): UsedTemplate {
  const version = { ...readFacts(content, catalog), number: 1, name: undefined, content, updatedBy, updated };
  return { name: undefined, id: undefined, meta: undefined, version };
}

/** Throws a ServiceError for parameters that do not fit the template. */
export function newExecution(wanted: Wanted, catalog: Catalog, now: number): StoredExecution {
  const { given, mode, loopMode, safetyCheck, ...facts } = wanted;
  const id = newExecutionId();
  const template = templateOf(wanted);
  const environment = environmentOf(wanted, id, now);
  checkGiven(template, given, environment);
  // Only effective with Mode Automatic, says the reference.
  const asks = safetyCheck === 'ConfirmEveryHighRiskAction' || mode !== 'Automatic';
  const paths = asks ? riskyPaths(template, catalog) : new Set<string>();
  const risky = (path: readonly string[]) => paths.has(JSON.stringify(path));
  return {
    ...facts,
    id,
    run: startRun(template, given, { mode, loopMode, safetyCheck, risky, environment }),
    taskDates: [],
    logs: [],
    due: {},
    created: now,
    started: undefined,
    updated: now,
    ended: undefined,
    hidden: hiddenValues(template, given),
  };
}

const environmentOf = ({ region, executedBy }: Wanted, id: string, now: number): Readonly<Record<string, string>> => ({
  RegionId: region,
  AccountId: accountId,
  ExecutionId: id,
  ExecuteUser: executedBy,
  OOSUtilVersion: '1.0',
  CurrentUTCTime: new Date(now).toISOString().replace(/\.\d+/, ''),
  CurrentDate: new Date(now).toISOString().slice(0, 10),
});

function checkGiven(template: Template, given: JsonMap, environment: Readonly<Record<string, string>>): void {
  const [problem] = parameterProblems(template, given, environment);
  if (problem !== undefined) throw invalid('Parameters', problem.replace(/\.$/, ''));
  for (const [name, value] of Object.entries(given)) {
    const parameter = template.parameters.get(name);
    const refused = parameter && refusalOf(parameter, value);
    if (refused !== undefined) throw invalid('Parameters', `${name}: ${refused}`);
  }
}

/** The constraints are those that the checker knows for defaults. */
function refusalOf(parameter: Parameter, value: unknown): string | undefined {
  const named = stringOf(valueFor(parameter.attributes, 'Type')) ?? 'String';
  const type = parameterTypes.find(({ name }) => name === named)?.name ?? 'String';
  const { root } = parse(JSON.stringify(value), 'json');
  const [first] = root ? refusals(parameter, type, root) : [];
  return first?.message.en.replace('The default', 'The value').replace(/\.$/, '');
}

/** The values of parameters that are not to be shown. */
function hiddenValues(template: Template, given: JsonMap): string[] {
  return template.parameters.all.flatMap(({ name, attributes }) => {
    const mark = valueFor(attributes, 'NoEcho');
    if (mark?.kind !== 'scalar' || String(mark.value) !== 'true') return [];
    const key = Object.keys(given).find((it) => it.toLowerCase() === name.toLowerCase());
    const value = key === undefined ? undefined : asJson(given[key]);
    return value === undefined || value === null || value === '' ? [] : [String(value)];
  });
}
