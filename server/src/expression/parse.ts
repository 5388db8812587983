import type { ScalarNode } from '../syntax/node.ts';
import { type ScalarText, scalarText } from '../syntax/scalarText.ts';
import type { Expression, ExpressionBody, NameAt } from './ast.ts';

const NAME = /^[A-Za-z0-9_-]+$/;
const PSEUDO = /^(acs::[A-Za-z0-9_]+)(?:\.(.+))?$/is;
const STORE = /^(oos|oos-secret)\s*:\s*(.*)$/s;
const PATH = /^([A-Za-z0-9_-]+)\s*\.\s*(.+)$/s;
/** Signs of a path that is more than a name, in which alone there may be spaces: `a.b[?x == 1]`, `a.b | length`. */
const JQ_SIGNS = /[[\]?|."'(){}=<>+*/,]/;

/** Every `{{ ... }}` of a scalar, in the order of the text. `source` is the whole file. */
export function parseExpressions(source: string, node: ScalarNode): Expression[] {
  if (typeof node.value !== 'string' || !node.value.includes('{{')) return [];
  const content = scalarText(source, node);
  const { text } = content;
  const from = valueStart(text, node);
  const first = text.length - text.slice(from).trimStart().length;
  const last = text.trimEnd().length;
  return bracesIn(text, from).map(({ open, close, end }) => ({
    range: content.rangeOf(open, end),
    body:
      close === undefined
        ? { kind: 'unclosed', text: text.slice(open + 2, end).trim() }
        : parseBody(content, open + 2, close),
    whole: close !== undefined && open === first && end === last,
  }));
}

/** The header of a block scalar (`>- # comment`) is no part of its value. */
function valueStart(text: string, { style }: ScalarNode): number {
  return style === 'literal' || style === 'folded' ? text.indexOf('\n') + 1 : 0;
}

interface Braces {
  readonly open: number;
  /** Where the `}}` begins. Without one, `end` is at the next `{{` or at the end of the text. */
  readonly close: number | undefined;
  readonly end: number;
}

function bracesIn(text: string, from: number): Braces[] {
  const found: Braces[] = [];
  let close = 0;
  for (let open = text.indexOf('{{', from); open >= 0; ) {
    // Searched for only when the last one has been passed: a text may hold any number of `{{` and no `}}`.
    if (close >= 0 && close < open + 2) close = text.indexOf('}}', open + 2);
    const again = text.indexOf('{{', open + 2);
    const closed = close >= 0 && (again < 0 || close < again);
    const end = closed ? close + 2 : again < 0 ? text.length : again;
    found.push({ open, close: closed ? close : undefined, end });
    open = closed ? text.indexOf('{{', end) : again;
  }
  return found;
}

function parseBody(content: ScalarText, from: number, to: number): ExpressionBody {
  const raw = content.text.slice(from, to);
  const text = raw.trim();
  const start = from + raw.length - raw.trimStart().length;
  const nameAt = (name: string, offset: number): NameAt => ({
    text: name,
    range: content.rangeOf(start + offset, start + offset + name.length),
  });
  if (text === '') return { kind: 'empty' };
  if (NAME.test(text)) return { kind: 'parameter', name: nameAt(text, 0) };
  const pseudo = PSEUDO.exec(text);
  if (pseudo?.[1]) return { kind: 'pseudo', name: nameAt(pseudo[1], 0) };
  const store = STORE.exec(text);
  if (store) {
    const name = store[2] ?? '';
    return { kind: 'store', name: nameAt(name, text.length - name.length), secret: store[1] === 'oos-secret' };
  }
  const path = PATH.exec(text);
  const [, owner = '', member = ''] = path ?? [];
  if (path && (NAME.test(member) || JQ_SIGNS.test(member))) {
    const tail = nameAt(member, text.length - member.length);
    return { kind: 'task', name: nameAt(owner, 0), path: tail, simple: NAME.test(member) };
  }
  const bad = /[^A-Za-z0-9_.-]/.exec(text)?.index ?? (/\.$/.test(text) ? text.length - 1 : 0);
  return { kind: 'malformed', text, at: content.rangeOf(start + bad, start + bad + 1) };
}
