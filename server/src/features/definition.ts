import type { TextRange } from '../syntax/node.ts';
import type { TemplateDocument } from '../template/document.ts';
import { sameNameAt } from '../template/occurrences.ts';

export interface Definition {
  /** The name at the cursor. */
  readonly origin: TextRange;
  /** The declarations of that name: several when a mistaken template declares it twice. */
  readonly targets: readonly {
    /** The whole declaration. */
    readonly range: TextRange;
    readonly nameRange: TextRange;
  }[];
}

/** Where the name at an offset is declared. Undefined: there is no name, or nothing declares it. */
export function definition(document: TemplateDocument, offset: number): Definition | undefined {
  const found = sameNameAt(document, offset);
  const targets = (found?.all ?? []).flatMap(({ declares, range }) =>
    declares ? [{ range: declares.range, nameRange: range }] : [],
  );
  return found && targets.length > 0 ? { origin: found.at.range, targets } : undefined;
}
