type Members = Readonly<Record<string, unknown>>;

/**
 * The id that the service gives each of its answers, of the outer object, else of what it wraps in an envelope. Undefined: it is
 * not the service that has answered.
 */
export function requestIdOf(body: Members): string | undefined {
  const [only, ...others] = Object.values(body);
  const inner = others.length === 0 ? only : body.data;
  return ownId(body) ?? (isObject(inner) ? ownId(inner) : undefined);
}

/** Its case is not always the same. */
function ownId(body: Members): string | undefined {
  const id = body.RequestId ?? body.requestId ?? body.RequestID;
  return typeof id === 'string' && id !== '' ? id : undefined;
}

export function isObject(value: unknown): value is Members {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** What has come in the place of an answer of the service, in a few words, without a word of it: it may be secret. */
export function kindOfAnswer(body: unknown): { readonly en: string; readonly zh: string } {
  if (body === undefined) return { en: 'something that is not JSON', zh: '并非 JSON 的内容' };
  if (!isObject(body)) return { en: 'JSON that is not an object', zh: '并非对象的 JSON' };
  return { en: 'a JSON object without the RequestId that each answer of OOS has', zh: '缺少 RequestId 的 JSON 对象' };
}
