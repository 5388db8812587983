import { pseudoParameters } from '../../../server/src/catalog/parameters/pseudoParameters.ts';
import { stringOf } from '../../../server/src/syntax/navigate.ts';
import { findOutput } from '../../../server/src/template/scope.ts';
import { catalog } from '../bases.ts';
import { over, rename, typo } from '../edits.ts';
import type { Kind, Site } from '../kind.ts';
import { scalarAt, tasks, templates, usesOf, usesOfTask } from '../places.ts';
import type { Random } from '../random.ts';
import { parameterNames, slipAt, slipIn, taskNames, unusedThen } from './slips.ts';

const references: readonly Kind[] = [
  {
    name: 'misspelt parameter reference',
    rules: ['unknown-parameter'],
    repairable: true,
    sites: (base) =>
      templates(base).flatMap((template) =>
        template.uses.flatMap(({ expression: { body } }): Site[] => {
          if (body.kind !== 'parameter' || !template.parameters.has(body.name.text)) return [];
          const consequences = unusedThen(template, body.name.text);
          const names = template.parameters.names();
          return [(random) => slipAt(body.name.range, body.name.text, random, names, { consequences })];
        }),
      ),
  },
  {
    name: 'misspelt task reference',
    rules: ['unknown-task'],
    repairable: true,
    sites: (base) =>
      templates(base).flatMap((template) =>
        template.uses.flatMap(({ expression: { body } }): Site[] =>
          body.kind === 'task' && template.anyTask.has(body.name.text)
            ? [(random) => slipAt(body.name.range, body.name.text, random, taskNames(template))]
            : [],
        ),
      ),
  },
  {
    name: 'misspelt output reference',
    rules: ['unknown-task-output'],
    repairable: true,
    sites: (base) =>
      templates(base).flatMap((template) =>
        template.uses.flatMap(({ expression: { body } }): Site[] => {
          const task = body.kind === 'task' && body.simple ? template.anyTask.get(body.name.text) : undefined;
          if (!task || body.kind !== 'task' || !findOutput(task, body.path.text)) return [];
          const names = [...task.outputs.names(), ...(task.loop?.outputs.names() ?? [])];
          return [(random) => slipAt(body.path.range, body.path.text, random, names)];
        }),
      ),
  },
  {
    name: 'misspelt pseudo-parameter',
    rules: ['unknown-pseudo-parameter'],
    repairable: true,
    sites: (base) =>
      templates(base).flatMap((template) =>
        template.uses.flatMap(({ expression: { body } }): Site[] => {
          if (body.kind !== 'pseudo') return [];
          const range = { start: body.name.range.start + 5, end: body.name.range.end };
          const others = pseudoParameters.map(({ name }) => name.slice(5));
          return [(random) => slipAt(range, body.name.text.slice(5), random, others)];
        }),
      ),
  },
  {
    name: 'pseudo-parameter without its prefix ACS::',
    rules: ['unknown-parameter'],
    repairable: true,
    sites: (base) =>
      templates(base).flatMap((template) =>
        template.uses.flatMap(({ expression: { body } }): Site[] =>
          body.kind === 'pseudo' && !template.parameters.has(body.name.text.slice(5))
            ? [
                () => ({
                  edits: [over({ start: body.name.range.start, end: body.name.range.start + 5 }, '')],
                  at: [body.name.range],
                  repairable: !/loopitem/i.test(body.name.text),
                }),
              ]
            : [],
        ),
      ),
  },
  {
    name: 'misspelt condition',
    rules: ['unknown-condition'],
    repairable: true,
    sites: (base) =>
      templates(base).flatMap(({ conditionUses, conditions }) =>
        conditionUses.map(({ node }) => slipIn(base, node, conditions.names())),
      ),
  },
  {
    name: 'misspelt group parameter',
    rules: ['unknown-group-parameter'],
    repairable: true,
    sites: (base) =>
      templates(base).flatMap((template) =>
        template.groupUses
          .filter(({ name }) => template.parameters.has(name))
          .map(({ node, name }) =>
            slipIn(base, node, template.parameters.names(), { consequences: unusedThen(template, name) }),
          ),
      ),
  },
  {
    name: 'misspelt parameter in metadata',
    rules: ['unknown-metadata-parameter'],
    repairable: true,
    sites: (base) =>
      templates(base).flatMap((template) =>
        template.metadataUses
          .filter(({ bare, parameter }) => !bare && parameter)
          .map(({ range, name }) => (random: Random) => {
            const consequences = unusedThen(template, name);
            return slipAt(range, name, random, template.parameters.names(), { consequences });
          }),
      ),
  },
  {
    name: 'misspelt aggregate field',
    rules: ['unknown-aggregate-field'],
    repairable: true,
    sites: (base) =>
      tasks(base).flatMap((task) =>
        (task.loop?.outputs.all ?? [])
          .map(({ attributes }) => scalarAt(attributes, 'AggregateField'))
          .filter((node) => task.outputs.has(stringOf(node) ?? ''))
          .map((node) => slipIn(base, node, task.outputs.names())),
      ),
  },
];

const selected: readonly Kind[] = [
  {
    name: 'misspelt output of a product action',
    rules: ['unknown-child-output'],
    repairable: true,
    sites: (base) =>
      tasks(base).flatMap((task) => {
        const names = [...(catalog.action(task.action ?? '')?.outputs?.keys() ?? [])];
        return task.outputs.all
          .map(({ attributes }) => scalarAt(attributes, 'ValueSelector'))
          .filter((node) => names.includes(stringOf(node) ?? ''))
          .map((node) => slipIn(base, node, names));
      }),
  },
];

const declarations: readonly Kind[] = [
  {
    name: 'misspelt declaration of a parameter',
    rules: ['unknown-parameter', 'unknown-group-parameter', 'unknown-metadata-parameter'],
    sites: (base) =>
      templates(base).flatMap((template) =>
        template.parameters.all.map(({ pair, name }) => (random: Random) => {
          const parameter = template.parameters.get(name);
          const to = typo(name, random, parameterNames(template));
          // A bare word in metadata names a parameter only as long as there is one.
          const bare = template.metadataUses.filter((it) => it.bare).map(({ range }) => range);
          const at = parameter ? usesOf(template, parameter).filter((range) => !bare.includes(range)) : [];
          if (!to || !parameter || at.length === 0) return undefined;
          const consequences = [{ rule: 'unused-parameter', at: [pair.range] }];
          return { edits: [rename(base, pair.key, to)], at, consequences };
        }),
      ),
  },
  {
    name: 'misspelt declaration of a task',
    rules: ['unknown-task', 'unknown-jump-target'],
    sites: (base) =>
      templates(base).flatMap((template) =>
        template.allTasks.flatMap(({ nameNode, name }): Site[] => {
          const at = name ? usesOfTask(template, name) : [];
          if (!nameNode || !name || at.length === 0) return [];
          return [
            (random) => {
              const to = typo(name, random, taskNames(template));
              return to ? { edits: [rename(base, nameNode, to)], at } : undefined;
            },
          ];
        }),
      ),
  },
];

export const misspeltNames: readonly Kind[] = [...references, ...selected, ...declarations];
