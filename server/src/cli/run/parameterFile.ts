import type { GivenValue } from '../../features/parameterValues.ts';
import { keyName, toData } from '../../syntax/navigate.ts';
import type { ValueNode } from '../../syntax/node.ts';
import { parse } from '../../syntax/parse.ts';
import { notationOf } from '../../template/recognise.ts';
import type { Words } from '../../words/words.ts';
import { UsageError } from '../commandLine/usageError.ts';
import { Lines } from '../files/position.ts';
import { readText } from '../files/textFile.ts';
import type { Io } from '../io.ts';

/**
 * The values of a file with one map of them, in YAML or JSON; `-` is standard input. Throws a `UsageError`, which names the
 * place of a mistake and repeats nothing of the file, since secrets may stand there.
 */
export async function readParameterFile(path: string, io: Io): Promise<Map<string, GivenValue>> {
  const text = await readText(path, io);
  const { root, problems } = parse(text, notationOf(path, undefined, text));
  const [problem] = problems;
  if (text.trim() === '') throw new UsageError(noMap(path));
  if (problem) {
    const { line, character } = new Lines(text).positionAt(problem.range.start);
    throw new UsageError(broken(path, line + 1, character + 1));
  }
  if (root?.kind !== 'mapping') throw new UsageError(noMap(path));
  return new Map(root.pairs.map((pair) => [keyName(pair), givenBy(pair.value, text)]));
}

function givenBy(node: ValueNode | undefined, text: string): GivenValue {
  const isPlain = node?.kind === 'scalar' && node.type !== 'string';
  const written = isPlain ? text.slice(node.range.start, node.range.end) : undefined;
  return { kind: 'data', value: toData(node), written };
}

const broken = (path: string, line: number, column: number): Words => ({
  en: `"${path}" is neither valid YAML nor valid JSON: see line ${line}, column ${column}.`,
  zh: `“${path}”不是正确的 YAML 或 JSON：请看第 ${line} 行第 ${column} 列。`,
});

const noMap = (path: string): Words => ({
  en: `"${path}" has to be one map from the names of parameters to their values, such as instanceId: i-1.`,
  zh: `“${path}”应为一个从参数名到值的映射，例如 instanceId: i-1。`,
});
