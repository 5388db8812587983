import { keyName } from '../../syntax/navigate.ts';
import type { TextRange, ValueNode } from '../../syntax/node.ts';
import { defineTextRule, type Fix } from '../rule.ts';
import { shadowsOf } from '../shadows.ts';
import { swallowedItem } from '../swallowedItem.ts';

export const duplicateKey = defineTextRule({
  id: 'duplicate-key',
  severity: 'error',
  summary: { en: 'A map has the same key twice.', zh: '映射中有重复的键。' },
  why: {
    en: 'Only one of the values counts; the others are lost without a word.',
    zh: '只有其中一个值生效，其余的会被悄悄丢弃。',
  },
  invalid: [
    { text: 'Tasks: []\nOutputs: {}\n<|Tasks|>: []\n', notation: 'yaml' },
    {
      notation: 'yaml',
      text: 'Tasks:\n  - Name: first\n    Action: ACS::Pause\n    <|Name|>: second\n    Action: ACS::Pause\n',
      fixed: 'Tasks:\n  - Name: first\n    Action: ACS::Pause\n  - Name: second\n    Action: ACS::Pause\n',
    },
    { text: '{ "Parameters": { "id": {}, <|"id"|>: {} } }', notation: 'json' },
  ],
  valid: [
    `
FormatVersion: OOS-2019-06-01
Tasks:
  - { Name: first, Action: ACS::Pause }
  - { Name: second, Action: ACS::Pause }
`,
    `
FormatVersion: OOS-2019-06-01
Parameters:
  name: { Type: String, Default: a }
  Name2: { Type: String, Default: '{{ name }}' }
Tasks:
  - { Name: name, Action: ACS::Pause, Description: '{{ Name2 }}' }
`,
  ],

  checkText({ document: { tree }, report }) {
    const shadows = shadowsOf(tree);
    for (const { key, name, isFirst } of duplicates(tree.root, false)) {
      // Where indentation is not certain, neither is to which map a key belongs.
      if (shadows.hides({ rule: 'duplicate-key', range: key })) continue;
      const fix = isFirst ? withDash(tree.text, key) : undefined;
      const dash = fix ? { en: " Its '-' may be missing.", zh: '前面可能缺少“-”。' } : { en: '', zh: '' };
      report(
        key,
        {
          en: `The key '${name}' is in this map already.${dash.en}`,
          zh: `该映射中已有键“${name}”。${dash.zh}`,
        },
        fix ? [fix] : [],
      );
    }
  },
});

interface Duplicate {
  readonly key: TextRange;
  readonly name: string;
  /** An item of a list begins with it, though its dash is missing. */
  readonly isFirst: boolean;
}

function* duplicates(node: ValueNode | undefined, isItem: boolean): Generator<Duplicate> {
  if (node?.kind === 'sequence') for (const item of node.items) yield* duplicates(item, true);
  if (node?.kind !== 'mapping') return;
  const swallowed = isItem ? swallowedItem(node) : undefined;
  // All keys behind it belong to the item that it begins.
  if (swallowed) yield { key: swallowed.key.range, name: keyName(swallowed), isFirst: true };
  const seen = new Set<string>();
  for (const pair of node.pairs) {
    const name = keyName(pair);
    if (seen.has(name) && !swallowed) yield { key: pair.key.range, name, isFirst: false };
    seen.add(name);
    yield* duplicates(pair.value, false);
  }
}

/** Items stand under each other, so the dash goes where the indentation of the key ends. */
function withDash(source: string, { start }: TextRange): Fix | undefined {
  const range = { start: start - 2, end: start };
  if (!/^(?:\n| ) {2}$/.test(source.slice(start - 3, start))) return undefined;
  return { title: { en: "Insert '-'", zh: '插入“-”' }, edits: [{ range, newText: '- ' }], guess: true };
}
