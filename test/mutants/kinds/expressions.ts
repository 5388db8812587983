import { contains, stringOf } from '../../../server/src/syntax/navigate.ts';
import type { PairNode, ScalarNode } from '../../../server/src/syntax/node.ts';
import type { Use } from '../../../server/src/template/template.ts';
import type { Base } from '../bases.ts';
import { over, rename, replace } from '../edits.ts';
import type { Kind, Mutant, Site } from '../kind.ts';
import { isSimple, pairsOf, parameters, scalarAt, tasks, templates, uses } from '../places.ts';

/** A use that loses its expression may be the last one of a parameter. */
const unusedThen = (base: Base, { expression: { body } }: Use): Pick<Mutant, 'consequences'> => {
  const parameter =
    body.kind === 'parameter'
      ? templates(base)
          .map((it) => it.parameters.get(body.name.text))
          .find(Boolean)
      : undefined;
  return parameter ? { consequences: [{ rule: 'unused-parameter', at: [parameter.pair.range] }] } : {};
};

/** Uses whose scalar is written without escapes on one line. */
const simpleUses = (base: Base): Use[] =>
  uses(base).filter(
    ({ scalar, expression: { body } }) => isSimple(base, scalar) && ['parameter', 'task', 'pseudo'].includes(body.kind),
  );

interface Rewritten {
  readonly name: string;
  readonly rules: readonly string[];
  readonly repairable?: boolean;
  /** What stands instead of `{{ body }}`. */
  readonly to: (inner: string) => string;
  readonly fits?: (use: Use, base: Base) => boolean;
}

const rewritten = ({ to, fits = () => true, ...kind }: Rewritten): Kind => ({
  ...kind,
  sites: (base) =>
    simpleUses(base)
      .filter((use) => fits(use, base))
      .map((use) => () => {
        const { range } = use.expression;
        const text = base.document.text.slice(range.start, range.end);
        const inner = text.slice(2, -2).trim();
        const spaced = text === `{{ ${inner} }}`;
        return spaced ? { edits: [over(range, to(inner))], at: [range], ...unusedThen(base, use) } : undefined;
      }),
});

const isParameter = ({ expression: { body } }: Use): boolean => body.kind === 'parameter';

/** No path into the answer of a task, in which more signs may stand. */
const isPlain = ({ expression: { body } }: Use): boolean => body.kind !== 'task' || body.simple;

const malformed: readonly Kind[] = [
  rewritten({
    name: 'expression that is not closed',
    rules: ['invalid-reference'],
    repairable: true,
    to: (inner) => `{{ ${inner} `,
    fits: ({ expression: { whole } }) => whole,
  }),
  rewritten({
    name: 'expression closed by one brace',
    rules: ['invalid-reference'],
    repairable: true,
    to: (inner) => `{{ ${inner} }`,
  }),
  rewritten({ name: 'empty expression', rules: ['invalid-reference'], to: () => '{{ }}' }),
  rewritten({
    name: 'expression with a blank in it',
    rules: ['invalid-reference'],
    to: (inner) => `{{ ${inner} x }}`,
    fits: isPlain,
  }),
  rewritten({
    name: 'expression with a stray sign',
    rules: ['invalid-reference'],
    to: (inner) => `{{ ${inner}$ }}`,
    fits: isPlain,
  }),
  rewritten({
    name: 'expression with a dot too much',
    rules: ['invalid-reference'],
    to: (inner) => `{{ ${inner}. }}`,
    fits: isParameter,
  }),
  rewritten({
    name: 'one brace instead of two',
    rules: ['ambiguous-single-brace'],
    repairable: true,
    to: (inner) => `{ ${inner} }`,
    // In a call the braces may be part of its own language.
    fits: (use, base) =>
      isParameter(use) &&
      use.place.part === 'Properties' &&
      use.expression.whole &&
      !templates(base).some(({ calls }) => calls.some(({ pair }) => contains(pair.range, use.scalar.range.start))),
  }),
];

/** A place that takes no reference, and one written into it. */
const forbidden = (name: string, pairs: (base: Base) => readonly PairNode[], rules: readonly string[]): Kind => ({
  name: `reference in ${name}`,
  rules: ['misplaced-reference', ...rules],
  consequences: [{ rule: 'unknown-task' }, { rule: 'unknown-jump-target' }],
  sites: (base) => {
    const parameter = base.template.parameters.names()[0];
    if (!parameter) return [];
    return pairs(base).map(
      ({ value, range }) =>
        () =>
          value ? { edits: [replace(base, value, `{{ ${parameter} }}`)], at: [range] } : undefined,
    );
  },
});

const outerTasks = (base: Base) => base.template.tasks.tasks;

const misplaced: readonly Kind[] = [
  forbidden(
    'the name of a task',
    (base) => outerTasks(base).flatMap(({ node }) => pairsOf(node, 'Name').map(({ pair }) => pair)),
    ['invalid-task-name'],
  ),
  forbidden(
    'the action of a task',
    (base) => outerTasks(base).flatMap(({ node }) => pairsOf(node, 'Action').map(({ pair }) => pair)),
    ['unknown-atomic-action', 'unknown-product-action'],
  ),
  forbidden(
    'the type of a parameter',
    (base) =>
      base.template.parameters.all.flatMap(({ attributes }) => pairsOf(attributes, 'Type').map(({ pair }) => pair)),
    ['unknown-parameter-type'],
  ),
  {
    name: 'reference without quotes',
    notation: 'yaml',
    rules: ['unquoted-reference'],
    repairable: true,
    sites: (base) =>
      simpleUses(base)
        .filter(({ expression: { whole }, scalar: { style } }) => whole && style === 'single')
        .map(({ scalar: { range } }) => () => {
          const inner = base.document.text.slice(range.start + 1, range.end - 1);
          return { edits: [over(range, inner)], at: [range] };
        }),
  },
  {
    name: 'output of a task read like a parameter',
    rules: ['unknown-parameter', 'unknown-task-output'],
    sites: (base) =>
      templates(base).flatMap((template) =>
        template.uses.flatMap(({ expression: { body } }): Site[] =>
          body.kind === 'task' && !template.parameters.has(body.name.text)
            ? [
                () => ({
                  edits: [over({ start: body.name.range.end, end: body.path.range.end }, '')],
                  at: [body.name.range],
                }),
              ]
            : [],
        ),
      ),
  },
  {
    name: 'parameter read like a task',
    rules: ['unknown-task'],
    consequences: [{ rule: 'risky-command-injection' }],
    sites: (base) =>
      templates(base).flatMap((template) =>
        template.uses.flatMap((use): Site[] => {
          const { body } = use.expression;
          if (body.kind !== 'parameter' || template.anyTask.has(body.name.text)) return [];
          return [
            () => ({
              edits: [over(body.name.range, `Parameters.${body.name.text}`)],
              at: [body.name.range],
              ...unusedThen(base, use),
            }),
          ];
        }),
      ),
  },
];

const otherCase = (name: string): string => {
  const first = name.charAt(0);
  return (first === first.toLowerCase() ? first.toUpperCase() : first.toLowerCase()) + name.slice(1);
};

const cases: readonly Kind[] = [
  {
    name: 'parameter in another letter case',
    rules: ['ambiguous-reference-case'],
    repairable: true,
    sites: (base) =>
      templates(base).flatMap((template) =>
        template.uses.flatMap(({ expression: { body } }): Site[] =>
          body.kind === 'parameter' && template.parameters.get(body.name.text)?.name === body.name.text
            ? [() => ({ edits: [over(body.name.range, otherCase(body.name.text))], at: [body.name.range] })]
            : [],
        ),
      ),
  },
  {
    name: 'target of a jump in another letter case',
    rules: ['ambiguous-reference-case', 'unknown-jump-target', 'invalid-jump-target', 'ambiguous-jump-case'],
    repairable: true,
    sites: (base) =>
      templates(base).flatMap(({ jumps, anyTask }) =>
        jumps.flatMap(({ node }): Site[] => {
          const name = stringOf(node);
          return node.kind === 'scalar' && name && anyTask.get(name)?.name === name
            ? [() => ({ edits: [rename(base, node, otherCase(name))], at: [node.range] })]
            : [];
        }),
      ),
  },
];

const store: readonly Kind[] = [
  {
    name: 'name in the parameter store that cannot be',
    rules: ['invalid-store-reference', 'invalid-reference'],
    sites: (base) =>
      uses(base).flatMap(({ expression: { body } }): Site[] =>
        body.kind === 'store' ? [() => ({ edits: [over(body.name.range, 'a b?c')], at: [body.name.range] })] : [],
      ),
  },
  {
    name: 'parameter that nothing uses',
    rules: ['unused-parameter'],
    sites: (base) =>
      parameters(base).map(({ pair }) => () => {
        const { start, end } = pair.range;
        const { text, notation } = base.document;
        const lineStart = text.lastIndexOf('\n', start - 1) + 1;
        const indent = text.slice(lineStart, start);
        if (!/^ *$/.test(indent)) return undefined;
        const name: Pick<ScalarNode, 'value'> = { value: 'plantedAndForgotten' };
        const written = notation === 'json' ? `"${name.value}": {"Type": "String"},` : `${name.value}: {Type: String}`;
        const comma = notation === 'yaml' && isInFlow(base, pair) ? ',' : '';
        const line = text.includes('\r\n') ? '\r\n' : '\n';
        return {
          edits: [over({ start, end: start }, `${written}${comma}${line}${indent}`)],
          at: [{ start, end: Math.min(end, start) }],
        };
      }),
  },
];

const isInFlow = (base: Base, pair: PairNode): boolean =>
  templates(base).some(({ root }) =>
    pairsOf(root, 'Parameters').some(
      ({ pair: { value } }) => value?.kind === 'mapping' && value.flow && value.pairs.includes(pair),
    ),
  );

const injection: readonly Kind[] = [
  {
    name: 'parameter without limits in a script',
    rules: ['risky-command-injection'],
    sites: (base) => {
      const free = base.template.parameters.all.find(
        ({ attributes }) =>
          pairsOf(attributes, 'AllowedValues', 'AllowedPattern', 'AssociationProperty').length === 0 &&
          pairsOf(attributes, 'Type').every(({ pair }) => stringOf(pair.value) === 'String'),
      );
      if (!free) return [];
      return tasks(base)
        .filter(
          ({ list, action, properties }) =>
            list === base.template.tasks &&
            action === 'ACS::ECS::RunCommand' &&
            stringOf(scalarAt(properties?.value, 'commandType')) === 'RunShellScript',
        )
        .flatMap((task) => pairsOf(task.properties?.value, 'commandContent'))
        .map(
          ({ pair }) =>
            () =>
              pair.value
                ? {
                    edits: [replace(base, pair.value, `echo {{ ${free.name} }}`)],
                    at: [pair.range],
                    consequences: [{ rule: 'unused-parameter' }],
                  }
                : undefined,
        );
    },
  },
];

export const wrongExpressions: readonly Kind[] = [...malformed, ...misplaced, ...cases, ...store, ...injection];
