import type { CursorMends, CursorPatches } from './cursorPatches.ts';
import { patchJsonCursor } from './jsonCursor.ts';
import { contains } from './navigate.ts';
import type { Notation, ScalarNode, SyntaxNode, SyntaxTree, TextRange } from './node.ts';
import { parse } from './parse.ts';
import { type Patch, PatchedText } from './patchedText.ts';
import { patchYamlCursor, putWord } from './yamlCursor.ts';
import { type Dispensable, excerpt } from './yamlExcerpt.ts';
import { lineEnd, lineStartAt } from './yamlScan.ts';

/**
 * The tree of a copy of a text in which a word stands at the cursor, so that unfinished text has a node there. It is
 * used for one answer and never kept.
 */
export interface CursorTree {
  /** Its offsets are those of the copy. */
  readonly tree: SyntaxTree;
  /** The word that was put in. It occurs nowhere else in the text. */
  readonly word: string;
  /** From the root down to the scalar that holds the word, both included. A key comes behind its pair. */
  readonly path: readonly SyntaxNode[];
  readonly scalar: ScalarNode;
  readonly mends: CursorMends;
  /** The cursor in the text of the user. */
  readonly offset: number;
  /** A range of the copy in the text of the user. What was put in there has no width. */
  toOriginal(range: TextRange): TextRange;
}

export interface CursorOptions {
  /** What the reader of the tree can do without. */
  readonly leavesOut?: Dispensable;
  /** What `::` follows in names: a colon behind it is the first half of that. */
  readonly namespaces?: ReadonlySet<string>;
}

/** Larger texts are no templates: they are read once, whatever comes of it. */
const LARGEST = 200_000;

const none: ReadonlySet<string> = new Set();

/** Undefined where nothing can be written: in a comment, between a key and its colon, in a text too broken to read. */
export function cursorTree(
  text: string,
  notation: Notation,
  offset: number,
  { leavesOut, namespaces = none }: CursorOptions = {},
): CursorTree | undefined {
  const word = unusedWord(text);
  if (notation === 'json') {
    const patched = patchJsonCursor(text, offset, word, namespaces);
    return patched && read(text, notation, offset, word, patched, []);
  }
  const patched = patchYamlCursor(text, offset, word, namespaces);
  if (text.length > LARGEST) return patched && read(text, notation, offset, word, patched, []);
  const left = leavesOut ? excerpt(text, offset, leavesOut) : [];
  const attempt = (patches: CursorPatches) => {
    const short = left.length > 0 ? read(text, notation, offset, word, patches, left) : undefined;
    // What was left out may be more than it seemed.
    return isSound(short) ? short : read(text, notation, offset, word, patches, []);
  };
  const found = patched && attempt(patched);
  if (found && !isDoubtful(found)) return found;
  // Inside of a long text a line may look like one of the language, or like a comment.
  const plain = attempt(putWord(offset, word));
  // A plain text is never meant where a line by itself says that nothing can be written.
  if (!patched) return isSound(plain) && plain.scalar.style !== 'plain' && isInLongText(plain) ? plain : undefined;
  return isSound(plain) ? plain : (found ?? plain);
}

/** What was put in may have broken the text: then something is wrong beside it. Mistakes elsewhere are of no matter. */
function isDoubtful(cursor: CursorTree): boolean {
  const { tree, scalar, word } = cursor;
  if (isInLongText(cursor)) return true;
  const line = lineStartAt(tree.text, tree.text.indexOf(word));
  const end = lineEnd(tree.text, Math.max(line, scalar.range.end) + 1);
  return tree.problems.some(({ range }) => range.start <= end && range.end >= line - 1);
}

const isInLongText = ({ scalar, tree }: CursorTree): boolean =>
  tree.text.slice(scalar.range.start, scalar.range.end).includes('\n');

const isSound = (cursor: CursorTree | undefined): cursor is CursorTree => cursor?.tree.problems.length === 0;

function read(
  text: string,
  notation: Notation,
  offset: number,
  word: string,
  { patches, mends }: CursorPatches,
  left: readonly Patch[],
): CursorTree | undefined {
  const copy = new PatchedText(text, left.length === 0 ? patches : [...left, ...patches].sort(byStart));
  const tree = parse(copy.text, notation);
  const path = pathTo(tree, copy.text.indexOf(word));
  const scalar = path.at(-1);
  if (scalar?.kind !== 'scalar') return undefined;
  return { tree, word, path, scalar, mends, offset, toOriginal: (range) => copy.toOriginal(range) };
}

const byStart = (a: Patch, b: Patch): number => a.start - b.start;

/** Letters only, so that it can stand wherever a name can. */
function unusedWord(text: string): string {
  let word = 'Qzcursorzq';
  while (text.includes(word)) word += 'q';
  return word;
}

/** Empty when no scalar stands at the offset. */
function pathTo({ root }: SyntaxTree, at: number): readonly SyntaxNode[] {
  const path: SyntaxNode[] = [];
  let node: SyntaxNode | undefined = root;
  while (node) {
    path.push(node);
    if (node.kind === 'scalar') return path;
    node = childAt(node, at);
  }
  return [];
}

function childAt(node: Exclude<SyntaxNode, ScalarNode>, at: number): SyntaxNode | undefined {
  if (node.kind === 'pair') return [node.key, node.value].find((it) => it && contains(it.range, at));
  const children: readonly SyntaxNode[] = node.kind === 'mapping' ? node.pairs : node.items;
  return children.find((it) => it.range.start <= at && at < it.range.end);
}
