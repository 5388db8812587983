import type { Catalog } from '../../../server/src/catalog/catalog.ts';
import { type CompletionItem, complete } from '../../../server/src/features/completion/complete.ts';
import type { KnownTemplate } from '../../../server/src/features/completion/scene.ts';
import { applyEdits } from '../../../server/src/syntax/edit.ts';
import type { Notation } from '../../../server/src/syntax/node.ts';
import { TemplateDocument } from '../../../server/src/template/document.ts';
import { bundledCatalog } from '../../../server/src/workspace/bundledCatalog.ts';
import { fixture } from '../../support/fixture.ts';

interface Asked {
  readonly notation?: Notation;
  readonly snippets?: boolean;
  readonly templates?: readonly KnownTemplate[];
  readonly catalog?: Catalog;
}

export function itemsAt(
  marked: string,
  { notation = 'yaml', snippets = false, templates = [], catalog = bundledCatalog() }: Asked = {},
) {
  const { text, cursors } = fixture(marked);
  const [offset] = cursors;
  if (offset === undefined || cursors.length > 1) throw new Error(`one cursor is wanted: ${marked}`);
  const context = { catalog, snippets, templates: () => templates };
  const { items } = complete(new TemplateDocument(text, notation), offset, context);
  return { text, offset, items };
}

/** The first labels that are offered at the cursor. */
export const offered = (marked: string, most = 3, asked?: Asked): string[] =>
  itemsAt(marked, asked)
    .items.slice(0, most)
    .map(({ label }) => label);

export function itemNamed(items: readonly CompletionItem[], label: string): CompletionItem {
  const found = items.find((it) => it.label === label);
  if (!found) throw new Error(`'${label}' is not offered, but: ${items.slice(0, 20).map((it) => it.label)}`);
  return found;
}

/** The text when the item of that label has been accepted. */
export function accepted(marked: string, label: string, asked?: Asked): string {
  const { text, items } = itemsAt(marked, asked);
  return apply(text, itemNamed(items, label));
}

export const apply = (text: string, { additionalEdits, range, newText }: CompletionItem): string =>
  applyEdits(text, [...additionalEdits, { range, newText }]);
