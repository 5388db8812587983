import { keyName } from '../../server/src/syntax/navigate.ts';
import type {
  MappingNode,
  Notation,
  PairNode,
  ScalarNode,
  SyntaxNode,
  TextRange,
} from '../../server/src/syntax/node.ts';

/** What is being written, in the words of the people who write it. */
export const kinds = [
  'action, empty',
  'action, cut at 60 %',
  'product property',
  'atomic property',
  'Service',
  'API',
  'request parameter',
  'parameter attribute',
  'Type',
  'task key',
  'top-level key',
  'loop key',
  'jump target',
  'parameter reference',
  'output reference',
  'pseudo-parameter',
  'function name',
  'selector path',
  'AssociationProperty',
  'allowed value',
] as const;

export type Kind = (typeof kinds)[number];

/** The keys and indexes that lead to a node in the data. */
export type Path = readonly (string | number)[];

interface Wanted {
  readonly kind: Kind;
  /** What has to be offered. */
  readonly wanted: string;
  /** Names that OOS compares without regard to letter case. */
  readonly ignoresCase: boolean;
}

export interface ValueSite extends Wanted {
  readonly shape: 'value';
  readonly node: ScalarNode;
}

export interface KeySite extends Wanted {
  readonly shape: 'key';
  readonly mapping: MappingNode;
  readonly pair: PairNode;
}

/** A part of a text, such as a name between braces. */
export interface InnerSite extends Wanted {
  readonly shape: 'inner';
  readonly node: ScalarNode;
  readonly range: TextRange;
  /** What stands in front of the range belongs to the name too: the task before the dot. */
  readonly lead: string;
  /** The expression around it. */
  readonly braces: TextRange | undefined;
}

/** Something that a template has, and that completion should offer to whoever writes it. */
export type Site = ValueSite | KeySite | InnerSite;

/** A text as somebody has it who is just writing what stands at a site. */
export interface Position {
  readonly site: Site;
  /** Where the site is in the data of the whole text. */
  readonly path: Path;
  readonly file: string;
  readonly notation: Notation;
  /** The whole text. */
  readonly original: string;
  readonly text: string;
  readonly offset: number;
  /** What is left of what is wanted, before the cursor. */
  readonly typed: string;
  /** How it was cut, in a few words. */
  readonly way: string;
}

/** The paths of all nodes of a tree: those of pairs lead to their values. */
export function pathsOf(root: SyntaxNode | undefined): ReadonlyMap<SyntaxNode, Path> {
  const paths = new Map<SyntaxNode, Path>();
  const visit = (node: SyntaxNode | undefined, path: Path): void => {
    if (!node) return;
    paths.set(node, path);
    if (node.kind === 'sequence') node.items.forEach((item, index) => void visit(item, [...path, index]));
    if (node.kind !== 'mapping') return;
    for (const pair of node.pairs) {
      const inner = [...path, keyName(pair)];
      paths.set(pair, inner);
      visit(pair.value, inner);
    }
  };
  visit(root, []);
  return paths;
}
