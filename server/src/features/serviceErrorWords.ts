/** Longer messages are looked at in part: the first problem stands at their beginning. */
const MOST_READ = 4000;

/** A word in quotes or braces. An apostrophe inside of a word opens none. */
const inQuotes = /(?<!\w)["'`“‘「]([^"'`”’」\r\n]{1,200})["'`”’」]|\{\{\s*([^{}\r\n]{1,200}?)\s*\}\}/g;

/** What the message puts in quotes, in its order: whole, and then the parts of what has dots. */
export function quotedWords(message: string): string[] {
  const whole = [...message.slice(0, MOST_READ).matchAll(inQuotes)].map(([, quoted, braced]) => quoted ?? braced ?? '');
  const parts = whole.filter((it) => it.includes('.')).flatMap((it) => it.split('.'));
  return [...whole, ...parts].map((it) => it.trim()).filter((it) => it !== '');
}

/** What may be a name of a task, a parameter or an output, the most likely first. */
export function namedWords(message: string): string[] {
  const text = message.slice(0, MOST_READ);
  const introduced = [...text.matchAll(/\b(?:task|parameter|output)s?(?: name)?[\s:：[(]+([A-Za-z_][\w-]*)/gi)];
  const plain = text.match(/[A-Za-z_][\w-]*/g) ?? [];
  // A long word is hardly there by chance.
  const telling = plain.filter((it) => it.length > 2).sort((a, b) => b.length - a.length);
  return [...quotedWords(text), ...introduced.map(([, name = '']) => name), ...telling];
}

/** Words that can only be keys of the template language or properties, since they begin with a capital letter. */
export function keyWords(message: string): string[] {
  return message.slice(0, MOST_READ).match(/(?<![\w.])[A-Z][A-Za-z0-9]+(?:::\w+)*/g) ?? [];
}

/** Paths with dots or numbers in brackets, the longest first. */
export function pathsIn(message: string): string[][] {
  const found = message.slice(0, MOST_READ).match(/(?:[\w$-]|::)+(?:\.(?:[\w$-]|::)+|\[\d+\])+/g) ?? [];
  return found.map((it) => it.split(/[.[\]]+/).filter((name) => name !== '')).sort((a, b) => b.length - a.length);
}

/** The place in lines and columns, both from one, as parsers tell it; the last one where they tell where they began. */
export function lineIn(message: string): { line: number; column: number } | undefined {
  const found = [...message.slice(0, MOST_READ).matchAll(/\bline\s+(\d{1,7})(?:\W{1,3}col(?:umn)?\s+(\d{1,7}))?/gi)].at(
    -1,
  );
  return found && { line: Number(found[1]), column: Number(found[2] ?? 1) };
}
