import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { taskSelectors } from '../../server/src/analysis/jq/selectors.ts';
import type { ApiOperation, ApiParameter, ApiService } from '../../server/src/catalog/openApi/openApi.ts';
import { findParameter, findRequestParameter } from '../../server/src/catalog/openApi/requestNames.ts';
import { followPath } from '../../server/src/catalog/openApi/responsePaths.ts';
import { plainSteps } from '../../server/src/jq/plainPath.ts';
import { readSelector } from '../../server/src/jq/selector.ts';
import { asMapping, asSequence, keyName, stringOf, valueFor } from '../../server/src/syntax/navigate.ts';
import type { PairNode, ValueNode } from '../../server/src/syntax/node.ts';
import { TemplateDocument } from '../../server/src/template/document.ts';
import type { Task } from '../../server/src/template/template.ts';
import { bundledCatalog } from '../../server/src/workspace/bundledCatalog.ts';
import { corpusFolder, corpusTwins } from '../support/corpus.ts';
import { sayWithoutCorpus } from '../support/withoutCorpus.ts';

interface Unknown {
  readonly service: string;
  readonly api: string;
  /** Of a parameter, or of the field that a selector asks for; none for an operation. */
  readonly name?: string;
  readonly reason: string;
}

interface Reviewed {
  readonly operations: readonly Unknown[];
  readonly parameters: readonly Unknown[];
  readonly selectors: readonly Unknown[];
}

const reviewed: Reviewed = JSON.parse(readFileSync(new URL('unknownNames.json', import.meta.url), 'utf8'));
const { openApi } = bundledCatalog();

sayWithoutCorpus('no names of real templates are looked up');

/** A call in a template, and what of the catalogue it is about. */
interface Call {
  readonly task: Task;
  readonly at: string;
  readonly service: ApiService | undefined;
  readonly operation: ApiOperation | undefined;
}

/** Something that is looked up, and whether it is known. */
interface Lookup {
  readonly name: string;
  readonly known: boolean;
}

const apiActions = ['acs::executeapi', 'acs::waitfor', 'acs::checkfor'];

function callsIn(text: string): Call[] {
  const { template } = new TemplateDocument(text, 'yaml');
  const tasks = template?.allTasks.filter(({ action }) => apiActions.includes(action?.toLowerCase() ?? '')) ?? [];
  return tasks.map((task) => {
    const [code = '', api = ''] = ['Service', 'API'].map((key) => stringOf(valueFor(task.properties?.value, key)));
    const service = openApi.service(code);
    return { task, at: `${code.toUpperCase()} ${api}`, service, operation: service?.operation(api) };
  });
}

const pairsOf = (node: ValueNode | undefined): readonly PairNode[] => asMapping(node)?.pairs ?? [];

const requestPairs = ({ task }: Call) => pairsOf(valueFor(task.properties?.value, 'Parameters'));

function parameterLookups(call: Call): Lookup[] {
  const { operation, at } = call;
  if (!operation) return [];
  return requestPairs(call).map((pair) => {
    const name = keyName(pair);
    return { name: `${at} ${name}`, known: findRequestParameter(operation, name) !== undefined };
  });
}

/** The keys of maps that are written out in the value of a parameter, at any depth. */
function innerLookups(call: Call): Lookup[] {
  const { operation, at } = call;
  if (!operation) return [];
  return requestPairs(call).flatMap((pair) => {
    const { parameter } = findRequestParameter(operation, keyName(pair)) ?? {};
    return parameter ? inside(parameter, pair.value, at) : [];
  });
}

function inside({ name, fields }: ApiParameter, node: ValueNode | undefined, at: string): Lookup[] {
  if (fields.length === 0) return [];
  const items = asSequence(node)?.items ?? [node];
  const pairs = items.flatMap(pairsOf).filter((pair) => !keyName(pair).startsWith('Fn::'));
  return pairs.flatMap((pair) => {
    const { parameter } = findParameter(fields, keyName(pair)) ?? {};
    const own = { name: `${at} ${name} ${keyName(pair)}`, known: parameter !== undefined };
    return [own, ...(parameter ? inside(parameter, pair.value, at) : [])];
  });
}

/** The selectors that only walk. Known is also what leads into a map with free names. */
function selectorLookups({ task, at, service, operation }: Call): Lookup[] {
  if (!service || !operation) return [];
  const answer = service.response(operation.name);
  return taskSelectors(task).flatMap(({ value }) => {
    const steps = plainSteps(readSelector(String(value)).program.root) ?? [];
    if (steps.length === 0) return [];
    const { kind } = answer ? followPath(answer, steps) : { kind: 'no answer' };
    const name = steps.findLast((step) => step.kind === 'field')?.name;
    return [{ name: `${at} ${name}`, known: kind === 'value' || kind === 'untold' }];
  });
}

function shareOf(lookups: readonly Lookup[]): number {
  return lookups.filter(({ known }) => known).length / lookups.length;
}

const distinct = (lookups: readonly Lookup[]) => [...new Map(lookups.map((it) => [it.name, it])).values()];
const unknown = (lookups: readonly Lookup[]) => [...new Set(lookups.flatMap((it) => (it.known ? [] : it.name)))].sort();
const expected = (entries: readonly Unknown[]) =>
  entries.map(({ service, api, name }) => [service, api, ...(name === undefined ? [] : [name])].join(' ')).sort();

describe.runIf(corpusFolder !== undefined)('in real templates', () => {
  const calls = corpusTwins().flatMap(({ yaml }) => callsIn(yaml.text));
  const parameters = distinct(calls.flatMap(parameterLookups));
  const selectors = calls.flatMap(selectorLookups);

  test('the operations that are not known are the reviewed ones', () => {
    const lookups = calls.map(({ at, operation }) => ({ name: at, known: operation !== undefined }));
    console.log(`operations: ${distinct(lookups).length}, known: ${percent(shareOf(distinct(lookups)))}`);
    expect(unknown(lookups)).toEqual(expected(reviewed.operations));
  });

  test('at least 99 % of the names of parameters are known, but the reviewed ones', () => {
    console.log(`names of parameters: ${parameters.length}, known: ${percent(shareOf(parameters))}`);
    expect(shareOf(parameters)).toBeGreaterThanOrEqual(0.99);
    expect(unknown(parameters)).toEqual(expected(reviewed.parameters));
  });

  test('all names of inner parameters are known where the source tells of any', () => {
    const inner = calls.flatMap(innerLookups);
    expect(inner.length).toBeGreaterThan(0);
    expect(unknown(inner)).toEqual([]);
  });

  test('at least 98 % of the selectors that only walk lead somewhere, but the reviewed ones', () => {
    console.log(`plain selectors: ${selectors.length}, known: ${percent(shareOf(selectors))}`);
    expect(shareOf(selectors)).toBeGreaterThanOrEqual(0.98);
    expect(unknown(selectors)).toEqual(expected(reviewed.selectors));
  });
});

const percent = (share: number) => `${(share * 100).toFixed(1)} %`;
