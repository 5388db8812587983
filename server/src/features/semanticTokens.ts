import type { Catalog } from '../catalog/catalog.ts';
import { pairOf, stringOf, valueFor } from '../syntax/navigate.ts';
import type { ScalarNode, TextRange, ValueNode } from '../syntax/node.ts';
import { contentRange } from '../syntax/scalarText.ts';
import type { TemplateDocument } from '../template/document.ts';
import { jumpTarget } from '../template/jumpTarget.ts';
import { findTask } from '../template/scope.ts';
import type { Entry, Task, Template, Use } from '../template/template.ts';

/** In the order of the legend, all of them words of the protocol. */
export const tokenTypes = ['class', 'function', 'method', 'parameter', 'property', 'variable'] as const;
/** Words of the protocol, and `risky` of ours: what is called there is high-risk. */
export const tokenModifiers = ['declaration', 'readonly', 'defaultLibrary', 'deprecated', 'risky'] as const;

type TokenType = (typeof tokenTypes)[number];
type TokenModifier = (typeof tokenModifiers)[number];

/** A name, and what it names: an action is a class, an operation a method, a task a variable, an output a property. */
export interface SemanticToken {
  /** On one line, never empty. */
  readonly range: TextRange;
  readonly type: TokenType;
  readonly modifiers: readonly TokenModifier[];
}

export interface TokenContext {
  readonly catalog: Catalog;
  /** The places of risky calls. */
  readonly risky: readonly { readonly range: TextRange; readonly overridden: boolean }[];
}

/** The names in a template, in the order of the text, none over another. Names that mean nothing are left alone. */
export function semanticTokens({ template, text }: TemplateDocument, context: TokenContext): SemanticToken[] {
  if (!template) return [];
  const found = new Tokens(text, context).collect(template).sort((a, b) => a.range.start - b.range.start);
  let end = 0;
  return found.filter(({ range }) => {
    if (range.start < end || range.start >= range.end || /[\r\n]/.test(text.slice(range.start, range.end)))
      return false;
    end = range.end;
    return true;
  });
}

class Tokens {
  readonly #found: SemanticToken[] = [];
  readonly #text: string;
  readonly #catalog: Catalog;
  /** The starts of the scalars that lead to a risky call. */
  readonly #risky: ReadonlySet<number>;

  constructor(text: string, { catalog, risky }: TokenContext) {
    this.#text = text;
    this.#catalog = catalog;
    this.#risky = new Set(risky.flatMap(({ range, overridden }) => (overridden ? [] : range.start)));
  }

  collect(template: Template): SemanticToken[] {
    this.#declare(template.parameters.all, 'parameter');
    this.#declare(template.outputs.all, 'property');
    for (const task of template.allTasks) this.#task(task);
    for (const use of template.uses) this.#use(template, use);
    for (const { range, parameter } of template.metadataUses) if (parameter) this.#add(range, 'parameter');
    for (const { pair } of template.calls) this.#scalar(pair.key, 'function', ['defaultLibrary']);
    for (const jump of template.jumps) if ('task' in jumpTarget(jump)) this.#scalar(jump.node, 'variable');
    for (const child of template.children) this.collect(child);
    return this.#found;
  }

  #add(range: TextRange, type: TokenType, modifiers: readonly TokenModifier[] = []): void {
    this.#found.push({ range, type, modifiers });
  }

  #scalar(node: ValueNode | undefined, type: TokenType, modifiers: readonly TokenModifier[] = []): void {
    if (node?.kind !== 'scalar') return;
    const marks = this.#risky.has(node.range.start) ? ([...modifiers, 'risky'] as const) : modifiers;
    this.#add(contentRange(this.#text, node), type, marks);
  }

  #declare(entries: readonly Entry[], type: TokenType): void {
    for (const { pair } of entries) this.#scalar(pair.key, type, ['declaration']);
  }

  #task({ nameNode, name, action, actionNode, properties, outputs, loop }: Task): void {
    if (name !== undefined) this.#scalar(nameNode, 'variable', ['declaration']);
    const spec = action === undefined ? undefined : this.#catalog.action(action);
    if (spec) this.#scalar(actionNode, 'class', spec.atomic ? ['defaultLibrary'] : []);
    this.#declare([...outputs.all, ...(loop?.outputs.all ?? [])], 'property');
    const kind = spec?.name.toLowerCase();
    if (kind === 'acs::template') this.#named(pairOf(properties?.value, 'TemplateName')?.value, 'class');
    else if (kind !== undefined && callers.has(kind)) this.#operation(properties?.value);
  }

  #operation(properties: ValueNode | undefined): void {
    const node = valueFor(properties, 'API');
    const operation = this.#catalog.openApi
      .service(stringOf(valueFor(properties, 'Service')) ?? '')
      ?.operation(stringOf(node) ?? '');
    this.#named(node, 'method', operation?.deprecated ? ['deprecated'] : []);
  }

  /** A name that is written out. */
  #named(node: ValueNode | undefined, type: TokenType, modifiers: readonly TokenModifier[] = []): void {
    if (isPlainName(node)) this.#scalar(node, type, modifiers);
  }

  #use(template: Template, { expression: { body }, place }: Use): void {
    if (body.kind === 'pseudo') this.#add(body.name.range, 'variable', ['readonly', 'defaultLibrary']);
    else if (body.kind === 'parameter') {
      if (template.parameters.has(body.name.text)) this.#add(body.name.range, 'parameter');
    } else if (body.kind === 'task' && findTask(template, body.name.text, place)) {
      this.#add(body.name.range, 'variable');
      if (body.simple) this.#add(body.path.range, 'property');
    }
  }
}

const callers: ReadonlySet<string> = new Set(['acs::executeapi', 'acs::waitfor', 'acs::checkfor']);

const isPlainName = (node: ValueNode | undefined): node is ScalarNode => /^[^\s{}]+$/.test(stringOf(node) ?? '');
