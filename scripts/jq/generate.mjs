import { TermGenerator } from './generateTerms.mjs';

/** Programs by the grammar of jq, most of them valid: names that do not exist and wrong counts of arguments come up too. */
export class Generator extends TermGenerator {
  program() {
    const scope = { variables: [], labels: [], functions: [] };
    return this.spaced(this.expression(2 + this.random.below(4), scope));
  }

  /** Now and then blanks, lines and comments between the words. */
  spaced(text) {
    if (this.random.chance(0.9)) return text;
    return text.replaceAll(' ', () => this.random.pick([' ', '  ', '\n', '\t', ' # 注释 "x" (\n']));
  }

  expression(depth, scope) {
    const { random } = this;
    if (depth <= 0) return this.term(0, scope);
    const inner = () => this.expression(depth - 1, scope);
    const kind = random.below(22);
    if (kind < 6) return this.term(depth, scope);
    if (kind < 9) return `${inner()} | ${inner()}`;
    if (kind < 14) return `${inner()} ${this.operator()} ${inner()}`;
    switch (kind) {
      case 14:
        return `${inner()}${random.pick(['?', ' ?', '??'])}`;
      case 15:
        return `${random.pick(['-', '- '])}${inner()}`;
      case 16:
        return this.bind(depth, scope);
      case 17:
        return this.fold(depth, scope);
      case 18:
        return this.conditional(inner);
      case 19:
        return random.chance(0.5) ? `try ${inner()}` : `try ${inner()} catch ${inner()}`;
      case 20:
        return this.label(depth, scope);
      default:
        return this.definition(depth, scope);
    }
  }

  operator() {
    const { random } = this;
    const common = ['+', '-', '*', '/', '%', '==', '!=', '<', '>', '<=', '>=', 'and', 'or', '//', ','];
    return random.chance(0.85) ? random.pick(common) : random.pick(['=', '|=', '+=', '-=', '*=', '/=', '%=', '//=']);
  }

  conditional(inner) {
    const { random } = this;
    let text = `if ${inner()} then ${inner()}`;
    while (random.chance(0.3)) text += ` elif ${inner()} then ${inner()}`;
    return `${text}${random.chance(0.95) ? ` else ${inner()}` : ''} end`;
  }

  bind(depth, scope) {
    const { text, variables } = this.patterns(depth, scope);
    const inner = { ...scope, variables: [...scope.variables, ...variables] };
    return `${this.term(depth - 1, scope)} as ${text} | ${this.expression(depth - 1, inner)}`;
  }

  fold(depth, scope) {
    const { random } = this;
    const { text, variables } = this.patterns(depth, scope);
    const inner = { ...scope, variables: [...scope.variables, ...variables] };
    const parts = [this.expression(depth - 1, scope), this.expression(depth - 1, inner)];
    const word = random.pick(['reduce', 'foreach']);
    if (random.chance(word === 'foreach' ? 0.5 : 0.03)) parts.push(this.expression(depth - 1, inner));
    return `${word} ${this.term(depth - 1, scope)} as ${text} (${parts.join('; ')})`;
  }

  label(depth, scope) {
    const name = this.random.pick(['out', 'done']);
    const inner = { ...scope, labels: [...scope.labels, name] };
    return `label $${name} | ${this.expression(depth - 1, inner)}`;
  }

  definition(depth, scope) {
    const { random } = this;
    const name = random.pick(['f', 'g', 'h']);
    const params = Array.from({ length: random.below(3) }, () => random.pick(['a', '$b', 'f', '$x']));
    const known = { name, arity: params.length };
    const inside = {
      ...scope,
      functions: [...scope.functions, known, ...params.map((it) => ({ name: it.replace('$', ''), arity: 0 }))],
      variables: [...scope.variables, ...params.filter((it) => it.startsWith('$')).map((it) => it.slice(1))],
    };
    const list = params.length > 0 ? `(${params.join('; ')})` : '';
    const body = this.expression(depth - 1, inside);
    const behind = { ...scope, functions: [...scope.functions, known] };
    return `def ${name}${list}: ${body}; ${this.expression(depth - 1, behind)}`;
  }

  patterns(depth, scope) {
    const { random } = this;
    const all = [this.pattern(depth, scope)];
    while (random.chance(0.15)) all.push(this.pattern(depth, scope));
    return { text: all.map(({ text }) => text).join(' ?// '), variables: all.flatMap(({ variables }) => variables) };
  }

  pattern(depth, scope) {
    const { random } = this;
    const kind = depth > 0 ? random.below(4) : 0;
    if (kind < 2) {
      const name = random.pick(['x', 'y', 'z', 'item']);
      return { text: `$${name}`, variables: [name] };
    }
    const parts = Array.from({ length: 1 + random.below(2) }, () =>
      kind === 2 ? this.pattern(depth - 1, scope) : this.patternEntry(depth - 1, scope),
    );
    const text = parts.map((it) => it.text).join(', ');
    return { text: kind === 2 ? `[${text}]` : `{${text}}`, variables: parts.flatMap((it) => it.variables) };
  }

  patternEntry(depth, scope) {
    const { random } = this;
    const kind = random.below(5);
    if (kind === 0) return { text: '$key', variables: ['key'] };
    const { text, variables } = this.pattern(depth, scope);
    if (kind === 1) return { text: `$key: ${text}`, variables: ['key', ...variables] };
    const keys = ['a', 'if', '"b c"', '"\\(1)"', `(${this.expression(Math.min(depth, 1), scope)})`];
    return { text: `${random.pick(keys)}: ${text}`, variables };
  }
}

const signs = '.[](){}|,:;?$@"\\/+-*%=<>!&\'# \n0123eExy_中'.split('');
const words =
  'if then else elif end as def reduce foreach try catch label break and or not map select == != // ?// .. ."a" [] $x .Id'.split(
    ' ',
  );

/** A program with one to three slips in it. */
export function mutated(program, random) {
  let text = program;
  for (let count = random.pick([1, 1, 1, 2, 3]); count > 0; count--) text = slip(text, random);
  return text;
}

function slip(text, random) {
  const at = random.below(text.length + 1);
  const to = at + 1 + random.below(3);
  switch (random.below(7)) {
    case 0:
      return text.slice(0, at) + text.slice(at + 1);
    case 1:
      return text.slice(0, at) + random.pick(signs) + text.slice(at);
    case 2:
      return text.slice(0, at) + random.pick(signs) + text.slice(at + 1);
    case 3:
      return `${text.slice(0, at)} ${random.pick(words)} ${text.slice(at)}`;
    case 4:
      return text.slice(0, at) + text.slice(to);
    case 5:
      return text.slice(0, to) + text.slice(at);
    default: {
      const pieces = text.match(/[A-Za-z_]\w*|\s+|[^\w\s]|\d+/g) ?? [];
      pieces.splice(random.below(pieces.length + 1), 1);
      return pieces.join('');
    }
  }
}
