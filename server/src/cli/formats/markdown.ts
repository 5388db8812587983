import stringWidth from 'string-width';
import { pipe, type Terminal } from '../terminal/terminal.ts';

/** Lines longer than this are hard to read, however wide the terminal is. */
const widest = 100;
const codeIndent = '    ';

/**
 * A page in Markdown as a terminal shows it: headings stand out, code is set in, emphasis and links become plain words.
 * Knows what our own pages contain, in which each paragraph is one line, not all of Markdown.
 */
export function formatMarkdown(markdown: string, terminal: Terminal): string {
  const width = Math.min(terminal.width, widest);
  return render(markdown, terminal, (text, indent) => wrapped(text, indent, width));
}

/** The same without colour and with paragraphs in one line, for readers that wrap text by themselves. */
export function plainText(markdown: string): string {
  return render(markdown, pipe, (text, indent) => indent.first + text);
}

interface Indent {
  readonly first: string;
  readonly next: string;
}

type Wrap = (text: string, indent: Indent) => string;

function render(markdown: string, terminal: Terminal, wrap: Wrap): string {
  const lines: string[] = [];
  let fence: string | undefined;
  for (const text of markdown.split('\n')) {
    const mark = /^(`{3,}|~{3,})/.exec(text)?.[1];
    if (fence ? mark?.startsWith(fence) : mark) fence = fence ? undefined : mark;
    else if (fence) lines.push(text && terminal.paint('cyan', codeIndent + text));
    else lines.push(line(text, terminal, wrap));
  }
  return `${lines.join('\n').trim()}\n`;
}

function line(text: string, terminal: Terminal, wrap: Wrap): string {
  const heading = /^#{1,6} +(.*)$/.exec(text)?.[1];
  if (heading !== undefined) return terminal.paint('bold', inline(heading, pipe));
  const [, first = '', rest = text] = /^(\s*(?:[-*+]|\d+\.) )(.*)$/.exec(text) ?? [];
  return wrap(inline(rest, terminal), { first, next: ' '.repeat(first.length) });
}

function inline(text: string, { paint }: Terminal): string {
  // Code first: what it holds is no mark-up.
  return text
    .split(/(`+[^`]+`+)/)
    .map((part) => {
      if (part.startsWith('`')) return paint('cyan', part);
      return part
        .replace(/!?\[([^\]]*)\]\([^)]*\)/g, '$1')
        .replace(/\*\*(.+?)\*\*/g, (_, bold: string) => paint('bold', bold))
        .replace(/(?<![\w*\\])[*_](?=\S)(.+?)(?<=\S)[*_](?![\w*])/g, '$1')
        .replace(/<(https?:[^>]+)>/g, '$1')
        .replace(/\\([\\`*_{}[\]<>()#+\-.!|])/g, '$1');
    })
    .join('');
}

/** A word with the blank behind it, or a Chinese character with the punctuation that may not be parted from it. */
const pieces =
  /[（【《“‘]*[\u3040-\u30ff\u3400-\u9fff][，。、；：！？）】》”’…]*\s*|(?:(?![（【《“‘]*[\u3040-\u30ff\u3400-\u9fff])\S)+\s*|\s+/g;

function wrapped(text: string, { first, next }: Indent, width: number): string {
  const lines: string[] = [];
  let line = first;
  let empty = true;
  for (const [piece] of text.matchAll(pieces)) {
    if (!empty && stringWidth(line + piece.trimEnd()) > width) {
      lines.push(line.trimEnd());
      line = next;
    }
    line += piece;
    empty = false;
  }
  return [...lines, line.trimEnd()].join('\n');
}
