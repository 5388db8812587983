// The values that a comment lists: bullets behind "Valid values:", in English or Chinese.
const HEAD =
  /(?:valid values?(?: of this parameter| are| include)?\s*[:：]?|取值(?:范围|说明)?\s*[:：]|有效值\s*[:：])$/i;
const BULLET = /^(?:[-*•]|\d+\.)\s+(.*)$/;
/** A value, and behind it nothing or an explanation. */
const VALUE = /^[`*]*([A-Za-z][\w.:-]{0,63}?)[`*]*\s*(?:[:：(（].*|[.。]?)$/;

const FEWEST = 2;
const MOST = 40;

/** Empty where the bullets are something else than plain values, or are too few or too many to be a list of them. */
export function listedValues(comment) {
  const lines = comment.split('\n').map((line) => line.replace(/^\s*(?:\/\*\*|\*\/|\*)?/, '').trim());
  const head = lines.findIndex((line) => HEAD.test(line));
  if (head < 0) return [];
  const values = new Set();
  for (const line of lines.slice(head + 1)) {
    if (line === '') continue;
    const [, bullet] = BULLET.exec(line) ?? [];
    if (bullet === undefined) break;
    const [, value] = VALUE.exec(bullet) ?? [];
    if (value === undefined) return [];
    values.add(value.replace(/[:.]+$/, ''));
  }
  return values.size < FEWEST || values.size > MOST ? [] : [...values];
}
