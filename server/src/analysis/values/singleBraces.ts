import { pseudoParameterNamed } from '../../catalog/parameters/pseudoParameters.ts';
import { asSequence, keyName } from '../../syntax/navigate.ts';
import type { MappingNode, PairNode, ScalarNode, TextRange, ValueNode } from '../../syntax/node.ts';
import { scalarText } from '../../syntax/scalarText.ts';
import { findOutput } from '../../template/scope.ts';
import type { Template } from '../../template/template.ts';

export interface SingleBraces {
  readonly range: TextRange;
  /** With two braces on each side, what is between them as it was. */
  readonly reference: string;
  /** Unquoted in YAML, where the braces make a mapping. */
  readonly mapping: boolean;
}

const NAME = '(ACS::[A-Za-z0-9_]+|[A-Za-z0-9_-]+(?:\\.[A-Za-z0-9_-]+)?)';
const BRACES = new RegExp(`(?<![{$\\\\])\\{(\\s*)${NAME}(\\s*)\\}{1,2}(?!\\})`, 'g');
/** A text that is nothing else; in a longer one `\${name}` belongs to a shell. */
const WHOLE = new RegExp(`^\\s*\\$?\\{(\\s*)${NAME}(\\s*)\\}\\s*$`);

const ONE_BRACE = /(?:^|[^{])\{(?!\{)/;
const SELECTORS: ReadonlySet<string> = new Set(['PropertySelector', 'ValueSelector']);
/** A program in which single braces put in the value of a variable. */
const FORMATS = /(?<![-\w])[fF]["']|\.format\(/;

/** The places under a value where one pair of braces stands around the name of something that is declared. */
export function singleBraces(
  source: string,
  template: Template,
  node: ValueNode | undefined,
  skip: (node: ValueNode) => boolean,
): SingleBraces[] {
  return new Finder(source, template, skip).under(node);
}

class Finder {
  readonly #source: string;
  readonly #template: Template;
  readonly #skip: (node: ValueNode) => boolean;

  constructor(source: string, template: Template, skip: (node: ValueNode) => boolean) {
    this.#source = source;
    this.#template = template;
    this.#skip = skip;
  }

  /** `isJq`: the texts are selectors, where a name in braces makes an object, but in strings. */
  under(node: ValueNode | undefined, isJq = false): SingleBraces[] {
    if (!node || this.#skip(node)) return [];
    if (node.kind === 'scalar') return this.#inText(node, isJq);
    if (node.kind === 'sequence') return node.items.flatMap((item) => this.under(item));
    const bare = this.#bareName(node);
    return bare ? [bare] : node.pairs.flatMap((pair) => this.#inPair(pair));
  }

  #inPair(pair: PairNode): SingleBraces[] {
    const key = keyName(pair);
    if (key === 'Fn::Sub') return [];
    if (key !== 'Fn::Jq') return this.under(pair.value, SELECTORS.has(key));
    const [, filter, ...inputs] = asSequence(pair.value)?.items ?? [];
    return [...this.under(filter, true), ...inputs.flatMap((input) => this.under(input))];
  }

  /** `{ name }` is a mapping with one key and no value. */
  #bareName({ flow, pairs, range }: MappingNode): SingleBraces | undefined {
    const [pair] = pairs;
    if (!flow || pairs.length !== 1 || !pair || pair.value) return undefined;
    const [, before = '', name = '', after = ''] = WHOLE.exec(this.#source.slice(range.start, range.end)) ?? [];
    return isDeclared(this.#template, name)
      ? { range, reference: `{{${before}${name}${after}}}`, mapping: true }
      : undefined;
  }

  #inText(node: ScalarNode, isJq: boolean): SingleBraces[] {
    if (typeof node.value !== 'string' || !ONE_BRACE.test(node.value)) return [];
    const { text, rangeOf } = scalarText(this.#source, node);
    const whole = WHOLE.exec(text);
    if (FORMATS.test(text)) return [];
    const found = whole && !isJq ? [whole] : [...text.matchAll(BRACES)];
    const isInString = stringsOf(text);
    return found.flatMap((match) => {
      const [all, before = '', name = '', after = ''] = match;
      const isMeant =
        isDeclared(this.#template, name, whole !== null) && (!isJq || name.includes('.') || isInString(match.index));
      const start = match.index + all.length - all.trimStart().length;
      const range = rangeOf(start, match.index + all.trimEnd().length);
      return isMeant ? [{ range, reference: `{{${before}${name}${after}}}`, mapping: false }] : [];
    });
  }
}

/** Tells of ascending offsets whether an open double quote stands before them. */
function stringsOf(text: string): (offset: number) => boolean {
  const quotes = Array.from(text.matchAll(/(?<!\\)"/g), ({ index }) => index);
  let before = 0;
  return (offset) => {
    while ((quotes[before] ?? offset) < offset) before++;
    return before % 2 === 1;
  };
}

function isDeclared({ parameters, anyTask }: Template, name: string, inAnyCase = false): boolean {
  const isSame = (declared: string | undefined, written: string) =>
    declared !== undefined && (inAnyCase || declared === written);
  if (name.includes('::')) return pseudoParameterNamed(name) !== undefined;
  const [owner = '', output] = name.split('.');
  if (output === undefined) return isSame(parameters.get(owner)?.name, owner);
  const task = anyTask.get(owner);
  return task !== undefined && isSame(task.name, owner) && isSame(findOutput(task, output)?.name, output);
}
