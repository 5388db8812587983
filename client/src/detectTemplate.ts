/**
 * How much of a text is looked at, in UTF-16 units. In published templates `FormatVersion` begins within the first 300,
 * and a look of this size costs far less than a millisecond.
 */
export const HEAD_LENGTH = 16_384;

/** How many lines of a text are looked at, since a text of empty lines would take its time. */
export const HEAD_LINES = 1024;

/**
 * Whether the root of a YAML or JSON text has a `FormatVersion` that begins with `OOS-`. Only the head is read, and it
 * may be cut anywhere; the server, which reads the whole text, decides what is checked.
 */
export function declaresOosTemplate(head: string): boolean {
  return /^\uFEFF?\s*\{/.test(head) ? declaredInBraces(head) : declaredInBlock(head);
}

/** Strings are read whole, so that braces and words inside them do not count. */
const bracesToken = /"(?:[^"\\]|\\[\s\S])*"?|\/\/.*|\/\*[\s\S]*?(?:\*\/|$)|[{}[\]]|[\w-]+/g;
const oosValue = /['"]?\s*:\s*['"]?OOS-/y;

function declaredInBraces(head: string): boolean {
  let depth = 0;
  for (const { 0: token, index } of head.matchAll(bracesToken)) {
    if (token === '{' || token === '[') depth += 1;
    else if (token === '}' || token === ']') depth -= 1;
    else if (depth === 1 && token.replaceAll('"', '') === 'FormatVersion') {
      oosValue.lastIndex = index + token.length;
      if (oosValue.test(head)) return true;
    }
  }
  return false;
}

const blockKey = /^( *)(['"]?)FormatVersion\2[ \t]*:[ \t]+['"]?OOS-/;

/** Root keys stand as far left as the first line that says anything. */
function declaredInBlock(head: string): boolean {
  const lines = head.replace(/^\uFEFF/, '').split(/\r\n?|\n/);
  const first = lines.find((line) => !/^\s*(?:#|$)|^(?:---|%)/.test(line));
  if (first === undefined) return false;
  const rootIndent = first.search(/\S/);
  return lines.some((line) => blockKey.exec(line)?.[1]?.length === rootIndent);
}
