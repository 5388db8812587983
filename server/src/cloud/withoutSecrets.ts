/** Longer messages are cut: what a person can use stands at the beginning. */
const MOST_CHARACTERS = 4000;

/**
 * A text of the service without what identifies a key. Errors about signatures repeat the request that was signed, with the
 * key id and the session token, so everything from there on is left out. Key ids keep their first and last four characters.
 */
export function withoutSecrets(text: string): string {
  return text
    .slice(0, MOST_CHARACTERS)
    .replace(/(?:[^.!]*\b)?string[\s-]?to[\s-]?sign\b.*$/is, '')
    .replace(
      /\b(AccessKeyId|SecurityToken|Signature|x-acs-security-token)(["']?\s*[=:]\s*["']?)[^\s&"',;]+/gi,
      '$1$2***',
    )
    .replace(/\b(?:LTAI|STS\.|TMP\.)[\w.-]{4,}/g, (id) =>
      id.length < 12 ? '***' : `${id.slice(0, 4)}***${id.slice(-4)}`,
    )
    .trim();
}
