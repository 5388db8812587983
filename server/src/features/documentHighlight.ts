import type { TextRange } from '../syntax/node.ts';
import type { TemplateDocument } from '../template/document.ts';
import { sameNameAt } from '../template/occurrences.ts';

export interface DocumentHighlight {
  readonly range: TextRange;
  readonly declaration: boolean;
}

/** Every place of the name at an offset, its declaration told apart. */
export function documentHighlights(document: TemplateDocument, offset: number): DocumentHighlight[] {
  const all = sameNameAt(document, offset)?.all ?? [];
  return all.map(({ range, declares }) => ({ range, declaration: declares !== undefined }));
}
