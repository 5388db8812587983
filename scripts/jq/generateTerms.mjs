/** The terms of jq programs; what extends this knows how an `expression` is made. */
export class TermGenerator {
  constructor(random) {
    this.random = random;
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
