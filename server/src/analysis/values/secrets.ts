/** Names of what must stay secret: a password, a key, a token. `passwordName` or `passwordPolicy` are none. */
const SECRET_NAME =
  /(?:password|passwd|passphrase|passcode|pwd|secret|secretkey|privatekey|accesskey|apikey|(?:access|auth|api|bearer|security)token|(?:master|root|user|admin|login|db)pass)$/;
/** A name of a secret that another system keeps, not the secret itself. */
const NAME_OF_SECRET = /(?:pull|tls|kubernetes|k8s)secret$/;

export function isSecretName(name: string): boolean {
  const word = name.toLowerCase().replaceAll(/[^a-z0-9]/g, '');
  return SECRET_NAME.test(word) && !NAME_OF_SECRET.test(word);
}

/** Access key ids of Alibaba Cloud and AWS, and the head of a private key. */
const KEY = /\bLTAI[0-9A-Za-z]{12,26}\b|\bAKIA[0-9A-Z]{16}\b|-----BEGIN (?:[A-Z]+ )*PRIVATE KEY-----/;
const PLACEHOLDER = /^(?:\*+|[xX]+|\.+|-+|<.*>|\[.*\]|\$.*|%.*%)$|xxxx|\*\*\*|your[-_ ]?/i;

/** Where a text has a key written out. */
export function keyIn(text: string): { readonly start: number; readonly end: number } | undefined {
  const found = KEY.exec(text);
  if (!found || PLACEHOLDER.test(found[0])) return undefined;
  return { start: found.index, end: found.index + found[0].length };
}

/** A text that is a secret when it stands under a secret name: not empty, no reference, no stand-in. */
export function isWrittenOut(text: string): boolean {
  const value = text.trim();
  return (
    value !== '' && !value.includes('{{') && !PLACEHOLDER.test(value) && !/^(?:true|false|null|none|\/.*)$/i.test(value)
  );
}
