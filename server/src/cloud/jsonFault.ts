const TOKEN =
  /"(?:[ !#-[\]-\uffff]|\\(?:["\\/bfnrt]|u[\da-fA-F]{4}))*"|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?(?![\w.])|(?:true|false|null)(?!\w)|[{}[\],:]/y;

/** What may come next. */
type State = 'value' | 'item' | 'key' | 'first-key' | 'colon' | 'behind' | 'nothing';

const aValue = { '{': 'first-key', '[': 'item', '"': 'behind', other: 'behind' } as const;

/** Where each kind of token leads. */
const ways: Readonly<Record<State, Readonly<Partial<Record<string, State>>>>> = {
  value: aValue,
  item: { ...aValue, ']': 'behind' },
  key: { '"': 'colon' },
  'first-key': { '"': 'colon', '}': 'behind' },
  colon: { ':': 'value' },
  behind: { ',': 'key', '}': 'behind', ']': 'behind' },
  nothing: {},
};

/**
 * The offset at which a text stops being JSON; its end if it is JSON or only too short. The parser of the platform tells no
 * place, or quotes the text around it, which must not happen with files that hold keys.
 */
export function jsonFault(text: string): number {
  const open: string[] = [];
  let state: State = 'value';
  let offset = skipBlanks(text, 0);
  while (offset < text.length) {
    TOKEN.lastIndex = offset;
    const token = TOKEN.exec(text)?.[0];
    const next: State | undefined = token === undefined ? undefined : after(token, state, open);
    if (token === undefined || next === undefined) return offset;
    state = next;
    offset = skipBlanks(text, offset + token.length);
  }
  return text.length;
}

/** Line and column from one, of an offset. */
export function placeOf(text: string, offset: number): { line: number; column: number } {
  const before = text.slice(0, offset).split(/\r\n|\r|\n/);
  return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
}

function skipBlanks(text: string, from: number): number {
  let offset = from;
  while (offset < text.length && ' \t\r\n'.includes(text.charAt(offset))) offset += 1;
  return offset;
}

/** The state behind a token, or undefined if it may not stand there. `open` holds the brackets that are not closed yet. */
function after(token: string, state: State, open: string[]): State | undefined {
  const kind = /^[{}[\],:"]/.exec(token)?.[0] ?? 'other';
  const next = ways[state][kind];
  if (kind === '{' || kind === '[') open.push(kind);
  const partner = { '}': '{', ']': '[' }[kind];
  if (partner !== undefined && open.pop() !== partner) return undefined;
  if (kind === ',' && open.at(-1) === '[') return next && 'value';
  return next === 'behind' && open.length === 0 ? 'nothing' : next;
}
