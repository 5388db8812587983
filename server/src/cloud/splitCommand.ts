/**
 * Splits a command line into the program and its arguments, as the Alibaba Cloud CLI reads `process_command`: by blanks, with
 * single and double quotes. A backslash takes the next character as it is; on Windows it stands in paths, so there it does that
 * only before a double quote. Undefined where a quote stays open.
 */
export function splitCommand(command: string, windows = process.platform === 'win32'): string[] | undefined {
  const escape = windows ? '\\\\"' : '\\\\[^]';
  const part = new RegExp(`"((?:${escape}|[^"])*)"|'([^']*)'|${escape}|[^\\s"']`, 'y');
  const words: string[] = [];
  let offset = 0;
  for (;;) {
    while (/\s/.test(command.charAt(offset))) offset += 1;
    if (offset >= command.length) return words;
    let word = '';
    while (offset < command.length && !/\s/.test(command.charAt(offset))) {
      part.lastIndex = offset;
      const [whole, double, single] = part.exec(command) ?? [];
      if (whole === undefined) return undefined;
      word += single ?? unescaped(double ?? whole, double !== undefined, windows);
      offset += whole.length;
    }
    words.push(word);
  }
}

function unescaped(text: string, quoted: boolean, windows: boolean): string {
  if (windows) return text.replaceAll('\\"', '"');
  return quoted ? text.replace(/\\(["\\$`])/g, '$1') : text.replace(/^\\([^])$/, '$1');
}
