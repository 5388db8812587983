import type { ApiField, ApiOperation } from '../../catalog/openApi/openApi.ts';
import { followPath } from '../../catalog/openApi/responsePaths.ts';
import { type PlainStep, plainSteps } from '../../jq/plainPath.ts';
import { readSelector } from '../../jq/selector.ts';
import type { ScalarNode, TextRange } from '../../syntax/node.ts';
import type { ScalarText } from '../../syntax/scalarText.ts';
import { closest } from '../../template/closest.ts';
import type { Words } from '../../words/words.ts';
import { selectorText, taskSelectors } from '../jq/selectors.ts';
import type { Fix, RuleContext } from '../rule.ts';
import { apiCalls, callName } from './apiCalls.ts';

/** A step of a selector that leads nowhere in the answer of its operation. */
interface AnswerSlip {
  readonly range: TextRange;
  readonly message: Words;
  readonly fixes: readonly Fix[];
}

/** Looks at selectors that only walk; what others do with an answer cannot be told without running them. */
export function answerSlips(context: RuleContext): AnswerSlip[] {
  return apiCalls(context).flatMap(({ task, service, api }) => {
    const operation = api?.operation;
    const answer = operation && service?.response(operation.name);
    if (!operation || !answer) return [];
    return taskSelectors(task).flatMap((node) => slipIn(context.document.text, node, operation, answer) ?? []);
  });
}

function slipIn(
  source: string,
  node: ScalarNode,
  operation: ApiOperation,
  answer: readonly ApiField[],
): AnswerSlip | undefined {
  if (typeof node.value !== 'string' || node.value.includes('{{')) return undefined;
  const content = selectorText(source, node);
  const { program } = readSelector(content.text);
  const steps = program.problems.length === 0 ? plainSteps(program.root) : undefined;
  if (!steps) return undefined;
  const end = followPath(answer, steps);
  if (end.kind !== 'unknown-field' && end.kind !== 'misfit') return undefined;
  const step = steps[end.step];
  if (!step) return undefined;
  const found: Found = { step, before: nameBefore(steps, end.step), content, call: callName(operation) };
  return end.kind === 'misfit' ? misfit(found, end.type) : unknownField(found, end.fields);
}

interface Found {
  readonly step: PlainStep;
  /** The field that the step is taken from; undefined at the root. */
  readonly before: string | undefined;
  readonly content: ScalarText;
  readonly call: string;
}

const nameBefore = (steps: readonly PlainStep[], index: number): string | undefined =>
  steps.slice(0, index).findLast((step) => step.kind === 'field')?.name;

function unknownField({ step, before, content, call }: Found, fields: readonly ApiField[]): AnswerSlip {
  const name = step.kind === 'field' ? step.name : '[]';
  const range = content.rangeOf(step.range.start, step.range.end);
  const near = closest(
    name,
    fields.map((it) => it.name),
  );
  const guess = near === undefined ? { en: '', zh: '' } : { en: ` Was ${near} meant?`, zh: `是否是 ${near}？` };
  const message =
    before === undefined
      ? { en: `The answer of ${call} has no field '${name}'.`, zh: `${call} 的返回结果中没有字段“${name}”。` }
      : {
          en: `In the answer of ${call}, ${before} has no field '${name}'.`,
          zh: `在 ${call} 的返回结果中，${before} 没有字段“${name}”。`,
        };
  const isBare = content.text.slice(step.range.start, step.range.end) === name;
  return {
    range,
    message: { en: message.en + guess.en, zh: message.zh + guess.zh },
    fixes: near === undefined || !isBare ? [] : [change(range, near)],
  };
}

const change = (range: TextRange, name: string): Fix => ({
  title: { en: `Change to '${name}'`, zh: `改为“${name}”` },
  edits: [{ range, newText: name }],
  guess: true,
});

function misfit({ step, before = '.', content, call }: Found, type: string): AnswerSlip {
  const range = content.rangeOf(step.range.start, step.range.end);
  if (step.kind === 'field' && type === 'array') {
    const at = content.text.slice(0, step.range.start).lastIndexOf('.');
    const spot = content.rangeOf(at, at).start;
    const each: Fix = {
      title: { en: `Take ${step.name} of every element: ${before}[]`, zh: `取每个元素的 ${step.name}：${before}[]` },
      edits: [{ range: { start: spot, end: spot }, newText: '[]' }],
      guess: true,
    };
    return {
      range,
      message: {
        en: `In the answer of ${call}, ${before} is a list: write ${before}[].${step.name} or ${before}[0].${step.name}.`,
        zh: `在 ${call} 的返回结果中，${before} 是列表：请写 ${before}[].${step.name} 或 ${before}[0].${step.name}。`,
      },
      fixes: at > 0 ? [each] : [],
    };
  }
  const what =
    step.kind === 'field'
      ? { en: `no field '${step.name}'`, zh: `没有字段“${step.name}”` }
      : { en: 'no elements', zh: '没有元素' };
  return {
    range,
    message: {
      en: `In the answer of ${call}, ${before} is a ${type} and has ${what.en}.`,
      zh: `在 ${call} 的返回结果中，${before} 的类型是 ${type}，${what.zh}。`,
    },
    fixes: [],
  };
}
