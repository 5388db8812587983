import type { TextRange } from '../syntax/node.ts';
import type { JqNode, Simple } from './ast.ts';
import { type Token, type TokenKind, tokenize } from './lexer.ts';
import type { JqFault, JqProblem } from './problem.ts';

/** Deeper programs than this are not judged. */
const DEEPEST = 256;

/** An opening bracket or word, and what closes it. */
export interface Opener {
  readonly token: Token;
  readonly closer: string;
}

/**
 * The way through the tokens. After the first syntax error the cursor is at the end of the program, so that every reader comes to
 * its end without looking for errors; only the first one is kept.
 */
export class Cursor {
  readonly problems: JqProblem[] = [];
  tooDeep = false;
  readonly #tokens: readonly Token[];
  #index = 0;
  #depth = 0;
  #failed = false;

  constructor(text: string, dotted: boolean) {
    this.#tokens = tokenize(text, dotted);
  }

  get token(): Token {
    return this.#tokens[this.#index] as Token;
  }

  get following(): Token {
    return this.#tokens[Math.min(this.#index + 1, this.#tokens.length - 1)] as Token;
  }

  /** The token before the current one. */
  get previous(): Token | undefined {
    return this.#tokens[this.#index - 1];
  }

  /** At one of these signs or keywords. */
  at(first: string, ...others: string[]): boolean {
    const { kind, text } = this.token;
    return (kind === 'sign' || kind === 'keyword') && (text === first || others.includes(text));
  }

  isKind(...kinds: TokenKind[]): boolean {
    return kinds.includes(this.token.kind);
  }

  /** Takes the current token, and notes what is wrong with the token itself. */
  next(): Token {
    const { token } = this;
    if (token.problem) this.note(token.problem);
    if (token.kind !== 'end' && !this.#failed) this.#index++;
    return token;
  }

  take(text: string): Token | undefined {
    return this.at(text) ? this.next() : undefined;
  }

  /** Takes the sign or word that must stand here. */
  expect(text: string): void {
    if (!this.take(text)) this.unexpected(text);
  }

  /** Takes what closes a bracket or a word. */
  close({ token, closer }: Opener): void {
    if (this.take(closer)) return;
    if (this.token.kind === 'end') this.fail({ code: 'open', found: token.text, closer }, token.range);
    else this.unexpected(closer);
  }

  /** Takes a token of a kind that must stand here. */
  expectKind(kind: TokenKind): Token | undefined {
    if (this.token.kind === kind) return this.next();
    this.unexpected();
    return undefined;
  }

  unexpected(expected?: string): void {
    const { token, previous } = this;
    if (token.problem && token.kind === 'bad') this.fail(token.problem, token.problem.range);
    else if (token.kind !== 'end') this.fail({ code: 'unexpected', found: token.text, expected }, token.range);
    else if (previous) this.fail({ code: 'unfinished', found: previous.text, expected }, previous.range);
    else this.fail({ code: 'unexpected', found: '', expected }, token.range);
  }

  fail(fault: JqFault, range: TextRange): void {
    if (!this.#failed) this.problems.push({ ...fault, range });
    this.#stop();
  }

  /** Notes what is wrong and reads on. */
  note(problem: JqProblem): void {
    if (!this.#failed) this.problems.push(problem);
  }

  /** Notes what only later versions of jq read. */
  later(fault: JqFault, range: TextRange): void {
    this.note({ ...fault, range, later: true });
  }

  /** Reads a node that may hold others like itself. Where they are nested too deep it is `missing`. */
  nested(read: () => JqNode): JqNode {
    return this.nestedOr(() => this.missing(), read);
  }

  /** Reads something else that may hold things like itself. Where they are nested too deep it is what `otherwise` makes. */
  nestedOr<T>(otherwise: () => T, read: () => T): T {
    this.#depth++;
    if (this.#depth > DEEPEST) {
      this.tooDeep = true;
      this.#stop();
    }
    const found = this.#failed ? otherwise() : read();
    this.#depth--;
    return found;
  }

  missing(): Simple {
    const { start } = this.token.range;
    return { kind: 'missing', range: { start, end: start } };
  }

  /** From an offset to the end of the last token that was taken. */
  since(start: number): TextRange {
    return { start, end: Math.max(start, this.#failed ? this.token.range.end : (this.previous?.range.end ?? start)) };
  }

  #stop(): void {
    this.#failed = true;
    this.#index = this.#tokens.length - 1;
  }
}
