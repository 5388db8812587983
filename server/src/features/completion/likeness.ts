interface NameWords {
  readonly words: ReadonlySet<string>;
  /** All of them, joined. */
  readonly whole: string;
}

const known = new Map<string, NameWords>();
/** More names than a person goes through in a day. */
const MOST_KNOWN = 20_000;

/** The words of a name in any of the usual spellings, in lower case and singular: `ACS::ECS::RunCommand`, `run-commands`. */
function wordsOf(name: string): NameWords {
  let found = known.get(name);
  if (!found) {
    const words = name.match(/[A-Z]+(?![a-z])|[A-Z]?[a-z]+|\d+/g) ?? [];
    const unique = new Set(words.map((word) => word.toLowerCase().replace(/(?<=..)s$/, '')));
    found = { words: unique, whole: [...unique].join('') };
    if (known.size >= MOST_KNOWN) known.clear();
    known.set(name, found);
  }
  return found;
}

/**
 * How much names are like `hint`, from 0 (no word in common) to 1 (the same words). People call a task, an output or a
 * parameter after what it does or holds, so its name hints at what will be written beside it.
 */
export function likenessTo(hint: string | undefined): (name: string) => number {
  const wanted = wordsOf(hint ?? '');
  if (wanted.words.size === 0) return () => 0;
  return (name) => {
    const { words, whole } = wordsOf(name);
    if (whole === wanted.whole) return 1;
    let common = 0;
    for (const word of words) if (wanted.words.has(word)) common += 1;
    return common === 0 ? 0 : (2 * common) / (words.size + wanted.words.size);
  };
}
