/** What a place in a shell script is: `bare` text is split into words and run; `inert` text is a comment or a here-document. */
export type ShellPlace = 'bare' | 'single' | 'double' | 'inert';

const HERE_DOCUMENT = /<<-?[ \t]*(["']?)([A-Za-z_]\w*)\1/y;

/** What stands around each of the offsets, which are in ascending order. An open quote reaches to the end. */
export function shellPlaces(script: string, offsets: readonly number[]): ShellPlace[] {
  const stretches = new ShellReader(script).read();
  let place: ShellPlace = 'bare';
  let next = 0;
  return offsets.map((offset) => {
    for (let it = stretches[next]; it && it.start <= offset; it = stretches[++next]) place = it.place;
    return place;
  });
}

/** A place that begins at `start` and reaches to the next one. */
interface Stretch {
  readonly start: number;
  readonly place: ShellPlace;
}

class ShellReader {
  readonly #script: string;
  readonly #stretches: Stretch[] = [];
  #at = 0;
  #place: ShellPlace = 'bare';
  /** The words that end the here-documents that begin with the next line. */
  #pending: string[] = [];

  constructor(script: string) {
    this.#script = script;
  }

  read(): readonly Stretch[] {
    while (this.#at < this.#script.length) {
      const char = this.#script.charAt(this.#at);
      if (this.#place === 'bare') this.#readBare(char);
      else if (char === '\\' && this.#place === 'double') this.#at += 2;
      else {
        this.#at++;
        if (char === (this.#place === 'single' ? "'" : '"')) this.#enter('bare');
      }
    }
    return this.#stretches;
  }

  #readBare(char: string): void {
    if (char === '#' && /(?:^|[\s;&|(])$/.test(this.#script.slice(Math.max(0, this.#at - 1), this.#at))) {
      this.#skip(() => this.#toLineEnd());
    } else if (char === '\n' && this.#pending.length > 0) this.#skip(() => this.#toEndWords());
    else if (char === '<') this.#readRedirection();
    else {
      this.#at += char === '\\' ? 2 : 1;
      if (char === "'") this.#enter('single');
      else if (char === '"') this.#enter('double');
    }
  }

  #enter(place: ShellPlace): void {
    this.#place = place;
    this.#stretches.push({ start: this.#at, place });
  }

  #skip(move: () => void): void {
    this.#stretches.push({ start: this.#at, place: 'inert' });
    move();
    if (this.#at < this.#script.length) this.#stretches.push({ start: this.#at, place: 'bare' });
  }

  #readRedirection(): void {
    // What follows <<< is a word like any other.
    const here = /<<<+/y;
    here.lastIndex = this.#at;
    HERE_DOCUMENT.lastIndex = this.#at;
    const found = here.exec(this.#script) ?? HERE_DOCUMENT.exec(this.#script);
    if (found?.[2] !== undefined) this.#pending.push(found[2]);
    this.#at += found?.[0].length ?? 1;
  }

  #toLineEnd(): void {
    const end = this.#script.indexOf('\n', this.#at + 1);
    this.#at = end < 0 ? this.#script.length : end;
  }

  #toEndWords(): void {
    for (const word of this.#pending) {
      do this.#toLineEnd();
      while (this.#at < this.#script.length && this.#line() !== word);
    }
    this.#pending = [];
  }

  /** The line that ends here, without the indentation that YAML or `<<-` may put in front of it. */
  #line(): string {
    return this.#script.slice(this.#script.lastIndexOf('\n', this.#at - 1) + 1, this.#at).trim();
  }
}
