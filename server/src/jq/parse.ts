import type { Definition, Definitions, Fold, If, JqNode, Label, Operation, Run, Try } from './ast.ts';
import { Cursor } from './cursor.ts';
import { readPatterns } from './patterns.ts';
import type { JqProblem } from './problem.ts';
import { type ExpressionReader, isStepStart, readTerm } from './terms.ts';

export interface JqSyntax {
  readonly root: JqNode;
  /** At most one that all versions of jq refuse: it is where the reading ends. */
  readonly problems: readonly JqProblem[];
  /** Nested too deep to be read. */
  readonly tooDeep: boolean;
}

/** The precedences of jq 1.6, loosest first. Those that do not chain stand alone in a row. */
const levels: readonly { readonly signs: readonly string[]; readonly chains: boolean }[] = [
  { signs: ['|'], chains: true },
  { signs: [','], chains: true },
  { signs: ['//', '?//'], chains: true },
  { signs: ['=', '|=', '+=', '-=', '*=', '/=', '%=', '//='], chains: false },
  { signs: ['or'], chains: true },
  { signs: ['and'], chains: true },
  { signs: ['==', '!=', '<', '>', '<=', '>='], chains: false },
  { signs: ['+', '-'], chains: true },
  { signs: ['*', '/', '%'], chains: true },
];
const levelOf: ReadonlyMap<string, number> = new Map(
  levels.flatMap(({ signs }, level) => signs.map((it) => [it, level])),
);
const MULTIPLICATION = levels.length - 1;

/** The grammar of a program. Never throws. */
export function parseSyntax(text: string, dotted: boolean): JqSyntax {
  const cursor = new Cursor(text, dotted);
  const root = new Parser(cursor).program();
  return { root, problems: cursor.problems, tooDeep: cursor.tooDeep };
}

class Parser implements ExpressionReader {
  readonly cursor: Cursor;

  constructor(cursor: Cursor) {
    this.cursor = cursor;
  }

  program(): JqNode {
    const { cursor } = this;
    // jq reads these only at the beginning. A selector has no files to read modules from, and is none itself.
    if (cursor.at('module', 'import', 'include')) {
      cursor.fail({ code: 'module', found: cursor.token.text }, cursor.token.range);
    }
    if (cursor.isKind('end')) return { kind: 'identity', range: { start: 0, end: 0 } };
    const root = cursor.at('def') ? this.#definitions(true) : this.expression();
    if (!cursor.isKind('end')) cursor.unexpected();
    return root;
  }

  /** An expression whose operators bind at least as tight as `loosest`. */
  expression = (loosest = 0): JqNode => this.cursor.nested(() => this.#expression(loosest));

  #expression(loosest: number): JqNode {
    let left = this.#marked(this.#operand());
    for (let level = this.#level(loosest); level !== undefined; level = this.#level(loosest)) {
      left = this.#run(left, level);
    }
    return left;
  }

  /** With the `?` behind it. */
  #marked(value: JqNode): JqNode {
    const { cursor } = this;
    if (!cursor.at('?')) return value;
    while (cursor.at('?')) cursor.next();
    return { kind: 'optional', range: cursor.since(value.range.start), value };
  }

  #level(loosest: number): number | undefined {
    const { kind, text } = this.cursor.token;
    const level = kind === 'sign' || kind === 'keyword' ? levelOf.get(text) : undefined;
    return level !== undefined && level >= loosest ? level : undefined;
  }

  /** `left op b op c`, all of one precedence. */
  #run(left: JqNode, level: number): Run | Operation {
    const { cursor } = this;
    const operands = [left];
    const operators: { text: string; range: JqNode['range'] }[] = [];
    do {
      const { text, range } = cursor.next();
      if (text === '?//') cursor.later({ code: 'joined-alternative' }, range);
      operators.push({ text, range });
      operands.push(this.expression(level + 1));
    } while (levels[level]?.chains && this.#level(level) === level);
    if (!levels[level]?.chains && this.#level(level) === level) {
      cursor.fail({ code: 'unchainable', found: cursor.token.text }, cursor.token.range);
    }
    const range = cursor.since(left.range.start);
    if (level < 2) return { kind: level === 0 ? 'pipe' : 'comma', range, operands };
    return { kind: 'operation', range, operands, operators };
  }

  /** What stands between binary operators, without a `?` behind it. */
  #operand(): JqNode {
    const { cursor } = this;
    const { start } = cursor.token.range;
    if (cursor.at('def')) return this.#definitions(false);
    if (cursor.take('-')) {
      const value = this.expression(MULTIPLICATION);
      return { kind: 'negation', range: cursor.since(start), value };
    }
    if (cursor.at('try')) return this.#try();
    if (cursor.at('label')) return this.#label();
    const statement = this.statement();
    return this.#bound(statement ?? readTerm(this));
  }

  /** jq 1.6 takes these for no reader: neither a field nor `as` may follow, and no object has them as a bare value. */
  statement(): JqNode | undefined {
    const { cursor } = this;
    const { token } = cursor;
    if (!cursor.at('if', 'reduce', 'foreach')) return undefined;
    const node = token.text === 'if' ? this.#if() : this.#fold();
    if (!isStepStart(cursor) && !cursor.at('as')) return node;
    cursor.later({ code: 'statement-as-term', found: token.text }, cursor.token.range);
    return readTerm(this, node);
  }

  #bound(source: JqNode): JqNode {
    const { cursor } = this;
    if (!cursor.take('as')) return source;
    const patterns = readPatterns(this);
    cursor.expect('|');
    const body = this.expression();
    return { kind: 'bind', range: cursor.since(source.range.start), source, patterns, body };
  }

  #fold(): Fold {
    const { cursor } = this;
    const word = cursor.next();
    const source = readTerm(this);
    cursor.expect('as');
    const patterns = readPatterns(this);
    const opener = { token: cursor.token, closer: ')' };
    cursor.expect('(');
    const initial = this.expression();
    cursor.expect(';');
    const update = this.expression();
    const kind = word.text === 'reduce' ? 'reduce' : 'foreach';
    const extract = kind === 'foreach' && cursor.take(';') ? this.expression() : undefined;
    cursor.close(opener);
    return { kind, range: cursor.since(word.range.start), source, patterns, initial, update, extract };
  }

  #if(): If {
    const { cursor } = this;
    const token = cursor.next();
    const branches: { condition: JqNode; result: JqNode }[] = [];
    do {
      const condition = this.expression();
      if (cursor.isKind('end')) cursor.close({ token, closer: 'then' });
      else cursor.expect('then');
      branches.push({ condition, result: this.expression() });
    } while (cursor.take('elif'));
    const otherwise = cursor.take('else') ? this.expression() : undefined;
    if (!otherwise && cursor.at('end')) cursor.later({ code: 'missing-else' }, cursor.token.range);
    cursor.close({ token, closer: 'end' });
    return { kind: 'if', range: cursor.since(token.range.start), branches, otherwise };
  }

  #try(): Try {
    const { cursor } = this;
    const { start } = cursor.next().range;
    const body = cursor.nested(() => this.#operand());
    const handler = cursor.take('catch') ? cursor.nested(() => this.#operand()) : undefined;
    return { kind: 'try', range: cursor.since(start), body, handler };
  }

  #label(): Label {
    const { cursor } = this;
    const { start } = cursor.next().range;
    cursor.expect('$');
    const name = cursor.expectKind('name')?.text ?? '';
    cursor.expect('|');
    const body = this.expression();
    return { kind: 'label', range: cursor.since(start), name, body };
  }

  /** Only a whole program may consist of definitions alone. */
  #definitions(whole: boolean): Definitions {
    const { cursor } = this;
    const { start } = cursor.token.range;
    const definitions: Definition[] = [];
    while (cursor.at('def')) definitions.push(this.#definition());
    const body = whole && cursor.isKind('end') ? undefined : this.expression();
    return { kind: 'definitions', range: cursor.since(start), definitions, body };
  }

  #definition(): Definition {
    const { cursor } = this;
    cursor.next();
    const name = cursor.expectKind('name')?.text ?? '';
    const params: { name: string; variable: boolean }[] = [];
    const opener = { token: cursor.token, closer: ')' };
    if (cursor.take('(')) {
      do {
        const variable = cursor.take('$') !== undefined;
        params.push({ name: cursor.expectKind('name')?.text ?? '', variable });
      } while (cursor.take(';'));
      cursor.close(opener);
    }
    cursor.expect(':');
    const body = this.expression();
    cursor.expect(';');
    return { name, params, body };
  }
}
