/** Where the line begins that holds an offset. */
export const lineStartAt = (text: string, offset: number): number =>
  offset === 0 ? 0 : text.lastIndexOf('\n', offset - 1) + 1;

/** The offset of the line break that ends the line at `from`, or of the end of the text. */
export function lineEnd(text: string, from: number): number {
  const end = text.indexOf('\n', from);
  return end < 0 ? text.length : end;
}

/** The end of what stands between `from` and `end`, without white space and, if asked, without a comment. */
export function trimmedLineEnd(text: string, from: number, end: number, withoutComment = true): number {
  const part = text.slice(from, end);
  const comment = withoutComment ? part.search(/(?:^|\s)#/) : -1;
  return from + (comment < 0 ? part : part.slice(0, comment)).trimEnd().length;
}

/** The offset behind the closing quote of the scalar that opens at `at`; undefined: it is never closed. */
export function findQuoteEnd(text: string, at: number): number | undefined {
  const quote = text.charAt(at);
  for (let i = at + 1; i < text.length; i++) {
    if (quote === '"' && text[i] === '\\') i++;
    else if (text[i] === quote) {
      if (quote === "'" && text[i + 1] === quote) i++;
      else return i + 1;
    }
  }
  return undefined;
}

/** The length of the anchor and the tag in front of a key or value, white space included. */
export function propertiesLength(text: string, at: number, end: number): number {
  return /^[ \t]*(?:[&!]\S*[ \t]+)*/.exec(text.slice(at, end))?.[0].length ?? 0;
}

/** The offset behind the colon of a key that begins at `at`, in quotes or not, if one stands there. */
export function keyEnd(text: string, at: number, end: number): number | undefined {
  const line = text.slice(at, end);
  if (line.startsWith('"') || line.startsWith("'")) {
    const close = findQuoteEnd(line, 0);
    const colon = close === undefined ? undefined : /^[ \t]*:(?=\s|$)/.exec(line.slice(close));
    return close === undefined || !colon ? undefined : at + close + colon[0].length;
  }
  if (!/^(?![-?:](?:\s|$))[^\s#"'[\]{},&*!|>%@`]/.test(line)) return undefined;
  const comment = line.search(/\s#/);
  for (let colon = line.indexOf(':'); colon >= 0; colon = line.indexOf(':', colon + 1)) {
    if (comment >= 0 && comment < colon) return undefined;
    if (/^(?:\s|$)/.test(line.slice(colon + 1, colon + 2))) return at + colon + 1;
  }
  return undefined;
}
