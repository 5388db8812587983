/** How well a name fits what has been typed. */
export interface Fit {
  /** 0: it does not; else the higher the better. Names of one grade are ordered by other things first. */
  readonly grade: number;
  /** Among names of one grade, the lower the better. */
  readonly distance: number;
}

const none: Fit = { grade: 0, distance: 0 };
const any: Fit = { grade: 1, distance: 0 };

/**
 * Compares without regard to letter case. Best is the beginning of the whole name, then that of its last segment
 * (segments are parted by `::` and dots), of another one, of one of its words (humps), the beginnings of several words in
 * their order, and at last letters that merely come in this order.
 */
export function fitOf(typed: string, name: string): Fit {
  if (typed === '') return any;
  // Whoever writes a path does not mean a name without one.
  if (['.', '::'].some((sign) => typed.includes(sign) && !name.includes(sign))) return none;
  const wanted = typed.toLowerCase();
  const lower = name.toLowerCase();
  if (lower === wanted) return { grade: 9, distance: 0 };
  if (lower.startsWith(wanted)) return { grade: 8, distance: 0 };
  const segments = segmentStarts(name);
  const at = segments.find((start) => lower.startsWith(wanted, start));
  if (at !== undefined) return { grade: at === segments.at(-1) ? 7 : 6, distance: at };
  const humps = wordStarts(name);
  const hump = humps.find((start) => lower.startsWith(wanted, start));
  if (hump !== undefined) return { grade: 5, distance: hump };
  const letters = wanted.replace(/[^\p{L}\p{N}]/gu, '');
  // A long text that is being written is compared with every name.
  if (letters.length > lower.length) return none;
  const jumps = jumpsOver(letters, lower, new Set(humps));
  if (jumps !== undefined) return { grade: 4, distance: jumps };
  const inside = lower.indexOf(wanted);
  if (inside >= 0) return { grade: 3, distance: inside };
  const gaps = gapsIn(letters, lower);
  return letters.length < 2 || gaps === undefined ? none : { grade: 2, distance: gaps };
}

const segmentStarts = (name: string): number[] => [
  0,
  ...Array.from(name.matchAll(/::|\./g), (it) => it.index + it[0].length),
];

/** Where the words of a name begin: at capitals, digits, and behind any sign. */
const wordStarts = (name: string): number[] =>
  Array.from(name.matchAll(/[A-Z]+(?![a-z])|[A-Z]?[a-z]+|\d+/g), (it) => it.index);

/** How many words it takes where the letters are those that some words begin with; undefined: they are not. */
function jumpsOver(letters: string, name: string, starts: ReadonlySet<number>): number | undefined {
  /** The offsets behind the letters so far, and the least number of words that leads there. */
  let reached = new Map<number, number>([[0, 0]]);
  for (const [index, letter] of [...letters].entries()) {
    const next = new Map<number, number>();
    const reach = (at: number, jumps: number) => {
      if (name[at] === letter && jumps < (next.get(at + 1) ?? Number.POSITIVE_INFINITY)) next.set(at + 1, jumps);
    };
    for (const [at, jumps] of reached) {
      if (index > 0) reach(at, jumps);
      for (const start of starts) if (start >= at) reach(start, jumps + 1);
    }
    reached = next;
  }
  return letters === '' || reached.size === 0 ? undefined : Math.min(...reached.values());
}

function gapsIn(letters: string, name: string): number | undefined {
  let at = -1;
  let gaps = 0;
  for (const letter of letters) {
    const next = name.indexOf(letter, at + 1);
    if (next < 0) return undefined;
    if (next > at + 1) gaps++;
    at = next;
  }
  return gaps;
}
