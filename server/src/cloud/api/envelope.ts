import { serviceError } from '../serviceError.ts';
import type { Answer } from '../transport.ts';
import { isRecord, type JsonObject } from './jsonObject.ts';

/** An answer without what the service wraps around some of them. */
export interface Unwrapped {
  readonly body: JsonObject;
  /** The outer one where there are two. */
  readonly requestId: string | undefined;
  readonly innerRequestId: string | undefined;
}

/**
 * Takes off `{"<Action>Response": body}` and `{"code": 200, "data": body, "requestId": ...}`. Throws an OosError where the
 * second form says that the call failed in spite of its status.
 */
export function unwrap(operation: string, { body, requestId }: Answer): Unwrapped {
  const named = namedBody(body);
  if (named) return { body: named, requestId: idOf(named) ?? requestId, innerRequestId: undefined };
  if (!('successResponse' in body || 'code' in body)) {
    return { body, requestId: idOf(body) ?? requestId, innerRequestId: undefined };
  }
  refuseFailure(operation, body);
  const inner = isRecord(body.data) ? body.data : body;
  const outerId = idOf(body) ?? requestId;
  const innerId = idOf(inner);
  return {
    body: inner,
    requestId: outerId ?? innerId,
    innerRequestId: innerId === outerId || outerId === undefined ? undefined : innerId,
  };
}

function namedBody(body: JsonObject): JsonObject | undefined {
  const [[name, value] = ['', undefined], ...others] = Object.entries(body);
  return others.length === 0 && name.endsWith('Response') && isRecord(value) ? value : undefined;
}

function refuseFailure(operation: string, body: JsonObject): void {
  const status = Number(body.code);
  const failed = String(body.successResponse) === 'false' || status >= 400;
  if (failed) throw serviceError(operation, status >= 400 ? status : 200, body, () => undefined);
}

function idOf(body: JsonObject): string | undefined {
  const id = body.requestId ?? body.RequestId;
  return typeof id === 'string' && id !== '' ? id : undefined;
}
