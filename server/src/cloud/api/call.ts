import { randomUUID } from 'node:crypto';
import { explain } from '../explain.ts';
import { OosError } from '../oosError.ts';
import type { CallOptions, Transport } from '../transport.ts';
import { type Encoded, encodeRequest } from './encodeRequest.ts';
import { type Unwrapped, unwrap } from './envelope.ts';
import type { JsonObject } from './jsonObject.ts';
import { type AnswerOf, type OperationName, operationSpec, operations, type RequestOf } from './operations.ts';
import { read } from './readAnswer.ts';
import { unexpected } from './unexpected.ts';

/** Calls an operation of the table and reads its answer. Rejects with an OosError and nothing else. */
export async function callTyped<O extends OperationName>(
  transport: Transport,
  operation: O,
  request: RequestOf<O>,
  options?: CallOptions,
): Promise<AnswerOf<O>> {
  const { body, requestId, innerRequestId } = await callOperation(transport, operation, request, options);
  const found = readBody(operation, body, requestId);
  const inner = innerRequestId === undefined ? {} : { InnerRequestId: innerRequestId };
  return { ...found, RequestId: requestId, ...inner } as AnswerOf<O>;
}

function readBody(operation: OperationName, body: JsonObject, requestId: string | undefined): object {
  const place = { operation, requestId, path: '' };
  try {
    return read(body, { fields: operations[operation].answer }, place) as object;
  } catch (error) {
    // Anything else can only come from an answer that is nested too deep for the stack.
    if (error instanceof OosError) throw error;
    return unexpected(place, { en: 'of a usual depth', zh: '正常的嵌套深度' });
  }
}

/**
 * Calls any operation by its API name, also those beyond the table, with values as TypeScript has them or as text. Rejects
 * with an OosError and nothing else.
 */
export async function callOperation(
  transport: Transport,
  operation: string,
  values: Readonly<Record<string, unknown>>,
  options?: CallOptions,
): Promise<Unwrapped> {
  const encoded = encodeRequest(operation, values);
  try {
    const sent = withClientToken(operation, encoded);
    return unwrap(operation, await transport.call(operation, sent, withSecrets(encoded, options)));
  } catch (error) {
    throw error instanceof OosError ? inContext(error, encoded) : error;
  }
}

/** With a token of its own a call may be sent again after trouble on the way, and still takes effect once. */
function withClientToken(operation: string, encoded: Encoded): Encoded {
  const takesToken = operationSpec(operation)?.parameters.ClientToken !== undefined;
  return takesToken && encoded.ClientToken === undefined ? { ...encoded, ClientToken: randomUUID() } : encoded;
}

/** Without a word of the caller which of the values of a template are secret, errors repeat none of them. */
function withSecrets({ Parameters }: Encoded, options: CallOptions | undefined): CallOptions | undefined {
  if (Parameters === undefined || options?.secrets !== undefined) return options;
  return { ...options, secrets: [Parameters, ...textsOf(jsonOf(Parameters))] };
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

/** The texts and numbers in a JSON value. */
function textsOf(value: unknown): string[] {
  if (typeof value === 'object' && value !== null) return Object.values(value).flatMap(textsOf);
  return typeof value === 'string' || typeof value === 'number' ? [String(value)] : [];
}

/** The same error with what the call was about, which the service does not always repeat. */
function inContext(error: OosError, sent: Encoded): OosError {
  const { facts } = error;
  if (facts.kind !== 'refused' || facts.subject !== undefined) return error;
  const subject = sent.TemplateName ?? sent.ExecutionId ?? sent.TaskExecutionId;
  const region = facts.region ?? sent.RegionId;
  if (subject === undefined && region === facts.region) return error;
  const known = { ...facts, subject, region };
  return new OosError(explain(known), known);
}
