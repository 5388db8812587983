/** Within double quotes, within single ones, behind a backslash, by itself; blanks; and what may not stand there. */
const posix = /"((?:\\[\s\S]|[^"\\])*)"|'([^']*)'|\\([\s\S])|([^\s"'\\])|\s+|[\s\S]/g;
/** Backslashes stand in paths, so there they only protect a double quote inside of quotes. */
const windows = /"((?:\\"|\\(?!")|[^"\\])*)"|'([^']*)'|(?!)(.)|([^\s"'])|\s+|[\s\S]/g;

/**
 * Splits a command line into the program and its arguments by blanks, with quotes, as the Alibaba Cloud CLI reads
 * `process_command`. Undefined where a quote stays open or the last character is a lonely backslash.
 */
export function splitCommand(command: string, onWindows = process.platform === 'win32'): string[] | undefined {
  const protectedInQuotes = onWindows ? /\\(")/g : /\\(["\\$`])/g;
  const words: string[] = [];
  let between = true;
  for (const [whole, inDouble, inSingle, behindBackslash, plain] of command.matchAll(onWindows ? windows : posix)) {
    if (/^\s/.test(whole)) {
      between = true;
      continue;
    }
    const text = inDouble?.replace(protectedInQuotes, '$1') ?? inSingle ?? behindBackslash ?? plain;
    if (text === undefined) return undefined;
    if (between) words.push('');
    words[words.length - 1] += text;
    between = false;
  }
  return words;
}
