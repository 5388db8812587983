import type { JqProblem } from '../../jq/problem.ts';
import { faultsOf, isPlainPath, readSelector } from '../../jq/selector.ts';
import { asScalar, asSequence, valueFor } from '../../syntax/navigate.ts';
import type { ScalarNode, ValueNode } from '../../syntax/node.ts';
import { type ScalarText, scalarText } from '../../syntax/scalarText.ts';
import type { Task, Template } from '../../template/template.ts';
import { oncePer } from '../oncePer.ts';
import type { RuleContext } from '../rule.ts';
import { argumentsOf, type EvaluatedCall, evaluatedCalls } from '../types/calls.ts';

/** A jq text that something is wrong with. */
export interface FaultySelector {
  readonly node: ScalarNode;
  /** Its characters, and the way back to the file. */
  readonly content: ScalarText;
  /** Has `{{ }}` in it. */
  readonly embeds: boolean;
  /** What every version of jq refuses, and formats that there are not. */
  readonly faults: readonly JqProblem[];
  /** What jq 1.6 refuses and later versions read. Empty where there are faults. */
  readonly later: readonly JqProblem[];
}

/** Several rules report on the same selectors, which are read once. */
export const faultySelectors = oncePer(({ document, template }: RuleContext): readonly FaultySelector[] =>
  selectorNodes(template).flatMap((node) => faulty(document.text, node)),
);

function faulty(source: string, node: ScalarNode): FaultySelector[] {
  if (typeof node.value !== 'string' || isPlainPath(node.value) || node.value.trim() === '') return [];
  const content = selectorText(source, node);
  if (isPlainPath(content.text) || /^\s*\{\{[^{}]*\}\}\s*$/.test(content.text)) return [];
  const { program, embeds } = readSelector(content.text);
  if (program.problems.length === 0) return [];
  const refused = new Set(faultsOf(program));
  const faults = program.problems.filter((it) => refused.has(it) || (it.code === 'unknown-format' && !it.later));
  const later = faults.length > 0 ? [] : program.problems.filter((it) => it.later);
  return [{ node, content, embeds, faults, later }];
}

/** The characters of a jq text. The line `|` or `>` in front of a block belongs to YAML. */
export function selectorText(source: string, node: ScalarNode): ScalarText {
  const content = scalarText(source, node);
  if (node.style !== 'literal' && node.style !== 'folded') return content;
  const header = /^[^\n]*\n?/.exec(content.text)?.[0].length ?? 0;
  return {
    text: content.text.slice(header),
    rangeOf: (start, end) => content.rangeOf(start + header, end + header),
  };
}

/** Every jq text of a template, in no particular order. */
function selectorNodes(template: Template): ScalarNode[] {
  const nodes = [...template.allTasks.flatMap(inTask), ...evaluatedCalls(template).map(inCall)];
  return nodes.flatMap((node) => asScalar(node) ?? []);
}

function inCall({ name, pair, spec, console }: EvaluatedCall): ValueNode | undefined {
  return name === 'Fn::Jq' && spec && !console ? argumentsOf(pair.value, spec)?.[1] : undefined;
}

/** The jq texts of a task, those of functions aside. */
export const taskSelectors = (task: Task): ScalarNode[] => inTask(task).flatMap((node) => asScalar(node) ?? []);

function inTask({ action, outputs, properties }: Task): (ValueNode | undefined)[] {
  const name = action?.toLowerCase();
  // What an ACS::Loop gives out are references to its inner tasks.
  const inOutputs = name === 'acs::loop' ? [] : outputs.all.map((it) => valueFor(it.attributes, 'ValueSelector'));
  return [...inOutputs, ...inProperties(name, properties?.value)];
}

function inProperties(action: string | undefined, properties: ValueNode | undefined): (ValueNode | undefined)[] {
  if (action === 'acs::waitfor' || action === 'acs::checkfor') return [valueFor(properties, 'PropertySelector')];
  if (action !== 'acs::executehttprequest') return [];
  return ['CheckFor', 'WaitFor']
    .flatMap((key) => asSequence(valueFor(valueFor(properties, key), 'Rules'))?.items ?? [])
    .map((rule) => valueFor(rule, 'PropertySelector'));
}
