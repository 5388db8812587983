import { Shadows } from '../../analysis/shadows.ts';
import type { Catalog } from '../../catalog/catalog.ts';
import type { AssessedTask } from '../../risk/assess.ts';
import type { PairNode, ScalarNode, SyntaxNode, TextRange } from '../../syntax/node.ts';
import { contentRange } from '../../syntax/scalarText.ts';
import type { TemplateDocument } from '../../template/document.ts';
import type { Template } from '../../template/template.ts';
import type { Words } from '../../words/words.ts';
import { type Location, locate } from '../completion/location.ts';
import { nodesAt } from './nodesAt.ts';

/** What is said about a name or a value. */
export interface Hover {
  readonly range: TextRange;
  readonly markdown: Words;
}

export interface HoverContext {
  readonly catalog: Catalog;
  /** The number of the line at an offset as people count, from 1. Only hosts know lines. */
  readonly lineOf: (offset: number) => number;
  /** What is risky, where the host has worked that out. */
  readonly risky?: readonly AssessedTask[] | undefined;
}

/** What stands at an offset, with all that the hovers look at. */
export interface Spot extends HoverContext, Location {
  readonly document: TemplateDocument;
  /** The template of the whole document; `template` is the innermost one. */
  readonly root: Template;
  readonly offset: number;
  readonly scalar: ScalarNode;
  /** Of the scalar, without its quotes. */
  readonly range: TextRange;
  /** The scalar is a key of this pair. Undefined: it is a value. */
  readonly keyOf: PairNode | undefined;
}

/** Undefined where no scalar stands, and in a part of a broken text of which it is not certain how it is meant. */
export function spotAt(document: TemplateDocument, offset: number, context: HoverContext): Spot | undefined {
  const root = document.template;
  const path = nodesAt(document.tree, offset);
  const scalar = path.at(-1);
  if (!root || scalar?.kind !== 'scalar' || isUncertain(document, root, scalar)) return undefined;
  const parent = path.at(-2);
  return {
    ...context,
    ...locate(root, path, true),
    document,
    root,
    offset,
    scalar,
    range: contentRange(document.text, scalar),
    keyOf: parent?.kind === 'pair' && parent.key === scalar ? parent : undefined,
  };
}

function isUncertain({ tree }: TemplateDocument, root: Template, { range }: SyntaxNode): boolean {
  const tasks = [root, ...childrenOf(root)].flatMap(({ allTasks }) => allTasks);
  return new Shadows(tree, tasks).hides({ rule: '', range });
}

const childrenOf = ({ children }: Template): Template[] => children.flatMap((it) => [it, ...childrenOf(it)]);
