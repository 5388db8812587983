import { keyName, toData } from '../../../server/src/syntax/navigate.ts';
import type { TextRange } from '../../../server/src/syntax/node.ts';
import type { Base } from '../bases.ts';
import { insertPair, rename } from '../edits.ts';
import type { Kind, Mutant, Site } from '../kind.ts';
import { mappings, type PairAt, pairsOf, tasks, templates, valueAt } from '../places.ts';

/** The name with the case of its first letter turned round. */
const otherCase = (name: string): string => {
  const first = name.charAt(0);
  return (first === first.toLowerCase() ? first.toUpperCase() : first.toLowerCase()) + name.slice(1);
};

/** A second declaration beside one, with a name that differs in letter case. */
function sameName(base: Base, it: PairAt): Mutant {
  const edit = insertPair(base, it, otherCase(keyName(it.pair)), toData(it.pair.value));
  return { edits: [edit], at: [{ start: it.pair.range.start, end: it.pair.key.range.end }] };
}

interface Declared {
  readonly name: string;
  readonly rules: readonly string[];
  readonly places: (base: Base) => readonly PairAt[];
}

const duplicated = ({ name, rules, places }: Declared): Kind => ({
  name: `${name} declared twice, letter case aside`,
  rules,
  consequences: [{ rule: 'unused-parameter' }],
  sites: (base) =>
    places(base)
      .filter(({ pair }) => /^[A-Za-z]/.test(keyName(pair)))
      .map((it) => () => sameName(base, it)),
});

export const duplicates: readonly Kind[] = [
  {
    name: 'key written twice',
    rules: ['duplicate-key', 'duplicate-parameter', 'duplicate-output'],
    consequences: [{ rule: 'unused-parameter' }],
    sites: (base) =>
      mappings(base)
        .flatMap((it) => pairsOf(it))
        .filter(({ pair }) => pair.value?.kind === 'scalar')
        .map((it) => () => ({
          edits: [insertPair(base, it, keyName(it.pair), toData(it.pair.value))],
          at: [it.pair.key.range],
        })),
  },
  duplicated({
    name: 'parameter',
    rules: ['duplicate-parameter'],
    places: (base) => templates(base).flatMap(({ root }) => pairsOf(valueAt(root, 'Parameters'))),
  }),
  duplicated({
    name: 'output of the template',
    rules: ['duplicate-output'],
    places: (base) => templates(base).flatMap(({ root }) => pairsOf(valueAt(root, 'Outputs'))),
  }),
  duplicated({
    name: 'output of a task',
    rules: ['duplicate-output'],
    places: (base) => tasks(base).flatMap(({ node }) => pairsOf(valueAt(node, 'Outputs'))),
  }),
  duplicated({
    name: 'condition',
    rules: ['duplicate-condition'],
    places: (base) => templates(base).flatMap(({ root }) => pairsOf(valueAt(root, 'Conditions'))),
  }),
  {
    name: 'two tasks of one name',
    rules: ['duplicate-task'],
    sites: (base) => renamedTasks(base, (name) => name),
  },
  {
    name: 'two tasks of one name, letter case aside',
    rules: ['duplicate-task'],
    sites: (base) => renamedTasks(base, otherCase),
  },
];

/** Gives a task that nothing names the name of the one before it. */
function renamedTasks(base: Base, named: (name: string) => string): Site[] {
  const { text } = base.document;
  return tasks(base).flatMap((task): Site[] => {
    const previous = task.list.tasks[task.index - 1];
    const { nameNode, name } = task;
    if (!nameNode || !name || !previous?.name || !previous.nameNode || isNamed(text, name)) return [];
    const to = named(previous.name);
    const at: TextRange[] = [nameNode.range, previous.nameNode.range];
    return [() => ({ edits: [rename(base, nameNode, to)], at })];
  });
}

const isNamed = (text: string, name: string): boolean =>
  new RegExp(`\\b${name}\\s*\\.|(?:Task|OnError|OnSuccess)['"]?\\s*:\\s*['"]?${name}\\b`, 'i').test(text);
