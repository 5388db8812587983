import { asSequence, keyName, stringOf } from '../../syntax/navigate.ts';
import type { MappingNode, PairNode, ScalarNode, ValueNode } from '../../syntax/node.ts';
import type { Task } from '../../template/template.ts';

const COMMAND_KEY = /^(?:command(?:content)?|userdata|\w*script)$/i;
const TYPE_KEY = /^(?:commandtype|type)$/i;
/** Signs of another shell, where nothing says which one it is. */
const POWER_SHELL = /^[^\S\r\n\u2028\u2029]*\$\w+\s*=|\b(?:Invoke|New|Get|Set|Start|Test)-[A-Z]\w+|\$env:/m;
const SHELL_HEAD = /^\s*#!.*\b(?:ba|da|z|k)?sh\b/;

/** The texts in the properties of a task that a shell runs. Those in another language, or perhaps in one, are left out. */
export function shellScripts({ properties, child, inner }: Task): ScalarNode[] {
  const own = (node: ValueNode) => node !== child?.root && node !== inner?.node;
  return properties?.value ? scriptsIn(properties.value, own) : [];
}

function scriptsIn(node: ValueNode, own: (node: ValueNode) => boolean): ScalarNode[] {
  if (!own(node) || node.kind === 'scalar') return [];
  if (node.kind === 'sequence') return node.items.flatMap((item) => scriptsIn(item, own));
  return node.pairs.flatMap((pair) => {
    if (!pair.value) return [];
    if (!COMMAND_KEY.test(keyName(pair))) return scriptsIn(pair.value, own);
    return textsOf(pair.value).filter((text) => isShell(text, pair, node));
  });
}

/** A text, also in Base64, in the branches of a condition, or put together line by line. */
function textsOf(node: ValueNode): ScalarNode[] {
  if (node.kind === 'scalar') return [node];
  const [pair] = node.kind === 'mapping' ? node.pairs : [];
  if (!pair?.value) return [];
  if (keyName(pair) === 'Fn::Base64Encode') return textsOf(pair.value);
  const items = asSequence(pair.value)?.items ?? [];
  if (keyName(pair) === 'Fn::If') return items.slice(1).flatMap(textsOf);
  const [separator, lines] = items;
  const isLines = keyName(pair) === 'Fn::Join' && stringOf(separator)?.endsWith('\n');
  return isLines ? (asSequence(lines)?.items ?? []).filter((line) => line.kind === 'scalar') : [];
}

function isShell(text: ScalarNode, pair: PairNode, around: MappingNode): boolean {
  const script = stringOf(text) ?? '';
  if (/^\s*#!/.test(script) || /userdata/i.test(keyName(pair))) return SHELL_HEAD.test(script);
  const type = around.pairs.find((it) => TYPE_KEY.test(keyName(it)))?.value;
  if (type === undefined) return !POWER_SHELL.test(script);
  return /^(?:run)?shell(?:script)?$/i.test(stringOf(type) ?? '');
}
