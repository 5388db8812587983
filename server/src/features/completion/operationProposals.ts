import { oncePer } from '../../analysis/oncePer.ts';
import type { ApiOperation, ApiService, OpenApi } from '../../catalog/openApi/openApi.ts';
import { productName } from '../../catalog/products.ts';
import type { Words } from '../../words/words.ts';
import { type InsertionContext, keptPerContext, referenceTo } from './insertionContext.ts';
import { likenessTo } from './likeness.ts';
import { operationDocumentation } from './operationDocumentation.ts';
import type { Insertion, Proposal } from './proposal.ts';
import { requestSkeleton } from './requestProposals.ts';
import { fixed, map } from './skeletons.ts';

export interface ServiceHints {
  /** The operation that stands beside it already. */
  readonly api?: string | undefined;
  /** The services that other tasks of the template call. */
  readonly others?: readonly string[] | undefined;
}

/** The services: those that the rest of the template points to, then those that templates use, then the others. */
export function serviceProposals(openApi: OpenApi, { api, others = [] }: ServiceHints = {}): Proposal[] {
  const called = new Set(others.map((it) => it.toUpperCase()));
  return openApi.serviceCodes.map((code) => {
    const uses = openApi.uses(code);
    const fits = api !== undefined && openApi.uses(code, api) > 0 ? 1 : 0;
    return {
      label: code,
      kind: 'service',
      summary: productName(code),
      rank: (uses === 0 ? 2 : 1 / (1 + uses)) - fits - (called.has(code) ? 0.5 : 0),
      insertion: { kind: 'scalar', value: code },
    };
  });
}

/**
 * The operations of a service: those that templates use, then reading ones, then the others, the deprecated last. `hint`:
 * the name of the task, which often says what it calls.
 */
export function operationProposals(
  openApi: OpenApi,
  service: ApiService,
  context: InsertionContext,
  hint?: string,
): readonly Proposal[] {
  const proposals = operationsIn(openApi)(service, context);
  const likeness = likenessTo(hint);
  return proposals.map((it) => {
    const alike = likeness(it.label);
    return alike === 0 ? it : { ...it, rank: it.rank - (it.deprecated ? 3 : 1) * alike };
  });
}

/** The operations that templates use, where the service is still to be written: it comes with them. */
export function usedOperationProposals({ used }: OpenApi, hint?: string): readonly Proposal[] {
  const likeness = likenessTo(hint);
  return used.map(({ service, api, uses }) => ({
    label: api,
    kind: 'operation',
    detail: { en: service, zh: service },
    rank: operationRank(api, uses) - likeness(api),
    insertion: { kind: 'scalarAndPairs', value: api, pairs: [['Service', fixed(service)]] },
  }));
}

/** Whatever the task is called. ECS alone has 380. */
const operationsIn = oncePer((openApi: OpenApi) =>
  keptPerContext((service: ApiService, context): readonly Proposal[] =>
    service.operationNames.map((name) => {
      const operation = service.operation(name);
      const deprecated = operation?.deprecated ?? false;
      return {
        label: name,
        kind: 'operation',
        detail: operation && operationDetail(operation, service),
        documentation: operation && (() => operationDocumentation(operation)),
        rank: deprecated ? 3 : operationRank(name, openApi.uses(service.code, name)),
        deprecated,
        insertion: operation ? operationInsertion(operation, context) : { kind: 'scalar', value: name },
      };
    }),
  ),
);

/** Ten times as many operations read as change something, and these are asked for again and again. */
const reading = /^(Describe|Get|List|Query|Search|Check)/;

function operationRank(name: string, uses: number): number {
  if (uses > 0) return 1 / (1 + uses);
  return reading.test(name) ? 1 : 1.5;
}

function operationDetail(operation: ApiOperation, service: ApiService): Words {
  const facts = [
    ...(operation.version === service.defaultVersion ? [] : [operation.version]),
    ...(operation.style === 'ROA' ? [`${operation.method ?? ''} ${operation.path ?? ''}`.trim()] : []),
  ].join(' ');
  return operation.deprecated
    ? { en: `deprecated ${facts}`.trim(), zh: `已弃用 ${facts}`.trim() }
    : { en: facts, zh: facts };
}

/** The operation, the parameters that it must have, and the region where the template has a parameter for it. */
function operationInsertion(operation: ApiOperation, context: InsertionContext): Insertion {
  const required = operation.required.filter((it) => it.name !== 'RegionId' && !it.deprecated);
  const region = referenceTo('regionId', context);
  const parameters = [
    ...(region ? [['RegionId', region] as const] : []),
    ...required.map((it) => [it.name, requestSkeleton(it.name, it, context)] as const),
  ];
  if (operation.style === 'ROA' || parameters.length === 0) return { kind: 'scalar', value: operation.name };
  return { kind: 'scalarAndPairs', value: operation.name, pairs: [['Parameters', map(...parameters)]] };
}
