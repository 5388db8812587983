import { quoteScalar } from '../../syntax/edit.ts';
import type { ScalarNode, SyntaxTree, TextRange } from '../../syntax/node.ts';
import type { Words } from '../../words/words.ts';
import { defineTextRule, type Fix } from '../rule.ts';

const CORE_NULL = /^(?:~|null|Null|NULL)$/;
const CORE_BOOLEAN = /^(?:true|True|TRUE|false|False|FALSE)$/;
const CORE_NUMBER =
  /^(?:[-+]?\d+|0o[0-7]+|0x[\da-fA-F]+|[-+]?(?:\.\d+|\d+(?:\.\d*)?)(?:[eE][-+]?\d+)?|[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN))$/;

export const ambiguousScalar = defineTextRule({
  id: 'ambiguous-scalar',
  severity: 'warning',
  notation: 'yaml',
  summary: {
    en: 'A value without quotes means one thing in YAML 1.1 and another in YAML 1.2.',
    zh: '未加引号的值在 YAML 1.1 与 YAML 1.2 中含义不同。',
  },
  why: {
    en: 'The service reads YAML 1.1: No is false, 010 is 8, 12:30 is 750, 1e3 is a text. Most editors and tools read it otherwise, and so do most people.',
    zh: '服务按 YAML 1.1 读取：No 是 false，010 是 8，12:30 是 750，1e3 是文本。多数编辑器和工具的理解不同，人也一样。',
  },
  invalid: [
    {
      text: 'Parameters:\n  start: { Type: String, Default: <|12:30|> }\n  code: { Type: String, Default: <|010|> }\n',
      fixed: "Parameters:\n  start: { Type: String, Default: '12:30' }\n  code: { Type: String, Default: '010' }\n",
    },
    {
      text: 'Parameters:\n  force: { Type: Boolean, Default: <|No|> }\n',
      fixed: "Parameters:\n  force: { Type: Boolean, Default: 'No' }\n",
    },
  ],
  valid: [
    `
FormatVersion: OOS-2019-06-01
Parameters:
  force: { Type: Boolean, Default: true }
  retries: { Type: Number, Default: 10 }
  start: { Type: String, Default: '12:30' }
Tasks:
  - { Name: stop, Action: ACS::Pause }
`,
    `
FormatVersion: OOS-2019-06-01
Parameters:
  some: { Type: Json, Default: [1.5, 0x1F, -3, yes please, no. 5, 1.2.3] }
Tasks:
  - { Name: stop, Action: ACS::Pause }
`,
  ],

  checkText({ document: { tree }, report }) {
    for (const { node, meaning } of ambiguous(tree, tree.root)) {
      const written = tree.text.slice(node.range.start, node.range.end);
      report(
        node.range,
        {
          en: `The service reads '${written}' as ${meaning.en}; write quotes if the text is meant.`,
          zh: `服务会把“${written}”读作${meaning.zh}；若要表示文本，请加引号。`,
        },
        fixes(tree.text, node),
      );
    }
  },
});

function fixes(source: string, { range, type, value }: ScalarNode): Fix[] {
  // With quotes the service reads a text and a date as before; anything else becomes another value.
  const guess = type !== 'string' && type !== 'timestamp';
  const title = { en: 'Put quotes around it', zh: '加引号' };
  const quote: Fix = { title, edits: [quoteScalar(source, range)], guess };
  if (type !== 'boolean' && type !== 'integer') return [quote];
  const newText = String(value);
  return [quote, { title: { en: `Write ${newText}`, zh: `写作 ${newText}` }, edits: [{ range, newText }], guess }];
}

function* ambiguous(tree: SyntaxTree, node: SyntaxTree['root']): Generator<{ node: ScalarNode; meaning: Words }> {
  if (node?.kind === 'mapping') {
    for (const pair of node.pairs) yield* ambiguous(tree, pair.value);
  } else if (node?.kind === 'sequence') {
    for (const item of node.items) yield* ambiguous(tree, item);
  } else if (node?.style === 'plain' && node.range.end > node.range.start) {
    const meaning = otherMeaning(node, tree.text, node.range);
    if (meaning) yield { node, meaning };
  }
}

/** What the service reads, when YAML 1.2 reads something else. */
function otherMeaning(node: ScalarNode, source: string, { start, end }: TextRange): Words | undefined {
  // Nothing special is longer than a timestamp; most scalars end here.
  if (end - start > 40) return undefined;
  const text = source.slice(start, end);
  switch (node.type) {
    case 'string':
      return /^[-+.\d]/.test(text) && CORE_NUMBER.test(text) ? { en: 'a text', zh: '文本' } : undefined;
    case 'timestamp':
      return { en: 'a date', zh: '日期' };
    case 'null':
      return CORE_NULL.test(text) ? undefined : { en: 'null', zh: '空值 null' };
    case 'boolean':
      return CORE_BOOLEAN.test(text) ? undefined : { en: `the boolean ${node.value}`, zh: `布尔值 ${node.value}` };
    default: {
      const same = CORE_NUMBER.test(text) && Object.is(coreNumber(text), node.value);
      return same || Number.isNaN(node.value)
        ? undefined
        : { en: `the number ${node.value}`, zh: `数字 ${node.value}` };
    }
  }
}

/** As YAML 1.2 reads it: a leading zero has no meaning. */
function coreNumber(text: string): number {
  if (/inf$/i.test(text)) return text.startsWith('-') ? -Infinity : Infinity;
  return Number(text.replace(/^\+/, ''));
}
