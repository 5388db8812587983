/** A value in XML as RPC services write it: members are elements, and a list is its element repeated. */
export function toXml(root: string, value: unknown): string {
  return `<?xml version="1.0" encoding="UTF-8"?>\n${element(root, value)}\n`;
}

function element(name: string, value: unknown): string {
  if (value === undefined || value === null) return '';
  if (Array.isArray(value)) return value.map((item) => element(name, item)).join('');
  const tag = elementName(name);
  return `<${tag}>${typeof value === 'object' ? members(value) : escaped(String(value))}</${tag}>`;
}

const members = (value: object) =>
  Object.entries(value)
    .map(([name, member]) => element(name, member))
    .join('');

/** Keys of tags and the like may be any text. What is no letter of an XML name is written as `_x003A_`. */
function elementName(key: string): string {
  const name = key.replace(/[^A-Za-z0-9._\u4E00-\u9FFF-]/gu, hexName);
  return /^[A-Za-z_\u4E00-\u9FFF]/.test(name) ? name : `_${name}`;
}

const hexName = (character: string) => `_x${(character.codePointAt(0) ?? 0).toString(16).padStart(4, '0')}_`;

const escapes: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '\r': '&#13;' };

function escaped(text: string): string {
  return text.replace(forbidden, '\uFFFD').replace(/[&<>\r]/g, (it) => escapes[it] ?? it);
}

/** XML 1.0 has no way to write these. */
const forbidden = /[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu;
