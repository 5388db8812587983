import type { IncomingMessage, ServerResponse } from 'node:http';
import { setTimeout as delay } from 'node:timers/promises';
import type { Accounts } from './callers/accounts.ts';
import { Gatekeeper, type SignatureDemand } from './callers/authenticate.ts';
import { checkPermission } from './callers/permissions.ts';
import type { Faults } from './faults/faults.ts';
import { type Mishap, mishapFor, sendTruncated, strikeAfter, strikeBefore } from './faults/mishaps.ts';
import type { Call, House } from './house.ts';
import { newRequestId } from './ids.ts';
import { operations } from './operations/operations.ts';
import { ServiceError, updateFailed } from './serviceError.ts';
import { isOperation, limits, type OperationName } from './wire/limits.ts';
import { checkParameters, type Parameters } from './wire/parameters.ts';
import { type Format, formatFor, type Reply, replyWith, replyWithError, send } from './wire/reply.ts';
import { type Shape, shaped } from './wire/shapes.ts';
import { Dropped, headerOf, parametersOf, readRequest, type WireRequest } from './wire/wireRequest.ts';

export interface ServiceOptions {
  readonly house: House;
  readonly accounts: Accounts;
  readonly faults: Faults;
  readonly shape: Shape;
  readonly signature: SignatureDemand;
  readonly region: string;
  /** How late an answer is under the fault `slow`, in milliseconds. */
  readonly slowness: number;
  /** Ends the waiting of late answers. */
  readonly closing: AbortSignal;
  /** Told of a mistake of this program. */
  readonly onFault: (error: unknown) => void;
}

const skew = 20 * 60 * 1000;

/** Answers requests. */
export class Service {
  readonly #options: ServiceOptions;
  readonly #gatekeeper: Gatekeeper;
  /** The templates that are being updated. */
  readonly #updating = new Set<string>();

  constructor(options: ServiceOptions) {
    this.#options = options;
    this.#gatekeeper = new Gatekeeper(options.accounts, options.signature);
  }

  async serve(message: IncomingMessage, response: ServerResponse): Promise<void> {
    const requestId = newRequestId();
    let format: Format = 'json';
    try {
      const request = await readRequest(message);
      format = formatFor(request);
      const { mishap, reply } = await this.#reply(request, requestId, format);
      if (mishap.name === 'truncated') sendTruncated(response, reply);
      else send(response, strikeAfter(mishap, reply, this.#options.faults), requestId);
    } catch (error) {
      if (error instanceof Dropped || this.#options.closing.aborted) response.destroy();
      else send(response, replyWithError(this.#asRefusal(error), requestId, format), requestId);
    }
  }

  async #reply(request: WireRequest, requestId: string, format: Format): Promise<{ mishap: Mishap; reply: Reply }> {
    const { house, faults, shape, region, slowness, closing } = this.#options;
    const operation = operationOf(request);
    const mishap = mishapFor(operation, faults);
    const now = Date.now() + (mishap.name === 'clock-skew' ? skew : 0);
    const caller = this.#gatekeeper.authenticate(request, operation, now);
    checkPermission(caller, operation);
    const parameters = checkParameters(limits[operation], parametersOf(request));
    strikeBefore(mishap, faults, parameters.text('TemplateName') ?? '');
    const call: Call = { ...house, operation, parameters, region: parameters.text('RegionId') ?? region, caller };
    const release = operation === 'UpdateTemplate' ? this.#startUpdate(call) : undefined;
    try {
      if (mishap.name === 'slow') await delay(slowness, undefined, { signal: closing });
      const answer = shaped(operation, operations[operation](call), requestId, shape);
      await house.store.durable();
      return { mishap, reply: replyWith(answer, `${operation}Response`, format) };
    } finally {
      release?.();
    }
  }

  /** Of two updates of one template at a time the later one fails, as the service has it. */
  #startUpdate({ region, parameters }: { region: string; parameters: Parameters }): () => void {
    const name = parameters.given('TemplateName');
    const key = `${region}/${name}`;
    if (this.#updating.has(key)) throw updateFailed(name);
    this.#updating.add(key);
    return () => this.#updating.delete(key);
  }

  #asRefusal(error: unknown): ServiceError {
    if (error instanceof ServiceError) return error;
    this.#options.onFault(error);
    return new ServiceError('InternalError', 500, 'The request processing has failed due to some unknown error.');
  }
}

function operationOf(request: WireRequest): OperationName {
  const parameters = parametersOf(request);
  const version = headerOf(request, 'x-acs-version') ?? parameters.get('Version');
  if (version !== '2019-06-01')
    throw new ServiceError('InvalidVersion', 400, 'Specified parameter Version is not valid.');
  // Of a request that is signed by parameters only these count.
  const named = headerOf(request, 'authorization') === undefined ? parameters.get('Action') : undefined;
  const action = named ?? headerOf(request, 'x-acs-action');
  const right = request.path === '/' && (request.method === 'GET' || request.method === 'POST');
  if (right && action !== undefined && isOperation(action)) return action;
  throw new ServiceError(
    'InvalidAction.NotFound',
    400,
    'Specified api is not found, please check your url and method.',
  );
}
