import type { Words } from '../../../words/words.ts';
import { concurrency } from '../actionInsertion.ts';
import { type InsertionContext, loopItems, referenceTo } from '../insertionContext.ts';
import type { Proposal, Skeleton } from '../proposal.ts';
import { bareHole, choice, hole, list, map } from '../skeletons.ts';
import { snippets } from './snippet.ts';

const words = (en: string, zh: string): Words => ({ en, zh });

/** The reference to the parameter for it where the template has one. */
export const rateControl = (context: InsertionContext): Skeleton => referenceTo('rateControl', context) ?? concurrency;

const types = choice(['String', 'List', 'Json', 'Number', 'Boolean']);

/** Pairs of a task. */
export const taskPartSnippets = (context: InsertionContext): Proposal[] =>
  snippets(
    [
      'Loop',
      words('Repeats the task for each element of a list', '对列表中的每个元素重复执行该任务'),
      { kind: 'pair', key: 'Loop', value: map(['Items', loopItems(context)], ['RateControl', rateControl(context)]) },
    ],
    [
      words('Loop with outputs', 'Loop（带输出）'),
      words('Repeats the task, and gathers an output of all rounds', '重复执行该任务，并汇总各轮的输出'),
      {
        kind: 'pair',
        key: 'Loop',
        value: map(
          ['Items', loopItems(context)],
          ['RateControl', rateControl(context)],
          ['Outputs', map(['results', gathered([])])],
        ),
      },
    ],
    [
      words('RateControl by batches', 'RateControl（分批）'),
      words('Repeats the task batch by batch', '分批重复执行该任务'),
      {
        kind: 'pair',
        key: 'Loop',
        value: map(['Items', loopItems(context)], ['RateControl', batches]),
      },
    ],
  );

const batches: Skeleton = map(
  ['Mode', choice(['Batch'])],
  ['MaxErrors', bareHole('0')],
  ['Batch', list(bareHole('1'), hole('50%'))],
  ['ConcurrencyInBatches', list(bareHole('1'), bareHole('10'))],
  ['BatchPauseOption', choice(['Automatic', 'FirstBatchPause', 'EveryBatchPause'])],
);

/** An item of Choices. */
export const choiceEntrySnippets = ({ jumpTargets }: InsertionContext): Proposal[] =>
  snippets([
    'When ... NextTask',
    words('A condition, and the task to go on with', '条件以及条件成立时转到的任务'),
    {
      kind: 'structure',
      value: map(
        ['When', map(['Fn::Equals', list(hole(), hole())])],
        ['NextTask', choice([...jumpTargets, 'ACS::END', 'ACS::NEXT'])],
      ),
    },
  ]);

/** An output of a task. */
export const taskOutputSnippets = (): Proposal[] =>
  snippets([
    words('output', '输出'),
    words('A value of the answer', '响应中的一个值'),
    { kind: 'pair', key: 'name', keyIsHole: true, value: map(['Type', types], ['ValueSelector', hole()]) },
  ]);

/** An output of all rounds of a loop. `outputs`: those of the task, one of which is gathered. */
export const loopOutputSnippets = (outputs: readonly string[]): Proposal[] =>
  snippets([
    words('output', '输出'),
    words('The values of all rounds', '各轮的值的汇总'),
    { kind: 'pair', key: 'results', keyIsHole: true, value: gathered(outputs) },
  ]);

const gathered = (outputs: readonly string[]): Skeleton =>
  map(['AggregateType', choice(['Fn::ListJoin', 'Fn::Sum'])], ['AggregateField', choice(outputs)]);

/** An output of the template. */
export const templateOutputSnippets = (): Proposal[] =>
  snippets([
    words('output', '输出'),
    words('A value that the template gives', '模板输出的一个值'),
    { kind: 'pair', key: 'name', keyIsHole: true, value: map(['Type', types], ['Value', hole()]) },
  ]);
