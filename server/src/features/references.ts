import type { TextRange } from '../syntax/node.ts';
import type { TemplateDocument } from '../template/document.ts';
import { sameNameAt } from '../template/occurrences.ts';

/** Where the thing named at an offset is named, in the order of the text. */
export function references(document: TemplateDocument, offset: number, includeDeclaration: boolean): TextRange[] {
  const all = sameNameAt(document, offset)?.all ?? [];
  return all.filter(({ declares }) => includeDeclaration || !declares).map(({ range }) => range);
}
