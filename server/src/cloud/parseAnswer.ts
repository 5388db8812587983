/**
 * Parses a JSON text of the service. Whole numbers with 16 digits or more come as text, since ids of accounts may be larger
 * than a number can hold. Throws a SyntaxError like JSON.parse; its message may quote the text, so do not show it.
 */
export function parseAnswer(text: string): unknown {
  return JSON.parse(/\d{16}/.test(text) ? text.replace(stringOrLongNumber, quoted) : text);
}

const stringOrLongNumber = /"[^"\\]*(?:\\.[^"\\]*)*"?|-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/gs;

function quoted(found: string): string {
  return /^-?\d{16,}$/.test(found) ? `"${found}"` : found;
}
