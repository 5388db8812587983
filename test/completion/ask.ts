import type { Catalog } from '../../server/src/catalog/catalog.ts';
import { complete } from '../../server/src/features/completion/complete.ts';
import { TemplateDocument } from '../../server/src/template/document.ts';
import { judge, type Verdict } from './judge.ts';
import type { Position } from './position.ts';

/** Asks for completions at a position, twice, and judges them. */
export function verdictAt(position: Position, catalog: Catalog): Verdict {
  const document = new TemplateDocument(position.text, position.notation);
  const ask = (snippets: boolean) => complete(document, position.offset, { catalog, snippets }).items;
  return judge(position, ask(true), ask(false), catalog);
}
