import type { TextRange } from './node.ts';

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

export interface FlowEnd {
  /** Behind the last bracket, or where the missing ones belong. */
  readonly end: number;
  /** The closing brackets that are missing, '' when none is. */
  readonly missing: string;
  /** The innermost bracket that is not closed, or the first one. */
  readonly open: number;
  /** The `{{ }}` that stand in the place of a value without quotes. */
  readonly unquoted: readonly TextRange[];
}

const closing: Readonly<Record<string, string>> = { '{': '}', '[': ']' };
/** A line that is surely no part of a flow collection when it stands as far left as the key before it. */
const BLOCK_LINE = /^(?:- |-$|[A-Za-z][\w-]*:(?:\s|$))/;

/** Follows a flow collection from its bracket at `at` over lines and quotes to its end. */
export function findFlowEnd(text: string, at: number, parentIndent: number): FlowEnd {
  const stack: { readonly sign: string; readonly at: number }[] = [];
  const unquoted: TextRange[] = [];
  let last = at;
  for (let i = at; i < text.length; i++) {
    const sign = text.charAt(i);
    if (sign === '\n') {
      if (startsBlockLine(text, i + 1, parentIndent)) break;
      continue;
    }
    if (/\s/.test(sign)) continue;
    if (sign === '#' && /\s/.test(text.charAt(i - 1))) {
      i = lineEnd(text, i) - 1;
      continue;
    }
    const expression = sign === '{' ? unquotedExpression(text, i, at) : undefined;
    if (expression) {
      unquoted.push(expression);
      i = expression.end - 1;
    } else if ((sign === '"' || sign === "'") && startsValue(text, i)) i = quoteInFlow(text, i) - 1;
    else if (closing[sign]) stack.push({ sign, at: i });
    else if ((sign === '}' || sign === ']') && closing[stack.at(-1)?.sign ?? ''] === sign) stack.pop();
    last = i + 1;
    if (stack.length === 0) return { end: last, missing: '', open: at, unquoted };
  }
  const missing = stack
    .map(({ sign }) => closing[sign])
    .reverse()
    .join('');
  return { end: last, missing, open: stack.at(-1)?.at ?? at, unquoted };
}

function startsBlockLine(text: string, start: number, parentIndent: number): boolean {
  const line = text.slice(start, lineEnd(text, start));
  const indent = line.length - line.trimStart().length;
  return indent <= parentIndent && BLOCK_LINE.test(line.trim());
}

const startsValue = (text: string, at: number): boolean => /[[{,:\s]/.test(text.charAt(at - 1));

/** A quote that is not closed on its line is taken to end there: people type one value at a time. */
function quoteInFlow(text: string, at: number): number {
  const close = findQuoteEnd(text, at);
  return close !== undefined && /^[ \t\r]*(?:[,:\]}\n#]|$)/.test(text.slice(close, close + 80)) ? close : lineEnd(text, at);
}

/** `{{ x }}` at the place of a value; the outermost brackets of the collection are never taken for it. */
function unquotedExpression(text: string, at: number, outermost: number): TextRange | undefined {
  if (at === outermost || !text.startsWith('{{', at)) return undefined;
  const match = /^\{\{[^{}\n,]*\}\}[^,\]}\n]*/.exec(text.slice(at, lineEnd(text, at)));
  return match ? { start: at, end: at + match[0].trimEnd().length } : undefined;
}
