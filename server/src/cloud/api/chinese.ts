/** Builds a Chinese sentence of parts in any script, with the blank that belongs between a Chinese and a Latin part. */
export function chinese(texts: TemplateStringsArray, ...parts: string[]): string {
  return texts.reduce((told, text, index) => joined(joined(told, parts[index - 1] ?? ''), text));
}

const seam = /[\x21-\x7e]\p{Script=Han}|\p{Script=Han}[\x21-\x7e]/u;

/** Chinese signs such as “，” and “（” have their distance in themselves. */
function joined(left: string, right: string): string {
  return seam.test(left.slice(-1) + right.slice(0, 1)) ? `${left} ${right}` : left + right;
}
