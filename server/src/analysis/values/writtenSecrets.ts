import { keyName } from '../../syntax/navigate.ts';
import type { PairNode, ScalarNode, TextRange, ValueNode } from '../../syntax/node.ts';
import { scalarText } from '../../syntax/scalarText.ts';
import { isSecretName, isWrittenOut, keyIn } from './secrets.ts';

interface WrittenSecret {
  readonly range: TextRange;
  /** The key under which it stands, where that is why it is taken for a secret. */
  readonly name: string | undefined;
}

/** The secrets that are written out in a value, at any depth. `skip` says which parts are looked at by others. */
export function writtenSecrets(
  source: string,
  node: ValueNode | undefined,
  skip: (pair: PairNode) => boolean = () => false,
): WrittenSecret[] {
  if (!node) return [];
  if (node.kind === 'scalar') return inText(source, node);
  if (node.kind === 'sequence') return node.items.flatMap((item) => writtenSecrets(source, item, skip));
  return node.pairs.flatMap((pair) => {
    if (!pair.value || skip(pair)) return [];
    const { value } = pair;
    const isText = value.kind === 'scalar' && typeof value.value === 'string';
    if (isText && isSecretName(keyName(pair)) && isWrittenOut(String(value.value)))
      return [{ range: value.range, name: keyName(pair) }];
    return writtenSecrets(source, value, skip);
  });
}

function inText(source: string, node: ScalarNode): WrittenSecret[] {
  if (typeof node.value !== 'string' || !keyIn(node.value)) return [];
  const { text, rangeOf } = scalarText(source, node);
  const found = keyIn(text);
  if (!found) return [];
  const isAll = found.end - found.start === text.length;
  return [{ range: isAll ? node.range : rangeOf(found.start, found.end), name: undefined }];
}
