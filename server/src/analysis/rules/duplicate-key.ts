import { keyName } from '../../syntax/navigate.ts';
import type { SyntaxTree, ValueNode } from '../../syntax/node.ts';
import { defineTextRule } from '../rule.ts';

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
    { text: '{ "Parameters": { "id": {}, <|"id"|>: {} } }', notation: 'json' },
  ],
  valid: [
    `
FormatVersion: OOS-2019-06-01
Tasks:
  - { Name: first, Action: ACS::Pause }
  - { Name: second, Action: ACS::Pause }
`,
  ],

  checkText({ document: { tree }, report }) {
    for (const { key, name } of duplicates(tree.root)) {
      report(key, { en: `The key '${name}' stands in this map already.`, zh: `该映射中已有键“${name}”。` });
    }
  },
});

function* duplicates(node: SyntaxTree['root']): Generator<{ key: ValueNode['range']; name: string }> {
  if (node?.kind === 'sequence') for (const item of node.items) yield* duplicates(item);
  if (node?.kind !== 'mapping') return;
  const seen = new Set<string>();
  for (const pair of node.pairs) {
    const name = keyName(pair);
    if (seen.has(name)) yield { key: pair.key.range, name };
    seen.add(name);
    yield* duplicates(pair.value);
  }
}
