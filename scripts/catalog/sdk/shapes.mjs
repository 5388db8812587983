// Turns classes of the SDK into rows of the intermediate form: [name, type, flags, inner rows or values].
export const REQUIRED = 1;
export const IN_PATH = 2;
export const IN_BODY = 4;
export const IN_HEADER = 8;
const DEPRECATED = 16;

const letters = { string: 's', number: 'n', boolean: 'b', integer: 'i', long: 'l', Date: 's' };
/** Deeper than any call needs; models that hold themselves would never end. */
const DEEPEST = 6;

/** The rows of a class. `classes` are all of the package. */
export function rowsOfClass(classes, name, path = []) {
  return (classes.get(name) ?? []).map(({ wire, type, required, deprecated, values }) => {
    const { letter, inner } = shapeOf(classes, type ?? "'any'", path.concat(name));
    const flags = (required ? REQUIRED : 0) | (deprecated ? DEPRECATED : 0);
    if (inner.length > 0) return [wire, letter, flags, inner];
    const listed = values.length > 0 && (letter === 's' || letter === 'as');
    return listed ? [wire, letter, flags, values] : [wire, letter, flags];
  });
}

function shapeOf(classes, type, path) {
  const [, item] = /^\{ 'type': 'array', 'itemType': (.+) \}$/.exec(type) ?? [];
  if (item !== undefined) {
    const { letter, inner } = shapeOf(classes, item, path);
    return { letter: letter === 'o' ? 'a' : `a${letter}`, inner };
  }
  if (type.startsWith('{')) return { letter: 'm', inner: [] };
  const [, scalar] = /^'(\w+)'$/.exec(type) ?? [];
  return scalar === undefined ? modelShape(classes, type, path) : { letter: letters[scalar] ?? 'x', inner: [] };
}

function modelShape(classes, type, path) {
  const name = type.replace(/^\$_?model\./, '');
  if (!classes.has(name)) return { letter: name.startsWith('$') || name === 'Readable' ? 'x' : 'o', inner: [] };
  const endless = path.includes(name) || path.length > DEEPEST;
  return { letter: 'o', inner: endless ? [] : rowsOfClass(classes, name, path) };
}

/** The same rows without flags and values, as answers have them. */
export const withoutFlags = (rows) =>
  rows.map(([name, letter, , inner]) => {
    const fields = Array.isArray(inner?.[0]) ? [withoutFlags(inner)] : [];
    return [name, letter, ...fields];
  });
