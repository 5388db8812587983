import { explain } from '../explain.ts';
import { OosError, type OosErrorFacts } from '../oosError.ts';
import type { CallOptions, Transport } from '../transport.ts';
import type { Execution } from './answers.ts';
import { callTyped } from './call.ts';
import {
  type AnswerOf,
  type ItemOf,
  type ListOperation,
  type OperationName,
  operations,
  type RequestOf,
} from './operations.ts';
import { eachItem, type Page, type PagingOptions } from './paging.ts';
import type { ParameterSpec, ParameterSpecs } from './parameterSpec.ts';

type Arguments<O extends OperationName> =
  Record<never, never> extends RequestOf<O>
    ? [request?: RequestOf<O>, options?: CallOptions]
    : [request: RequestOf<O>, options?: CallOptions];

/** One method for each operation, with its name in camel case. */
type Methods = {
  readonly [O in OperationName as Uncapitalize<O>]: (...given: Arguments<O>) => Promise<AnswerOf<O>>;
};

/** The OOS API over one connection. Requests and answers keep their names on the wire. Everything rejects with OosErrors. */
export interface OosApi extends Methods {
  /**
   * The items of all pages, one by one; pages are fetched as they are needed, and as large as the service allows. Ends with a
   * `cancelled` OosError when the signal says so, and with a `protocol` one when there is no end to the pages.
   */
  each<O extends ListOperation>(
    operation: O,
    request: RequestOf<O>,
    options?: PagingOptions,
  ): AsyncGenerator<ItemOf<O>, void, undefined>;
  /**
   * The execution with this very id. The API has no such operation, so it is looked up in the list. Rejects with the code
   * EntityNotExists.Execution where there is none.
   */
  getExecution(id: string, options?: CallOptions): Promise<Execution>;
}

export function createOosApi(transport: Transport): OosApi {
  const methods = Object.fromEntries(
    (Object.keys(operations) as OperationName[]).map((name) => [
      name.charAt(0).toLowerCase() + name.slice(1),
      (request = {}, options?: CallOptions) => callTyped(transport, name, request as never, options),
    ]),
  ) as unknown as Methods;
  return {
    ...methods,
    each: (operation, request, options = {}) =>
      eachItem(operation, (token) => fetchPage(transport, operation, request, token, options), options),
    getExecution: (id, options) => getExecution(methods, id, options),
  };
}

async function fetchPage<O extends ListOperation>(
  transport: Transport,
  operation: O,
  request: RequestOf<O>,
  token: string | undefined,
  options: CallOptions,
): Promise<Page<ItemOf<O>>> {
  const { parameters, items } = operations[operation];
  const next = token === undefined ? {} : { NextToken: token };
  const answer = await callTyped(transport, operation, { ...largestPage(parameters), ...request, ...next }, options);
  const found = answer as unknown as Readonly<Record<string, readonly ItemOf<O>[]>> & { NextToken: string | undefined };
  return { items: found[items] ?? [], token: found.NextToken };
}

/** Fewer calls for the same list. Where no limit is known, the size is left to the service. */
function largestPage(parameters: ParameterSpecs): { MaxResults?: number } {
  const spec: ParameterSpec | undefined = parameters.MaxResults;
  return spec?.kind === 'integer' && spec.most !== undefined ? { MaxResults: spec.most } : {};
}

/** Executions that others have started as parts of theirs are listed only when they are asked for. */
async function getExecution(methods: Methods, id: string, options?: CallOptions): Promise<Execution> {
  for (const IncludeChildExecution of [undefined, true]) {
    const { Executions } = await methods.listExecutions({ ExecutionId: id, IncludeChildExecution }, options);
    const found = Executions.find(({ ExecutionId }) => ExecutionId === id);
    if (found) return found;
  }
  const facts: OosErrorFacts = {
    kind: 'refused',
    code: 'EntityNotExists.Execution',
    operation: 'ListExecutions',
    subject: id,
  };
  throw new OosError(explain(facts), facts);
}
