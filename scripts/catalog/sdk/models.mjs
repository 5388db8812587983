// Reads the model classes of the SDK: their fields by wire name, with the type as it is written, and what the comments tell.
import { listedValues } from './listedValues.mjs';

const CLASS = /^export class (\w+) extends \S+ \{$/;
const FIELD = /^ {2}(\w+)\??: .+;$/;
const NAME = /^ {6}(\w+): '([^']*)',?$/;
const TYPE = /^ {6}(\w+): (.+),$/;

/** The classes in the text of a file by name. Each is a list of `{ wire, type, required, deprecated, values }`. */
export function readClasses(text) {
  const classes = new Map();
  let reader;
  for (const line of text.split('\n')) {
    const [, name] = CLASS.exec(line) ?? [];
    if (name !== undefined) reader = classReader(name);
    else if (line === '}' && reader) {
      classes.set(reader.name, reader.fields());
      reader = undefined;
    } else reader?.take(line);
  }
  return classes;
}

/** A class has three parts: its fields with their comments, `names()` and `types()`. */
function classReader(name) {
  const notes = new Map();
  const wires = new Map();
  const types = new Map();
  let part = 'fields';
  let note = [];
  const parts = {
    fields: (line) => {
      const [, field] = FIELD.exec(line) ?? [];
      if (field === undefined) {
        note.push(line);
        return;
      }
      notes.set(field, note.join('\n'));
      note = [];
    },
    names: (line) => keep(wires, NAME.exec(line)),
    types: (line) => keep(types, TYPE.exec(line)),
    rest: () => {},
  };
  return {
    name,
    take: (line) => {
      if (line.startsWith('  static names()')) part = 'names';
      else if (line.startsWith('  static types()')) part = 'types';
      else if (line === '  }' && part === 'types') part = 'rest';
      else parts[part](line);
    },
    fields: () =>
      [...wires].map(([field, wire]) => ({ wire, type: types.get(field), ...told(notes.get(field) ?? '') })),
  };
}

function keep(map, match) {
  if (match) map.set(match[1], match[2]);
}

const told = (note) => ({
  required: note.includes('This parameter is required.'),
  deprecated: note.includes('@deprecated'),
  values: listedValues(note),
});
