import type { Catalog } from '../../catalog/catalog.ts';
import type { JsonMap } from '../../execution/json.ts';
import { parameterProblems } from '../../execution/parameters.ts';
import type { StartOptions } from '../../execution/run.ts';
import { startRun } from '../../execution/startRun.ts';
import type { Template } from '../../template/template.ts';
import { accountId } from '../callers/accounts.ts';
import { readFacts } from '../content.ts';
import { newExecutionId } from '../ids.ts';
import { invalid } from '../serviceError.ts';
import { type StoredExecution, templateOf, type UsedTemplate } from '../store/execution.ts';
import type { StoredTemplate, TemplateVersion } from '../store/state.ts';
import { refusalOf } from './refusedValues.ts';
import { riskyPaths } from './risk.ts';

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
    Pick<StartOptions, 'mode' | 'loopMode' | 'safetyCheck' | 'hidden'> {
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
  const { given, mode, loopMode, safetyCheck, hidden, ...facts } = wanted;
  const id = newExecutionId();
  const template = templateOf(wanted);
  const environment = environmentOf(wanted, id, now);
  checkGiven(template, wanted, environment);
  // Only effective with Mode Automatic, says the reference.
  const asks = safetyCheck === 'ConfirmEveryHighRiskAction' || mode !== 'Automatic';
  const paths = asks ? riskyPaths(template, catalog) : new Set<string>();
  const risky = (path: readonly string[]) => paths.has(JSON.stringify(path));
  return {
    ...facts,
    id,
    run: startRun(template, given, { mode, loopMode, safetyCheck, risky, environment, hidden }),
    taskDates: [],
    logs: [],
    due: {},
    created: now,
    started: undefined,
    updated: now,
    ended: undefined,
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

function checkGiven(
  template: Template,
  { given, hidden = [] }: Wanted,
  environment: Readonly<Record<string, string>>,
): void {
  const [problem] = parameterProblems(template, given, environment);
  if (problem !== undefined) throw invalid('Parameters', problem.replace(/\.$/, ''));
  for (const [name, value] of Object.entries(given)) {
    const parameter = template.parameters.get(name);
    const refused = parameter && refusalOf(parameter, value, hidden);
    if (refused !== undefined) throw invalid('Parameters', `${name}: ${refused}`);
  }
}
