import type { Call, Definitions, JqNode, Named, Pattern, StringNode } from './ast.ts';
import { builtinArities, formats, isLaterFormat, isLaterFunction } from './builtins.ts';
import { childrenOf, keysIn, variablesIn } from './children.ts';
import type { JqProblem } from './problem.ts';

/** A link in the chain of names that a place knows, innermost first. */
interface Scope {
  readonly kind: 'function' | 'variable' | 'label';
  readonly name: string;
  readonly arity: number;
  readonly outer: Scope | undefined;
  /** Something that is compiled calls it. */
  used: boolean;
}

type Link = Pick<Scope, 'kind' | 'name'> & { readonly arity?: number };

/** Variables that every program has. */
const GLOBAL_VARIABLES: ReadonlySet<string> = new Set(['ENV', 'ARGS']);

/**
 * Functions, variables, labels and formats that are not there. jq leaves out definitions that nothing calls, so what
 * they call does not matter.
 */
export function nameProblems(root: JqNode): JqProblem[] {
  const resolver = new Resolver();
  resolver.visit(root, undefined);
  return resolver.problems.sort((a, b) => a.range.start - b.range.start);
}

class Resolver {
  readonly problems: JqProblem[] = [];

  visit(node: JqNode, scope: Scope | undefined): void {
    switch (node.kind) {
      case 'call':
        this.#call(node, scope);
        break;
      case 'variable':
      case 'break':
      case 'format':
        this.#named(node, scope);
        break;
      case 'string':
        this.#string(node);
        break;
      case 'label':
        this.visit(node.body, extended(scope, [{ kind: 'label', name: node.name }]));
        return;
      case 'bind':
        this.visit(node.source, scope);
        this.visit(node.body, this.#patterns(node.patterns, scope));
        return;
      case 'reduce':
      case 'foreach': {
        this.visit(node.source, scope);
        this.visit(node.initial, scope);
        const inner = this.#patterns(node.patterns, scope);
        this.visit(node.update, inner);
        if (node.extract) this.visit(node.extract, inner);
        return;
      }
      case 'definitions':
        this.#definitions(node, scope);
        return;
    }
    for (const child of childrenOf(node)) this.visit(child, scope);
  }

  /** The scope of the body. Keys know the variables of their patterns only where there are several patterns. */
  #patterns(patterns: readonly Pattern[], scope: Scope | undefined): Scope | undefined {
    const names = patterns.flatMap(variablesIn);
    const inner = extended(
      scope,
      names.map((name) => ({ kind: 'variable', name })),
    );
    for (const key of patterns.flatMap(keysIn)) this.visit(key, patterns.length > 1 ? inner : scope);
    return inner;
  }

  #definitions({ definitions, body }: Definitions, scope: Scope | undefined): void {
    const links: Scope[] = [];
    let inner = scope;
    for (const { name, params } of definitions) {
      inner = linked(inner, { kind: 'function', name, arity: params.length });
      links.push(inner);
    }
    if (body) this.visit(body, inner);
    // A definition knows itself and those before it, so the last one is asked first.
    for (let index = definitions.length - 1; index >= 0; index--) {
      const definition = definitions[index];
      const link = links[index];
      if (!definition || !link?.used) continue;
      const params = definition.params.flatMap(({ name, variable }): Link[] => [
        { kind: 'function', name },
        ...(variable ? [{ kind: 'variable', name } as const] : []),
      ]);
      this.visit(definition.body, extended(link, params));
    }
  }

  #call({ name, nameRange, args }: Call, scope: Scope | undefined): void {
    const arity = args.length;
    if (isKnown(scope, 'function', name, arity) || builtinArities(name).includes(arity)) return;
    const functions = visible(scope, 'function');
    const arities = [...builtinArities(name), ...functions.filter((it) => it.name === name).map((it) => it.arity)];
    this.problems.push({
      code: 'unknown-function',
      name,
      arity,
      arities: [...new Set(arities)].sort(),
      visible: [...new Set(functions.filter((it) => it.arity === arity).map((it) => it.name))],
      range: nameRange,
      later: isLaterFunction(name, arity),
    });
  }

  #named({ kind, name, range }: Named, scope: Scope | undefined): void {
    if (kind === 'format') this.#format(name, range);
    else if (kind === 'variable') {
      if (GLOBAL_VARIABLES.has(name) || isKnown(scope, 'variable', name)) return;
      this.problems.push({ code: 'unknown-variable', name, visible: namesOf(scope, 'variable'), range });
    } else if (!isKnown(scope, 'label', name)) {
      this.problems.push({ code: 'unknown-label', name, visible: namesOf(scope, 'label'), range });
    }
  }

  #string({ format, range }: StringNode): void {
    if (format !== undefined) this.#format(format, { start: range.start, end: range.start + format.length + 1 });
  }

  #format(name: string, range: JqNode['range']): void {
    if (!formats.includes(name))
      this.problems.push({ code: 'unknown-format', name, range, later: isLaterFormat(name) });
  }
}

const linked = (outer: Scope | undefined, { kind, name, arity = 0 }: Link): Scope => ({
  kind,
  name,
  arity,
  outer,
  used: false,
});

const extended = (scope: Scope | undefined, links: readonly Link[]): Scope | undefined =>
  links.reduce<Scope | undefined>(linked, scope);

/** Also notes that what is found is used. */
function isKnown(scope: Scope | undefined, kind: Scope['kind'], name: string, arity = 0): boolean {
  for (let at = scope; at; at = at.outer) {
    if (at.kind !== kind || at.name !== name || at.arity !== arity) continue;
    at.used = true;
    return true;
  }
  return false;
}

function visible(scope: Scope | undefined, kind: Scope['kind']): Scope[] {
  const found: Scope[] = [];
  for (let at = scope; at; at = at.outer) if (at.kind === kind) found.push(at);
  return found;
}

const namesOf = (scope: Scope | undefined, kind: Scope['kind']): string[] => [
  ...new Set(visible(scope, kind).map(({ name }) => name)),
];
