import { describe, expect, test } from 'vitest';
import { analyze } from '../../../server/src/analysis/analyze.ts';
import { actionInsertion } from '../../../server/src/features/completion/actionInsertion.ts';
import { JsonWriter } from '../../../server/src/features/completion/jsonWriter.ts';
import type { Piece } from '../../../server/src/features/completion/pieces.ts';
import type { Proposal, Skeleton } from '../../../server/src/features/completion/proposal.ts';
import { fixed, list, map } from '../../../server/src/features/completion/skeletons.ts';
import { parameterSnippets } from '../../../server/src/features/completion/snippets/parameters.ts';
import {
  choiceEntrySnippets,
  taskOutputSnippets,
  taskPartSnippets,
  templateOutputSnippets,
} from '../../../server/src/features/completion/snippets/parts.ts';
import { taskSnippets } from '../../../server/src/features/completion/snippets/tasks.ts';
import { templateSnippets } from '../../../server/src/features/completion/snippets/templates.ts';
import { triggerSnippets } from '../../../server/src/features/completion/snippets/triggers.ts';
import { YamlWriter } from '../../../server/src/features/completion/yamlWriter.ts';
import type { Notation } from '../../../server/src/syntax/node.ts';
import { TemplateDocument } from '../../../server/src/template/document.ts';
import { bundledCatalog } from '../../../server/src/workspace/bundledCatalog.ts';
import { labels } from './plain.ts';

const catalog = bundledCatalog();
const layout = { newline: '\n', unit: 2, dash: 2, fill: ' ' } as const;
const notations: readonly Notation[] = ['yaml', 'json'];
const context = {
  parameters: ['regionId', 'instanceId', 'targets', 'rateControl'],
  jumpTargets: [],
  lists: ['find.ids'],
};
const nothing = { parameters: [], jumpTargets: [] };

/** A text in a notation, and where its holes are; an empty one with the key that it leaves without a value. */
function written(skeleton: Skeleton, notation: Notation) {
  const writer = notation === 'yaml' ? new YamlWriter(layout, false) : new JsonWriter(layout, false);
  const pieces: readonly Piece[] = writer.value(skeleton, 0);
  let text = '';
  const holes = pieces.flatMap((piece) => {
    const start = text.length;
    text += typeof piece === 'string' ? piece : piece.text;
    if (typeof piece === 'string') return [];
    return [{ start: piece.text === '' ? text.lastIndexOf('\n', start) + 1 : start, end: text.length }];
  });
  return { text, holes };
}

/** What the checker says to a text, but for what it says about the places that are still to be filled in. */
function problems(skeleton: Skeleton, notation: Notation): string[] {
  const { text, holes } = written(skeleton, notation);
  return analyze(new TemplateDocument(text, notation), catalog)
    .filter(({ range }) => !holes.some(({ start, end }) => range.start <= end + 1 && range.end >= start - 1))
    .filter(({ rule }) => rule !== 'unused-parameter' && !rule.startsWith('risky-'))
    .map(({ rule, message }) => `${notation}: ${rule}: ${message.en}`);
}

type Pair = readonly [key: string, value: Skeleton];

const template = (tasks: readonly Skeleton[], ...more: readonly Pair[]): Skeleton =>
  map(['FormatVersion', fixed('OOS-2019-06-01')], ...more, ['Tasks', list(...tasks)]);

const task = (action: string, ...pairs: readonly Pair[]): Skeleton =>
  map(['Name', fixed('it')], ['Action', fixed(action)], ...pairs);

const parameters: Pair = [
  'Parameters',
  map(...context.parameters.map((name): Pair => [name, map(['Type', fixed(name.endsWith('Id') ? 'String' : 'Json')])])),
];

const find = map(
  ['Name', fixed('find')],
  ['Action', fixed('ACS::SelectTargets')],
  ['Properties', map(['ResourceType', fixed('ALIYUN::ECS::Instance')], ['Filters', list(fixed('{{ targets }}'))])],
  ['Outputs', map(['ids', map(['Type', fixed('List')], ['ValueSelector', fixed('Instances.Instance[].InstanceId')])])],
);

const body = ({ insertion }: Proposal): Skeleton => {
  if (insertion.kind === 'structure') return insertion.value;
  return insertion.kind === 'pair' ? map([insertion.key, insertion.value ?? fixed(null)]) : fixed(null);
};

const pairOf = ({ insertion }: Proposal): Pair =>
  insertion.kind === 'pair' && insertion.value ? [insertion.key, insertion.value] : ['', fixed(null)];

/** What is wrong with a template in either notation. */
const inBoth = (skeleton: Skeleton): string[] => notations.flatMap((notation) => problems(skeleton, notation));

describe('what completion writes is right but for the places to fill in', () => {
  test('all actions, with and without parameters to refer to', { timeout: 60_000 }, () => {
    const found = catalog.actionNames.flatMap((name) => {
      const spec = catalog.action(name);
      if (!spec) return [`no ${name}`];
      const pairs = [nothing, context].map((it) => {
        const insertion = actionInsertion(spec, it);
        return insertion.kind === 'scalarAndPairs' ? insertion.pairs : [];
      });
      const [alone = [], among = []] = pairs;
      const first = spec.trigger ? [] : [find];
      return [
        ...inBoth(template([task(name, ...alone)])),
        ...inBoth(template([...first, task(name, ...among)], parameters)),
      ].map((it) => `${name}: ${it}`);
    });
    expect(found).toEqual([]);
  });

  test.each(taskSnippets(context).map((it) => [it.label, it] as const))('%s', (_, snippet) => {
    expect(inBoth(template([find, body(snippet)], parameters))).toEqual([]);
  });

  test.each(taskSnippets(nothing).map((it) => [it.label, it] as const))('%s, in an empty template', (_, snippet) => {
    expect(inBoth(template([body(snippet)]))).toEqual([]);
  });

  test.each(triggerSnippets().map((it) => [it.label, it] as const))('%s', (_, snippet) => {
    expect(inBoth(template([body(snippet), task('ACS::Pause')]))).toEqual([]);
  });

  test.each(parameterSnippets().map((it) => [it.label, it] as const))('%s', (_, snippet) => {
    expect(inBoth(template([task('ACS::Pause')], ['Parameters', body(snippet)]))).toEqual([]);
  });

  test.each(templateSnippets().map((it) => [it.label, it] as const))('%s', (_, snippet) => {
    expect(inBoth(body(snippet))).toEqual([]);
  });

  test.each(taskPartSnippets(context).map((it) => [it.label, it] as const))('%s', (_, snippet) => {
    const properties: Pair = ['Properties', map(['instanceId', fixed('{{ ACS::TaskLoopItem }}')])];
    const looped = task('ACS::ECS::RebootInstance', properties, pairOf(snippet));
    expect(inBoth(template([find, looped], parameters))).toEqual([]);
  });

  test('entries of choices, outputs', () => {
    const [entry] = choiceEntrySnippets(nothing);
    const [taskOutput] = taskOutputSnippets();
    const [output] = templateOutputSnippets();
    if (!entry || !taskOutput || !output) throw new Error('a snippet is missing');
    const choice = task('ACS::Choice', [
      'Properties',
      map(['DefaultTask', fixed('ACS::END')], ['Choices', list(body(entry))]),
    ]);
    expect(inBoth(template([choice]))).toEqual([]);
    const command = task(
      'ACS::ECS::RebootInstance',
      ['Properties', map(['instanceId', fixed('i-1')])],
      ['Outputs', body(taskOutput)],
    );
    expect(inBoth(template([command], ['Outputs', body(output)]))).toEqual([]);
  });
});

test('snippets say in both languages what they are, and no two at one place are called alike', () => {
  const places = [
    templateSnippets(),
    parameterSnippets(),
    [...taskSnippets(nothing), ...triggerSnippets()],
    taskPartSnippets(nothing),
    choiceEntrySnippets(nothing),
    taskOutputSnippets(),
    templateOutputSnippets(),
  ];
  expect(places.flat().filter(({ summary }) => !summary?.en || !/\p{Script=Han}/u.test(summary.zh))).toEqual([]);
  // Names of the language are the same in both.
  const isNamed = ({ label, title }: Proposal) => (title ? /\p{Script=Han}/u.test(title.zh) : /^[A-Z]/.test(label));
  expect(labels(places.flat().filter((it) => !isNamed(it)))).toEqual([]);
  for (const snippets of places) expect(labels(snippets)).toEqual([...new Set(labels(snippets))]);
});
