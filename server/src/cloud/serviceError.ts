import { explain } from './explain.ts';
import { OosError, type OosErrorFacts, type OosErrorKind } from './oosError.ts';
import { withoutSecrets } from './withoutSecrets.ts';

type Header = (name: string) => string | undefined;

/**
 * The error that an answer of the service means: one with a status other than 2xx, or one that says itself that it failed.
 * `body` is the parsed JSON, undefined where the answer was none; `header` finds a header by its name in lower case.
 */
export function serviceError(operation: string, httpStatus: number, body: unknown, header: Header): OosError {
  const parts = errorParts(body);
  const code = textOf(parts, 'Code', 'code');
  const message = textOf(parts, 'Message', 'message', 'Description');
  const facts: OosErrorFacts = {
    kind: kindOf(httpStatus, code),
    code,
    httpStatus,
    requestId: textOf(parts, 'RequestId', 'requestId', 'RequestID') ?? header('x-acs-request-id'),
    serviceMessage: message === undefined ? undefined : withoutSecrets(message),
    accessDenied: recordOf(parts.AccessDeniedDetail ?? parts.accessDeniedDetail),
    retryAfter: retryAfter(header),
    operation,
    region: regionOf(textOf(parts, 'HostId', 'hostId')),
    clockAhead: /TimeStamp/i.test(code ?? '') ? clockAhead(header('date')) : undefined,
  };
  return new OosError(explain(facts), facts);
}

function kindOf(httpStatus: number, code: string | undefined): OosErrorKind {
  if (httpStatus === 429 || /throttling/i.test(code ?? '')) return 'throttled';
  if (httpStatus >= 500) return 'server';
  if (httpStatus === 407) return 'proxy';
  // A success or a redirection that tells no code was not written by the service.
  return httpStatus < 400 && code === undefined ? 'protocol' : 'refused';
}

/** The object that tells the code: the body, or the only member of it, as in a converted XML answer. */
function errorParts(body: unknown): Readonly<Record<string, unknown>> {
  const parts = recordOf(body) ?? {};
  const [only, ...others] = Object.values(parts);
  return (others.length === 0 ? recordOf(only) : undefined) ?? parts;
}

function recordOf(value: unknown): Readonly<Record<string, unknown>> | undefined {
  if (typeof value === 'string' && value.startsWith('{')) {
    try {
      return recordOf(JSON.parse(value));
    } catch {
      return undefined;
    }
  }
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Readonly<Record<string, unknown>>)
    : undefined;
}

function textOf(parts: Readonly<Record<string, unknown>>, ...names: string[]): string | undefined {
  return names.map((name) => parts[name]).find((it): it is string => typeof it === 'string' && it !== '');
}

/** The header of this cloud counts milliseconds, that of HTTP seconds. */
function retryAfter(header: Header): number | undefined {
  const waits = [Number(header('x-acs-retry-after')), Number(header('retry-after')) * 1000];
  return waits.find((it) => Number.isFinite(it) && it > 0);
}

/** From a host name such as oos.cn-hangzhou.aliyuncs.com or oos-vpc.cn-hangzhou.aliyuncs.com. */
function regionOf(host: string | undefined): string | undefined {
  return /^oos(?:-vpc)?\.([a-z0-9-]+)\.aliyuncs\.com$/.exec(host ?? '')?.[1];
}

function clockAhead(date: string | undefined): number | undefined {
  const there = Date.parse(date ?? '');
  return Number.isNaN(there) ? undefined : Date.now() - there;
}
