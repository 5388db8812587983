/** Programs by the grammar of jq, most of them valid: names that do not exist and wrong counts of arguments come up too. */
export class Generator {
  constructor(random) {
    this.random = random;
  }

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

  term(depth, scope) {
    const { random } = this;
    const kind = random.below(depth > 0 ? 14 : 9);
    const inner = () => this.expression(depth - 1, scope);
    switch (kind) {
      case 0:
        return '.';
      case 1:
      case 2:
      case 3:
        return this.path(depth);
      case 4:
        return random.pick([
          '1',
          '0',
          '-1',
          '2.5',
          '.5',
          '1e3',
          '1E-2',
          '3.',
          'null',
          'true',
          'false',
          '1.2.3',
          '1e999',
        ]);
      case 5:
        return this.string(depth, scope);
      case 6:
        return this.variable(scope);
      case 7:
        return this.call(depth, scope);
      case 8:
        return random.pick(['..', '@base64', '@json', '$__loc__', '$ENV', '[]', '{}', 'empty', 'not', 'length']);
      case 9:
        return `(${inner()})${this.steps(depth, scope)}`;
      case 10:
        return `[${inner()}]${this.steps(depth, scope)}`;
      case 11:
        return this.object(depth, scope);
      case 12:
        return `${this.path(depth)}${this.steps(depth, scope)}`;
      default:
        return scope.labels.length > 0 ? `break $${random.pick(scope.labels)}` : inner();
    }
  }

  path(depth) {
    const { random } = this;
    const first = [
      '.Instances',
      '.a',
      '.e1',
      '."实例 名"',
      '.["k"]',
      '.and',
      '._b',
      '.Region[0]',
      '.[]',
      '.[1:3]',
      '..',
    ];
    return (
      random.pick(first) +
      (depth > 0 && random.chance(0.5) ? random.pick(['.b', '[]', '[-1]', '?', '[:2]', '."c"']) : '')
    );
  }

  steps(depth, scope) {
    const { random } = this;
    let text = '';
    while (random.chance(0.4)) {
      const steps = ['.b', '[]', '[0]', '?', '[1:]', '."c d"', '.["e"]', '.[0]', ` .f`];
      text += random.chance(0.8) ? random.pick(steps) : `[${this.expression(depth - 2, scope)}]`;
    }
    return text;
  }

  string(depth, scope) {
    const { random } = this;
    const pieces = [
      '运行中',
      'i-123',
      '\\n',
      '\\"',
      '\\u4e2d',
      '\\ud83d\\ude00',
      ' # no comment ',
      "it's",
      '😀',
      '{',
      ')',
      '\\q',
      '\\ud83d',
    ];
    let text = '';
    while (random.chance(0.55)) {
      if (depth > 0 && random.chance(0.3)) text += `\\(${this.expression(depth - 1, scope)})`;
      else text += random.pick(random.chance(0.95) ? pieces.slice(0, -2) : pieces);
    }
    return `${random.chance(0.1) ? random.pick(['@base64 ', '@uri', '@sh ']) : ''}"${text}"`;
  }

  variable({ variables }) {
    const { random } = this;
    if (variables.length > 0 && random.chance(0.9)) return `$${random.pick(variables)}`;
    return random.pick(['$ENV', '$__loc__', '$x', '$ENV.PATH', '.a']);
  }

  call(depth, scope) {
    const { random } = this;
    const own = scope.functions.length > 0 && random.chance(0.6) ? random.pick(scope.functions) : undefined;
    const args = (count) => Array.from({ length: count }, () => this.expression(depth - 1, scope)).join('; ');
    if (own) return own.arity === 0 ? own.name : `${own.name}(${args(own.arity)})`;
    const [name, count] = random.pick([
      ['length', 0],
      ['keys', 0],
      ['map', 1],
      ['select', 1],
      ['test', 1],
      ['test', 2],
      ['add', 0],
      ['sort_by', 1],
      ['first', 0],
      ['first', 1],
      ['limit', 2],
      ['range', 3],
      ['split', 1],
      ['any', 2],
      ['to_entries', 0],
      ['join', 1],
      ['tonumber', 0],
      ['env', 0],
      ['nosuch', 0],
      ['map', 0],
      ['abs', 0],
      ['pick', 1],
      ['_plus', 2],
      ['a::b', 0],
    ]);
    return count === 0 ? name : `${name}(${args(count)})`;
  }

  object(depth, scope) {
    const { random } = this;
    const entries = Array.from({ length: random.below(4) }, () => this.entry(depth - 1, scope));
    return `{${entries.join(', ')}${random.chance(0.05) ? ',' : ''}}`;
  }

  entry(depth, scope) {
    const { random } = this;
    const value = () => (random.chance(0.6) ? this.term(depth, scope) : `(${this.expression(depth, scope)})`);
    const values = () => value() + (random.chance(0.1) ? ` | ${value()}` : '') + (random.chance(0.03) ? ' + 1' : '');
    switch (random.below(7)) {
      case 0:
        return random.pick(['a', '"b"', '"c \\(1)"', 'if', '$__loc__', '1']);
      case 1:
        return this.variable(scope).replace(/\..*/, '');
      case 2:
        return `"实例": ${values()}`;
      case 3:
        return `(${this.expression(depth, scope)}): ${values()}`;
      case 4:
        return `${random.pick(['if', 'and', 'reduce', 'a::b'])}: ${values()}`;
      default:
        return `${random.pick(['id', 'name', 'Status'])}: ${values()}`;
    }
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
