import { type Credential, maskedKey } from './credential.ts';

/** What stands in the place of a secret. */
export const MASK = '***';

/** Shorter values are no secrets, and replacing them would tear words apart. */
const SHORTEST_SECRET = 4;

/**
 * Takes these values out of texts, however they may stand there: as they are, with the escapes of JSON, percent-encoded once or
 * twice as in a string to sign, or in base64.
 */
export function redactor(secrets: Iterable<string | undefined>): (text: string) => string {
  const forms = [...secrets].flatMap((secret) =>
    secret === undefined || secret.length < SHORTEST_SECRET ? [] : writings(secret),
  );
  // The longest first: a secret may be the beginning of another one.
  const inOrder = [...new Set(forms)].sort((a, b) => b.length - a.length);
  return (text) => inOrder.reduce((rest, form) => rest.replaceAll(form, MASK), text);
}

/** Keys, tokens, signatures and `more` go; the id of the key stays recognisable where it stands as it is. */
function errorRedactor(credential: Credential, more: readonly string[]): (text: string) => string {
  const { accessKeyId, accessKeySecret, securityToken } = credential;
  const secrets = redactor([...more, accessKeySecret, securityToken, Buffer.from(accessKeyId).toString('base64')]);
  return (text) => {
    const rest = secrets(text).replace(/\b(Signature=)[\w%+/=-]+/g, '$1***');
    return accessKeyId.length < SHORTEST_SECRET ? rest : rest.replaceAll(accessKeyId, maskedKey(accessKeyId));
  };
}

/** Errors of the service are flat. What lies deeper is left out, so that no answer can exhaust the stack. */
const DEEPEST = 20;

/** The same JSON value with `redact` on each of its texts, and `ofNumber` on its numbers. Its keys stay as they are. */
export function redactedDeep(
  value: unknown,
  redact: (text: string) => string,
  ofNumber: (value: number) => unknown = (it) => it,
  depth = 0,
): unknown {
  if (typeof value === 'string') return redact(value);
  if (typeof value === 'number') return ofNumber(value);
  if (typeof value !== 'object' || value === null) return value;
  if (depth === DEEPEST) return undefined;
  const inside = (item: unknown) => redactedDeep(item, redact, ofNumber, depth + 1);
  if (Array.isArray(value)) return value.map(inside);
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, inside(item)]));
}

/** Words of the service alone. A value of the person that stands in them stands there by chance. */
const wordsOfService = /^(?:code|requestid|hostid)$/i;

/** An error of the service without keys, and without `more` wherever it may repeat what it was sent. */
export function redactedError(body: unknown, credential: Credential, more: readonly string[]): unknown {
  const [keys, all] = [errorRedactor(credential, []), errorRedactor(credential, more)];
  const partsOf = (value: unknown, depth: number): unknown => {
    if (depth > 1 || typeof value !== 'object' || value === null || Array.isArray(value)) {
      return redactedDeep(value, all);
    }
    const entries = Object.entries(value).map(([key, it]) =>
      wordsOfService.test(key) ? [key, redactedDeep(it, keys)] : [key, partsOf(it, depth + 1)],
    );
    return Object.fromEntries(entries);
  };
  return partsOf(body, 0);
}

function writings(secret: string): string[] {
  // Half a character cannot be sent, so this is what comes back.
  const sent = secret.replace(/\p{Surrogate}/gu, '\ufffd');
  const encoded = percentEncoded(sent);
  const web = [encoded, percentEncoded(encoded), encodeURIComponent(sent), Buffer.from(sent).toString('base64')];
  return [secret, sent, ...escaped(secret), ...escaped(sent), ...web];
}

/** In JSON, in JSON that is a text of JSON, in JSON of ASCII characters alone, and where only backslashes are doubled. */
function escaped(secret: string): string[] {
  const json = inJson(secret);
  const ascii = json.replace(/[\u0080-\uffff]/g, (it) => `\\u${it.charCodeAt(0).toString(16).padStart(4, '0')}`);
  return [json, inJson(json), ascii, inJson(ascii), secret.replaceAll('\\', '\\\\')];
}

const inJson = (text: string): string => JSON.stringify(text).slice(1, -1);

/** As signatures have it: RFC 3986. */
function percentEncoded(text: string): string {
  return encodeURIComponent(text).replace(/[!'()*]/g, (it) => `%${it.charCodeAt(0).toString(16).toUpperCase()}`);
}
