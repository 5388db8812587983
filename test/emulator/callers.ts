import * as core from '@alicloud/openapi-core';
import Pop from '@alicloud/pop-core';
import type { AccessKey } from '../../server/src/emulator/callers/accounts.ts';
import type { Emulator } from '../../server/src/emulator/emulator.ts';

/** Parameters by their API names; lists and maps go out as JSON. */
export type Parameters = Readonly<Record<string, unknown>>;
// biome-ignore lint/suspicious/noExplicitAny: answers are looked at member by member
export type Body = any;
export type Caller = (operation: string, parameters?: Parameters) => Promise<Body>;

/** A call that was refused, in the words of the service. */
export class Refused extends Error {
  readonly code: string;
  readonly status: number | undefined;
  readonly data: Body;

  constructor(code: string, status: number | undefined, data: Body) {
    super(`${code}: ${data.Message}`);
    this.code = code;
    this.status = status;
    this.data = data;
  }
}

const onWire = (parameters: Parameters): Record<string, string> =>
  Object.fromEntries(
    Object.entries(parameters).map(([name, value]) => [
      name,
      typeof value === 'object' ? JSON.stringify(value) : String(value),
    ]),
  );

// vitest hands out the class itself, Node the exports around it.
const Client = (
  typeof core.default === 'function' ? core.default : core.default.default
) as typeof core.default.default;

/** Calls with the official core: headers are signed, everything stands in the form. `place: query` sends it there. */
export function coreCaller({ endpoint }: Emulator, key: AccessKey, place: 'body' | 'query' = 'body'): Caller {
  const client = new Client(
    new core.$OpenApiUtil.Config({ ...key, endpoint: new URL(endpoint).host, protocol: 'http' }),
  );
  const runtime = { readTimeout: 30_000, connectTimeout: 30_000 } as Body;
  return async (operation, parameters = {}) => {
    const params = new core.$OpenApiUtil.Params({
      action: operation,
      version: '2019-06-01',
      protocol: 'http',
      pathname: '/',
      method: place === 'body' ? 'POST' : 'GET',
      authType: 'AK',
      style: 'RPC',
      reqBodyType: 'formData',
      bodyType: 'json',
    });
    const request = new core.$OpenApiUtil.OpenApiRequest({ [place]: onWire(parameters) });
    try {
      return (await client.callApi(params, request, runtime)).body;
    } catch (error) {
      const { code, statusCode, data } = error as Body;
      if (data === undefined) throw error;
      throw new Refused(code, statusCode, data);
    }
  };
}

/** Calls with the old official core: parameters are signed. */
export function popCaller({ endpoint }: Emulator, key: AccessKey, method: 'GET' | 'POST' = 'POST'): Caller {
  const client = new Pop({ ...key, endpoint, apiVersion: '2019-06-01' } as Body);
  return async (operation, parameters = {}) => {
    try {
      return await client.request(operation, onWire(parameters), { method, timeout: 30_000 });
    } catch (error) {
      const { code, data } = error as Body;
      if (data === undefined) throw error;
      throw new Refused(code, undefined, data);
    }
  };
}

/** The error that a call ends with, as `CODE` or `CODE: message`. */
export async function refusal(
  call: Promise<unknown>,
): Promise<{ code: string; status: number | undefined; message: string; data: Body }> {
  try {
    const answer = await call;
    throw new Error(`it was answered: ${JSON.stringify(answer)}`);
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    return { code: error.code, status: error.status, message: error.data.Message, data: error.data };
  }
}
