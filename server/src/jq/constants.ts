import type { JqNode, ObjectNode, Operation } from './ast.ts';
import { childrenOf, keysIn } from './children.ts';
import type { JqProblem } from './problem.ts';

/**
 * What the compiler of jq 1.6 knows of a value before it runs. `input` is `.`, which leaves the value of its neighbour in
 * a pipe as it is; a `row` is constants with commas between them, as they stand in a list.
 */
type Known = { readonly kind: 'constant'; readonly value: Constant } | { readonly kind: 'input' | 'row' | 'unknown' };

/** Of lists and objects only the kind matters. */
type Constant = number | string | boolean | null | { readonly list: boolean };

const unknown: Known = { kind: 'unknown' };
const constant = (value: Constant): Known => ({ kind: 'constant', value });

/** Divisions by a zero that is written out, and keys of objects that are written out and no strings. jq refuses both. */
export function constantProblems(root: JqNode): JqProblem[] {
  const problems: JqProblem[] = [];
  new ConstantFolding(problems).known(root);
  return problems;
}

class ConstantFolding {
  readonly #problems: JqProblem[];

  constructor(problems: JqProblem[]) {
    this.#problems = problems;
  }

  known(node: JqNode): Known {
    const children = childrenOf(node).map((child) => this.known(child));
    this.#patterns(node);
    switch (node.kind) {
      case 'literal':
        return constant(node.value);
      case 'identity':
        return { kind: 'input' };
      case 'location':
        return constant({ list: false });
      case 'string':
        return node.value === undefined ? unknown : constant(node.value);
      case 'array':
        return isRow(children[0]) || !node.items ? constant({ list: true }) : unknown;
      case 'object':
        return this.#object(node, children);
      case 'comma':
        return isRow(children[0]) && children.slice(1).every((it) => it.kind === 'constant')
          ? { kind: 'row' }
          : unknown;
      case 'pipe':
        return piped(children);
      case 'operation':
        return this.#operation(node, children);
      case 'definitions':
        return node.body ? (children.at(-1) ?? unknown) : unknown;
      default:
        return unknown;
    }
  }

  /** An object is known when all its keys and values are; a key that is known must be a string. */
  #object({ entries }: ObjectNode, children: readonly Known[]): Known {
    let all = true;
    let at = 0;
    for (const { key, value } of entries) {
      const known = children[at++];
      this.#checkKey(key, known);
      all &&= known?.kind === 'constant' && value !== undefined && children[at]?.kind === 'constant';
      if (value) at++;
    }
    return all ? constant({ list: false }) : unknown;
  }

  #patterns(node: JqNode): void {
    if (node.kind !== 'bind' && node.kind !== 'reduce' && node.kind !== 'foreach') return;
    for (const key of node.patterns.flatMap(keysIn)) this.#checkKey(key, new ConstantFolding([]).known(key));
  }

  #checkKey({ range }: JqNode, known: Known | undefined): void {
    if (known?.kind === 'constant' && typeof known.value !== 'string') {
      this.#problems.push({ code: 'key-not-string', range });
    }
  }

  #operation({ operands, operators }: Operation, children: readonly Known[]): Known {
    let left = children[0] ?? unknown;
    operators.forEach(({ text }, index) => {
      left = combined(left, text, children[index + 1] ?? unknown);
      if (text === '/' && left.kind === 'constant' && (left.value === Infinity || left.value === -Infinity)) {
        const divisor = operands[index + 1];
        if (divisor) this.#problems.push({ code: 'division-by-zero', range: divisor.range });
      }
    });
    return left;
  }
}

const isRow = (known: Known | undefined): boolean => known?.kind === 'constant' || known?.kind === 'row';

function piped(parts: readonly Known[]): Known {
  const others = parts.filter(({ kind }) => kind !== 'input');
  const [only] = others;
  if (!only) return { kind: 'input' };
  return others.length === 1 ? only : unknown;
}

/** As jq 1.6 folds constants: numbers, sums of texts, and null in a sum. */
function combined(left: Known, sign: string, right: Known): Known {
  if (left.kind !== 'constant' || right.kind !== 'constant') return unknown;
  const [a, b] = [left.value, right.value];
  if (sign === '+' && a === null) return right;
  if (sign === '+' && b === null) return left;
  if (typeof a === 'string' && typeof b === 'string') return sign === '+' ? constant(a + b) : unknown;
  return typeof a === 'number' && typeof b === 'number' ? calculated(a, sign, b) : unknown;
}

function calculated(a: number, sign: string, b: number): Known {
  switch (sign) {
    case '+':
      return constant(a + b);
    case '-':
      return constant(a - b);
    case '*':
      return constant(a * b);
    case '/':
      return constant(a / b);
    case '==':
    case '!=':
    case '<':
    case '>':
    case '<=':
    case '>=':
      return constant(true);
    default:
      return unknown;
  }
}
