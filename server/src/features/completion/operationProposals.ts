import type { ApiOperation, ApiService, OpenApi } from '../../catalog/openApi.ts';
import { productName } from '../../catalog/products.ts';
import type { Words } from '../../words/words.ts';
import { likeness } from './likeness.ts';
import type { Insertion, Proposal } from './proposal.ts';
import { requestValueSkeleton } from './requestProposals.ts';
import { map } from './skeletons.ts';

/** The services, those that templates use first. */
export function serviceProposals(openApi: OpenApi): Proposal[] {
  return openApi.serviceCodes.map((code) => {
    const uses = openApi.uses(code);
    return {
      label: code,
      kind: 'service',
      summary: productName(code),
      rank: uses === 0 ? 2 : 1 / (1 + uses),
      insertion: { kind: 'scalar', value: code },
    };
  });
}

/**
 * The operations of a service: those that templates use, then reading ones, then the others, the deprecated last. `hint`:
 * the name of the task, which often says what it calls.
 */
export function operationProposals(openApi: OpenApi, service: ApiService, hint?: string): Proposal[] {
  return service.operationNames.map((name) => {
    const operation = service.operation(name);
    const deprecated = operation?.deprecated ?? false;
    return {
      label: name,
      kind: 'operation',
      detail: operation && operationDetail(operation, service),
      rank: deprecated ? 3 : operationRank(name, openApi.uses(service.code, name)) - likeness(name, hint),
      deprecated,
      insertion: operation ? operationInsertion(operation) : { kind: 'scalar', value: name },
    };
  });
}

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

/** The operation and the parameters that it must have. */
export function operationInsertion(operation: ApiOperation): Insertion {
  const required = operation.parameters.filter((it) => it.required && it.name !== 'RegionId' && !it.deprecated);
  const parameters = required.map((it) => [it.name, requestValueSkeleton(it)] as const);
  if (operation.style === 'ROA' || parameters.length === 0) return { kind: 'scalar', value: operation.name };
  return { kind: 'scalarAndPairs', value: operation.name, pairs: [['Parameters', map(...parameters)]] };
}
