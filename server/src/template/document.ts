import type { Notation, SyntaxTree } from '../syntax/node.ts';
import { parse } from '../syntax/parse.ts';
import { readTemplate } from './readTemplate.ts';
import type { Template } from './template.ts';

/** One version of one file. It never changes, so what is derived from it is computed once. */
export class TemplateDocument {
  readonly text: string;
  readonly notation: Notation;
  #tree: SyntaxTree | undefined;
  #template: { readonly value: Template | undefined } | undefined;

  constructor(text: string, notation: Notation) {
    this.text = text;
    this.notation = notation;
  }

  get tree(): SyntaxTree {
    this.#tree ??= parse(this.text, this.notation);
    return this.#tree;
  }

  /** Undefined while the text has no mapping at its root. */
  get template(): Template | undefined {
    this.#template ??= { value: readTemplate(this.tree) };
    return this.#template.value;
  }
}
