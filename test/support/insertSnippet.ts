import type { NewTask } from '../../server/src/features/newTask.ts';

/** A text with a snippet in it, as an editor puts it there: its lines get the white space of the line where it begins. */
export function insertSnippet(text: string, { offset, snippet, needsLine }: NewTask): string {
  const start = text.lastIndexOf('\n', offset - 1) + 1;
  const white = needsLine ? '' : (/^[ \t]*/.exec(text.slice(start, offset))?.[0] ?? '');
  const plain = snippet
    .replace(/\$\{\d+\|((?:\\.|[^\\|,])*)[^|]*\|\}/g, '$1')
    .replace(/\$\{\d+:((?:\\.|[^\\}])*)\}/g, '$1')
    .replace(/(?<!\\)\$\d/g, '')
    .replace(/\\([\\$}|,])/g, '$1');
  const lines = plain.replaceAll('\n', `\n${white}`);
  return text.slice(0, offset) + (needsLine ? '\n' : '') + lines + text.slice(offset);
}
