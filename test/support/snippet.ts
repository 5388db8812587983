import type { NewTask } from '../../server/src/features/newTask.ts';
import type { TextRange } from '../../server/src/syntax/node.ts';

/** A snippet of the Language Server Protocol without nested placeholders, with the first choice in each place. */
export function expand(snippet: string): { readonly plain: string; readonly holes: readonly TextRange[] } {
  let plain = '';
  const holes: TextRange[] = [];
  const token = /\\([\\$}])|\$(\d+)|\$\{(\d+)(?::((?:\\.|[^\\}$])*)|\|((?:\\.|[^\\|])*)\|)\}|([^\\$])/gsy;
  for (let at = 0; at < snippet.length; at = token.lastIndex) {
    token.lastIndex = at;
    const match = token.exec(snippet);
    if (!match) throw new Error(`no snippet from ${at} on: ${snippet}`);
    const [, escaped, stop, named, text = '', choices, letter] = match;
    const written = escaped ?? letter ?? (choices === undefined ? text : firstChoice(choices));
    const start = plain.length;
    plain += unescaped(written);
    if (stop !== undefined || named !== undefined) holes.push({ start, end: plain.length });
  }
  return { plain, holes };
}

const unescaped = (text: string): string => text.replace(/\\(.)/gs, '$1');
const firstChoice = (choices: string): string => /^(?:\\.|[^\\,])*/s.exec(choices)?.[0] ?? '';

/** A text with a snippet in it, as an editor puts it there: its lines get the white space of the line where it begins. */
export function insertSnippet(text: string, { offset, snippet, needsLine }: NewTask): string {
  const start = text.lastIndexOf('\n', offset - 1) + 1;
  const white = needsLine ? '' : (/^[ \t]*/.exec(text.slice(start, offset))?.[0] ?? '');
  const lines = expand(snippet).plain.replaceAll('\n', `\n${white}`);
  return text.slice(0, offset) + (needsLine ? '\n' : '') + lines + text.slice(offset);
}
