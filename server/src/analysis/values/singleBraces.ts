import { pseudoParameterNamed } from '../../catalog/pseudoParameters.ts';
import { asSequence, keyName } from '../../syntax/navigate.ts';
import type { MappingNode, ScalarNode, TextRange, ValueNode } from '../../syntax/node.ts';
import { scalarText } from '../../syntax/scalarText.ts';
import { findOutput } from '../../template/scope.ts';
import type { Task, Template } from '../../template/template.ts';

export interface SingleBraces {
  readonly range: TextRange;
  /** What they most likely stand for. */
  readonly reference: string;
  /** Unquoted in YAML, where the braces make a mapping. */
  readonly mapping: boolean;
}

const NAME = '(ACS::[A-Za-z0-9_]+|[A-Za-z0-9_-]+(?:\\.[A-Za-z0-9_-]+)?)';
const BRACES = new RegExp(`(?<![{$\\\\])\\{\\s*${NAME}\\s*\\}{1,2}(?!\\})`, 'g');
/** A text that is nothing else; in a longer one `\${name}` belongs to a shell. */
const WHOLE = new RegExp(`^\\s*\\$?\\{\\s*${NAME}\\s*\\}\\s*$`);

/** Languages in which single braces mean something. In scripts they rarely do. */
const OTHER_LANGUAGES = /^(?:Fn::Sub|PropertySelector|ValueSelector)$/;

/** The places under a value where one pair of braces stands around the name of something that is declared. */
export function singleBraces(
  source: string,
  template: Template,
  node: ValueNode | undefined,
  skip: (node: ValueNode) => boolean,
): SingleBraces[] {
  if (!node || skip(node)) return [];
  if (node.kind === 'scalar') return inText(source, template, node);
  if (node.kind === 'sequence') return node.items.flatMap((item) => singleBraces(source, template, item, skip));
  const name = bareName(node, source);
  if (name !== undefined && isDeclared(template, name))
    return [{ range: node.range, reference: `{{ ${name} }}`, mapping: true }];
  return node.pairs.flatMap((pair) => {
    const key = keyName(pair);
    if (OTHER_LANGUAGES.test(key)) return [];
    // The filter is jq; what it is applied to is a value like any other.
    const value = key === 'Fn::Jq' ? asSequence(pair.value)?.items[2] : pair.value;
    return singleBraces(source, template, value, skip);
  });
}

/** `{ name }` is a mapping with one key and no value. */
function bareName({ flow, pairs, range }: MappingNode, source: string): string | undefined {
  const [pair] = pairs;
  if (!flow || pairs.length !== 1 || !pair || pair.value) return undefined;
  return WHOLE.exec(source.slice(range.start, range.end))?.[1];
}

function inText(source: string, template: Template, node: ScalarNode): SingleBraces[] {
  if (typeof node.value !== 'string' || !node.value.includes('{')) return [];
  const { text, rangeOf } = scalarText(source, node);
  const whole = WHOLE.exec(text);
  if (whole) return found(template, whole[1], rangeOf(text.indexOf(whole[0].trim()), text.trimEnd().length));
  return [...text.matchAll(BRACES)].flatMap(({ 0: all, 1: name = '', index }) => {
    // Where the same name is read properly, the program around it most likely has a variable of that name.
    const isVariable = new RegExp(`\\{\\{\\s*${name}\\s*\\}\\}`).test(text);
    return isVariable ? [] : found(template, name, rangeOf(index, index + all.length));
  });
}

function found(template: Template, name: string | undefined, range: TextRange): SingleBraces[] {
  return name !== undefined && isDeclared(template, name)
    ? [{ range, reference: `{{ ${name} }}`, mapping: false }]
    : [];
}

function isDeclared({ parameters, anyTask }: Template, name: string): boolean {
  if (name.includes('::')) return pseudoParameterNamed(name) !== undefined;
  const [owner = '', output] = name.split('.');
  if (output === undefined) return parameters.get(owner)?.name === owner;
  const task: Task | undefined = anyTask.get(owner);
  return task?.name === owner && findOutput(task, output)?.name === output;
}
