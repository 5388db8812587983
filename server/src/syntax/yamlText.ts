import { Document, Pair, Scalar, YAMLMap, YAMLSeq, type Node as YamlNode } from 'yaml';
import type { ScalarNode, SyntaxTree, ValueNode } from './node.ts';
import { numberText } from './numberText.ts';
import { resolvePlain } from './plainScalar.ts';

/** Block style, texts of several lines as they are, no line is wrapped. */
const manner = { lineWidth: 0, minContentWidth: 0, singleQuote: true, blockQuote: 'literal' } as const;

/** A tree as YAML that the service reads as the same value in the same order. Comments are left out. */
export function yamlTextOf({ root, text }: SyntaxTree): string {
  // Without any types `yaml` quotes only what would not be one scalar; which texts would be read otherwise is decided here.
  const document = new Document(undefined, { schema: 'failsafe' });
  document.contents = written(root, text);
  return document.toString(manner);
}

function written(node: ValueNode | undefined, text: string): YamlNode {
  switch (node?.kind) {
    case 'mapping': {
      const map = new YAMLMap();
      for (const { key, value } of node.pairs) {
        map.items.push(new Pair(writtenText(String(key.value)), written(value, text)));
      }
      return map;
    }
    case 'sequence': {
      const list = new YAMLSeq();
      list.items.push(...node.items.map((item) => written(item, text)));
      return list;
    }
    case 'scalar':
      return typeof node.value === 'string' ? writtenText(node.value) : plain(wordOf(node, text));
    case undefined:
      return plain('null');
  }
}

/** Of anything but a string. */
function wordOf(node: ScalarNode, text: string): string {
  const { value } = node;
  if (typeof value !== 'number') return String(value);
  if (Number.isNaN(value)) return '.nan';
  return Number.isFinite(value) ? numberText(node, text) : `${value < 0 ? '-' : ''}.inf`;
}

function plain(text: string): Scalar {
  const scalar = new Scalar(text);
  scalar.type = Scalar.PLAIN;
  return scalar;
}

/** Characters that YAML reads otherwise than they are written, unless they are escaped. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const unsafe = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u2028\u2029\ufeff\ufffe\uffff]|\p{Surrogate}/u;

function writtenText(text: string): Scalar {
  const scalar = new Scalar(text);
  const { type, unreadable } = resolvePlain(text);
  if (unsafe.test(text)) scalar.type = Scalar.QUOTE_DOUBLE;
  else if (text.includes('\n')) scalar.type = Scalar.BLOCK_LITERAL;
  else scalar.type = text !== '' && type === 'string' && !unreadable ? Scalar.PLAIN : Scalar.QUOTE_SINGLE;
  return scalar;
}
