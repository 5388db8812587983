import { isAlias, isMap, isScalar, isSeq, type Scalar, type YAMLParseError, type Node as YamlNode } from 'yaml';
import { withoutConflicts } from './conflict.ts';
import type {
  PairNode,
  ScalarNode,
  ScalarStyle,
  SyntaxProblem,
  SyntaxProblemCode,
  SyntaxTree,
  TextRange,
  ValueNode,
} from './node.ts';
import { PatchedText } from './patchedText.ts';
import { resolvePlain } from './plainScalar.ts';
import { MOST_PROBLEMS, tidyProblems } from './problems.ts';
import { type Composed, compose } from './yamlCompose.ts';
import { isBrokenKey } from './yamlKeys.ts';
import { type Repair, repairYaml } from './yamlRepair.ts';

/** Reads YAML as the service does. Broken text is repaired as well as can be, and what was repaired is a problem. */
export function parseYaml(text: string): SyntaxTree {
  const composed = compose(text);
  if (composed.tooDeep) return lowerAll(text, composed, undefined);
  if (composed.errors.length === 0) {
    const tree = lowerAll(text, composed, undefined);
    if (lacksColon(tree)) return { ...repaired(text, composed, repairYaml(text)), text };
    if (!tree.problems.some(({ code }) => code === 'unquoted-expression')) return tree;
    return { ...repaired(text, composed, repairYaml(text, 'unquoted-expression')), text };
  }
  const { text: readable, problems } = withoutConflicts(text.slice(0, composed.end));
  const repair = repairYaml(readable);
  const found = repair.problems.filter((it) => it.code !== 'missing-bracket' || !composed.cut?.has(it.range.start));
  const tree = repaired(readable, composed, { ...repair, problems: [...problems, ...found] });
  return { ...tree, text };
}

/** `key {a: b}` is a pair for YAML, with the key `key {a`. */
const lacksColon = ({ problems }: SyntaxTree): boolean => problems.some(({ code }) => code === 'missing-colon');

function repaired(text: string, composed: Composed, repair: Repair): SyntaxTree {
  if (repair.problems.length === 0 && repair.patches.length === 0) return lowerAll(text, composed, repair);
  const readable = text.slice(0, repair.end);
  return lowerAll(readable, compose(new PatchedText(readable, repair.patches).text), repair);
}

function lowerAll(text: string, composed: Composed, repair: Repair | undefined): SyntaxTree {
  const patched = new PatchedText(text, repair?.patches ?? []);
  const lowering = new Lowering(text, patched);
  const contents = composed.document?.contents;
  const root = contents && !isEmpty(contents) ? lowering.value(contents) : undefined;
  const mended = [...(repair?.problems ?? []), ...lowering.problems];
  const toProblem = (code: SyntaxProblemCode, position: TextRange): SyntaxProblem => {
    const range = inside(patched.toOriginal(position), text);
    // An entry of a list among pairs is no key.
    return {
      code: code === 'missing-colon' && /^-\s/.test(text.slice(range.start, range.start + 2)) ? 'bad-token' : code,
      range,
    };
  };
  const left = [...composed.errors.map((it) => toProblem(codeOf(it), toRange(it.pos))), ...lowering.oddKeys];
  if (composed.tooDeep) mended.push(toProblem('too-deep', composed.tooDeep));
  if (!root && mended.length + left.length === 0) mended.push({ code: 'empty-document', range: { start: 0, end: 0 } });
  const problems = tidyProblems(text, mended, left);
  if (composed.cut) {
    problems.splice(MOST_PROBLEMS - 1, 1, toProblem('too-long', { start: composed.end, end: composed.end }));
  }
  // A comment that a patch put in is not in the text.
  const comments = composed.comments
    .map((it) => ({ ...it, range: patched.toOriginal(it.range) }))
    .filter((it) => text.slice(it.range.start, it.range.end) === it.text);
  return {
    notation: 'yaml',
    text,
    root,
    comments,
    problems,
    underIndented: repair?.underIndented ?? [],
    anchors: lowering.anchors,
  };
}

const toRange = ([start, end]: readonly [number, number]): TextRange => ({ start, end });

const inside = ({ start, end }: TextRange, { length }: string): TextRange => ({
  start: Math.min(start, length),
  end: Math.min(Math.max(start, end), length),
});

const isEmpty = (node: YamlNode): boolean =>
  isScalar(node) && node.source === '' && !/^(?:QUOTE|BLOCK)/.test(node.type ?? '') && !node.tag;

class Lowering {
  readonly problems: SyntaxProblem[] = [];
  /** Keys that are no scalars: odd by themselves, or what a mistake before them makes of a text. */
  readonly oddKeys: SyntaxProblem[] = [];
  readonly anchors = new Map<ValueNode | PairNode, string>();
  readonly #text: string;
  readonly #patched: PatchedText;

  constructor(text: string, patched: PatchedText) {
    this.#text = text;
    this.#patched = patched;
  }

  value(node: YamlNode): ValueNode {
    const value = this.#value(node);
    if (!isAlias(node) && node.anchor) this.anchors.set(value, node.anchor);
    return value;
  }

  #value(node: YamlNode): ValueNode {
    const range = this.#range(node);
    if (node.tag && node.tag !== '!') this.problems.push({ code: 'tag', range });
    if (isMap(node)) {
      const pairs = node.items.flatMap((pair) => this.#pair(pair.key as YamlNode, pair.value as YamlNode | null) ?? []);
      return { kind: 'mapping', range, flow: node.flow === true, pairs };
    }
    if (isSeq(node)) {
      const items = node.items.map((item) => this.value(item as YamlNode));
      return { kind: 'sequence', range, flow: node.flow === true, items };
    }
    if (isAlias(node)) {
      this.problems.push({ code: 'alias', range });
      return { kind: 'scalar', range, style: 'plain', type: 'string', value: `*${node.source}` };
    }
    return this.#scalar(node as Scalar.Parsed, range);
  }

  #pair(key: YamlNode, value: YamlNode | null): PairNode | undefined {
    if (!isScalar(key)) {
      this.#oddKey(this.#range(key));
      return undefined;
    }
    const keyRange = this.#range(key);
    if (keyRange.start === keyRange.end) {
      this.oddKeys.push({ code: 'bad-token', range: keyRange });
      return undefined;
    }
    const loweredKey = this.#key(key as Scalar.Parsed, keyRange);
    if (key.anchor) this.anchors.set(loweredKey, key.anchor);
    const written = String(loweredKey.value);
    if (loweredKey.style === 'plain' && isBrokenKey(written, 0, written.length))
      this.problems.push({ code: 'missing-colon', range: keyRange });
    const loweredValue = value && !isEmpty(value) ? this.value(value) : undefined;
    const end = loweredValue ? loweredValue.range.end : loweredKey.range.end;
    const pair: PairNode = {
      kind: 'pair',
      range: { start: loweredKey.range.start, end },
      key: loweredKey,
      value: loweredValue,
    };
    if (!loweredValue && isScalar(value) && value.anchor) this.anchors.set(pair, value.anchor);
    return pair;
  }

  /** YAML takes `{{ x }}` for a map that has a map as its key, and finds nothing wrong with it. */
  #oddKey({ start, end }: TextRange): void {
    const braces = this.#text.startsWith('{{', start - 1) && this.#text.startsWith('}}', end - 1);
    if (braces) this.problems.push({ code: 'unquoted-expression', range: { start: start - 1, end: end + 1 } });
    else this.oddKeys.push({ code: 'key-not-scalar', range: { start, end } });
  }

  /** As a key, `<<` merges mappings in; as a value the service cannot read it. */
  #key(node: Scalar.Parsed, range: TextRange): ScalarNode {
    if (node.type !== 'PLAIN' || node.source !== '<<') return this.#scalar(node, range);
    this.problems.push({ code: 'alias', range });
    return { kind: 'scalar', range, style: 'plain', type: 'string', value: '<<' };
  }

  #scalar(node: Scalar.Parsed, range: TextRange): ScalarNode {
    const style = this.#style(node, range);
    const source = node.source ?? '';
    if (node.type && node.type !== 'PLAIN') return { kind: 'scalar', range, style, type: 'string', value: source };
    if (source === '') return { kind: 'scalar', range, style, type: 'null', value: null };
    const { type, value, unreadable } = resolvePlain(source);
    if (unreadable) this.problems.push({ code: 'scalar-unreadable', range });
    return { kind: 'scalar', range, style, type, value };
  }

  /** A quote that a patch put in is not in the user's text, where the scalar stays plain. */
  #style({ type }: Scalar.Parsed, { start }: TextRange): ScalarStyle {
    switch (type) {
      case 'QUOTE_DOUBLE':
        return this.#text[start] === '"' ? 'double' : 'plain';
      case 'QUOTE_SINGLE':
        return this.#text[start] === "'" ? 'single' : 'plain';
      case 'BLOCK_LITERAL':
        return 'literal';
      case 'BLOCK_FOLDED':
        return 'folded';
      default:
        return 'plain';
    }
  }

  #range({ range }: YamlNode): TextRange {
    const [start, end] = range ?? [0, 0];
    const original = inside(this.#patched.toOriginal({ start, end }), this.#text);
    // Block collections and block scalars of `yaml` end behind the line break; ours end with their last character.
    let trimmed = original.end;
    while (trimmed > original.start && /\s/.test(this.#text.charAt(trimmed - 1))) trimmed--;
    return { start: original.start, end: trimmed };
  }
}

const codes: Record<YAMLParseError['code'], SyntaxProblemCode> = {
  ALIAS_PROPS: 'alias',
  BAD_ALIAS: 'alias',
  BAD_DIRECTIVE: 'bad-character',
  BAD_DQ_ESCAPE: 'bad-escape',
  BAD_INDENT: 'bad-indent',
  BAD_PROP_ORDER: 'bad-token',
  BAD_SCALAR_START: 'bad-character',
  BLOCK_AS_IMPLICIT_KEY: 'nested-on-one-line',
  BLOCK_IN_FLOW: 'bad-token',
  DUPLICATE_KEY: 'unknown',
  IMPOSSIBLE: 'unknown',
  KEY_OVER_1024_CHARS: 'missing-colon',
  MISSING_CHAR: 'missing-colon',
  MULTILINE_IMPLICIT_KEY: 'missing-colon',
  MULTIPLE_ANCHORS: 'alias',
  MULTIPLE_TAGS: 'tag',
  MULTIPLE_DOCS: 'multiple-documents',
  NON_STRING_KEY: 'key-not-scalar',
  RESOURCE_EXHAUSTION: 'too-deep',
  TAB_AS_INDENT: 'tab-indent',
  TAG_RESOLVE_FAILED: 'tag',
  UNEXPECTED_TOKEN: 'bad-token',
  BAD_COLLECTION_TYPE: 'tag',
};

/** MISSING_CHAR stands for any missing sign; the message of `yaml` ends with it. */
function codeOf({ code, message }: YAMLParseError): SyntaxProblemCode {
  if (code !== 'MISSING_CHAR' && code !== 'BAD_INDENT') return codes[code] ?? 'unknown';
  if (/quote$/.test(message)) return 'missing-quote';
  if (/[\]}]$/.test(message)) return 'missing-bracket';
  if (/,/.test(message)) return 'missing-comma';
  return codes[code];
}
