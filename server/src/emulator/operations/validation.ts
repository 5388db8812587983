import { analyze } from '../../analysis/analyze.ts';
import type { Diagnostic } from '../../analysis/rule.ts';
import type { Catalog } from '../../catalog/catalog.ts';
import { contains, keyName } from '../../syntax/navigate.ts';
import type { TextRange, ValueNode } from '../../syntax/node.ts';
import { followAliases } from '../../syntax/yamlAliases.ts';
import type { TemplateDocument } from '../../template/document.ts';
import { documentOf } from '../content.ts';
import { invalidTemplate } from '../serviceError.ts';

/** Throws a TemplateValidationError that names the first mistake, as the service does. */
export function validateContent(content: string, catalog: Catalog): void {
  // The service does not know the comments that silence rules. Same length, so that places stay.
  const document = documentOf(content.replaceAll('oos-disable', 'oos-ignored'));
  const first = analyze(document, catalog).find(({ severity }) => severity === 'error');
  if (first) throw invalidTemplate(`${placeOf(first, document)}: ${first.message.en}`);
  const followed = followAliases(document.tree);
  if ('problem' in followed) {
    const { kind } = followed.problem;
    throw invalidTemplate(`${lineAndColumn(followed.problem, document)}: ${aliasWords[kind]}`);
  }
  if (!document.template) throw invalidTemplate('The template content is not a mapping.');
}

/** `Tasks.runCommand.Properties.Timeout`, as somebody without the text needs it; of a broken text, line and column. */
function placeOf({ range }: Diagnostic, document: TemplateDocument): string {
  const { tree } = document;
  const path = tree.problems.length === 0 ? pathTo(tree.root, range) : [];
  if (path.length > 0) return path.join('.');
  return lineAndColumn({ range }, document);
}

function lineAndColumn({ range }: Pick<Diagnostic, 'range'>, { text }: TemplateDocument): string {
  const before = text.slice(0, range.start).split('\n');
  return `line ${before.length}, column ${(before.at(-1)?.length ?? 0) + 1}`;
}

/** The checker leaves aliases alone, but the service has to know what they stand for. */
const aliasWords = {
  unknown: 'The alias stands for nothing that is named before it.',
  'named-twice': 'The anchor has the name of an earlier one.',
  'no-mapping': 'What is merged in with << is no mapping.',
  'too-many': 'With its aliases followed the template becomes too large.',
} as const;

/** The keys around a range, with the names of tasks in place of their numbers. */
function pathTo(node: ValueNode | undefined, range: TextRange): string[] {
  if (node?.kind === 'mapping') {
    const pair = node.pairs.find((it) => around(it.range, range));
    return pair ? [keyName(pair), ...pathTo(pair.value, range)] : [];
  }
  if (node?.kind !== 'sequence') return [];
  const index = node.items.findIndex((it) => around(it.range, range));
  const item = node.items[index];
  return item ? [nameIn(item) ?? String(index), ...pathTo(item, range)] : [];
}

const around = (outer: TextRange, { start, end }: TextRange) => contains(outer, start) && contains(outer, end);

function nameIn(item: ValueNode): string | undefined {
  const name = item.kind === 'mapping' ? item.pairs.find((it) => it.key.value === 'Name')?.value : undefined;
  return name?.kind === 'scalar' ? String(name.value) : undefined;
}
