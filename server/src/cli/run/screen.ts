import { inLanguage, type Language, type Words } from '../../words/words.ts';
import type { Io } from '../io.ts';
import { type StatusLine, statusLineOn } from '../terminal/statusLine.ts';
import { printable, type Terminal, terminalOf } from '../terminal/terminal.ts';

/** Standard error while an execution is watched: lines that stay, and below them one that is rewritten. */
export class Screen {
  readonly terminal: Terminal;
  readonly language: Language;
  readonly #io: Io;
  readonly #line: StatusLine;

  constructor(io: Io, language: Language) {
    this.terminal = terminalOf(io.stderr, io.env);
    this.language = language;
    this.#io = io;
    this.#line = statusLineOn(io.stderr, io.env);
  }

  /** A sentence; made printable here. */
  say(words: Words): void {
    this.line(this.words(words));
  }

  /** `text` is printable already, and may have colours. */
  line(text: string): void {
    this.#line.end();
    this.#io.stderr.write(`${text}\n`);
  }

  words(words: Words): string {
    return printable(inLanguage(words, this.language));
  }

  /** What is going on now; only where somebody watches. */
  status(words: Words): void {
    this.#line.show(inLanguage(words, this.language));
  }

  /** Before a question, and at the end. */
  clear(): void {
    this.#line.end();
  }
}
