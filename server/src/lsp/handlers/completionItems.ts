import {
  CompletionItemKind,
  CompletionItemTag,
  type CompletionList,
  InsertTextFormat,
  InsertTextMode,
  type CompletionItem as LspItem,
  type Range,
} from 'vscode-languageserver/node';
import type { CompletionItem, CompletionResult } from '../../features/completion/complete.ts';
import type { ProposalKind } from '../../features/completion/proposal.ts';
import type { TextRange } from '../../syntax/node.ts';
import { lineStartAt } from '../../syntax/yamlScan.ts';
import { inLanguage, type Language } from '../../words/words.ts';
import { toRange, toTextEdit } from '../convert.ts';
import type { OpenDocument } from '../documents/documentStore.ts';
import type { CompletionSupport } from './completionSupport.ts';

/** Finds an item again when the client asks for its documentation. */
export interface ItemKey {
  readonly list: number;
  readonly index: number;
}

const kinds: Readonly<Record<ProposalKind, CompletionItemKind>> = {
  action: CompletionItemKind.Function,
  property: CompletionItemKind.Property,
  key: CompletionItemKind.Property,
  value: CompletionItemKind.Value,
  type: CompletionItemKind.TypeParameter,
  parameter: CompletionItemKind.Variable,
  task: CompletionItemKind.Event,
  output: CompletionItemKind.Field,
  condition: CompletionItemKind.Operator,
  pseudoParameter: CompletionItemKind.Constant,
  function: CompletionItemKind.Function,
  service: CompletionItemKind.Module,
  operation: CompletionItemKind.Method,
  field: CompletionItemKind.Field,
  template: CompletionItemKind.File,
  snippet: CompletionItemKind.Snippet,
};

/** A list in the terms of the protocol, as small as the client allows. `list`: what resolving asks for it by. */
export function toCompletionList(
  open: OpenDocument,
  { items, isIncomplete }: CompletionResult,
  list: number,
  support: CompletionSupport,
  language: Language,
): CompletionList {
  const writer = new ItemWriter(open, items, support, language);
  return {
    isIncomplete,
    ...writer.defaults,
    items: items.map((item, index) => ({ ...writer.item(item), data: { list, index } satisfies ItemKey })),
  };
}

class ItemWriter {
  readonly #open: OpenDocument;
  readonly #support: CompletionSupport;
  readonly #language: Language;
  /** What most items replace. */
  readonly #shared: Place | undefined;
  #last: { readonly of: TextRange; readonly range: Range } | undefined;

  constructor(open: OpenDocument, items: readonly CompletionItem[], support: CompletionSupport, language: Language) {
    this.#open = open;
    this.#support = support;
    this.#language = language;
    this.#shared = support.itemDefaults.has('editRange') ? items[0] : undefined;
  }

  get defaults(): Pick<CompletionList, 'itemDefaults'> {
    const { itemDefaults, insertsAsIs } = this.#support;
    const mode = insertsAsIs && itemDefaults.has('insertTextMode');
    if (!this.#shared && !mode) return {};
    return {
      itemDefaults: {
        ...(this.#shared && { editRange: this.#ranges(this.#shared) }),
        ...(mode && { insertTextMode: InsertTextMode.asIs }),
      },
    };
  }

  item(item: CompletionItem): LspItem {
    const { title, kind, sortText, additionalEdits, isSnippet, goesOn } = item;
    const label = this.#label(item);
    // People type what they know, which may be the English words.
    const filterText = title && label !== item.label ? `${item.filterText} ${label}` : item.filterText;
    const { insertsAsIs, itemDefaults, suggestsAgain } = this.#support;
    return {
      label,
      kind: kinds[kind],
      sortText,
      ...(filterText !== label && { filterText }),
      ...this.#details(item),
      ...this.#edit(item, label),
      ...(isSnippet && { insertTextFormat: InsertTextFormat.Snippet }),
      ...(insertsAsIs && !itemDefaults.has('insertTextMode') && { insertTextMode: InsertTextMode.asIs }),
      ...(additionalEdits.length > 0 && {
        additionalTextEdits: additionalEdits.map((it) => toTextEdit(this.#open.lines, it)),
      }),
      ...(goesOn && suggestsAgain && { command: { title: '', command: 'editor.action.triggerSuggest' } }),
    };
  }

  #details({ detail, deprecated }: CompletionItem): Partial<LspItem> {
    const words = detail && inLanguage(detail, this.#language);
    const { labelDetails, deprecatedTag } = this.#support;
    return {
      ...(words && (labelDetails ? { labelDetails: { description: words } } : { detail: words })),
      ...(deprecated && (deprecatedTag ? { tags: [CompletionItemTag.Deprecated] } : { deprecated: true })),
    };
  }

  #label({ title, label }: CompletionItem): string {
    return title ? inLanguage(title, this.#language) : label;
  }

  #edit(item: CompletionItem, label: string): Partial<LspItem> {
    const newText = this.#text(item);
    if (!this.#shared || !isAlike(this.#shared, item)) {
      const ranges = this.#ranges(item);
      return { textEdit: 'insert' in ranges ? { ...ranges, newText } : { range: ranges, newText } };
    }
    return newText === label ? {} : { textEditText: newText };
  }

  /** Snippets are indented by clients that are not told to leave them alone: by as much as the line where they begin. */
  #text({ newText, isSnippet, range }: CompletionItem): string {
    if (this.#support.insertsAsIs || !isSnippet || !newText.includes('\n')) return newText;
    const { text } = this.#open.document;
    const lineStart = lineStartAt(text, range.start);
    const indent = /^[ \t]*/.exec(text.slice(lineStart, range.start))?.[0] ?? '';
    return newText.replaceAll(`\n${indent}`, '\n');
  }

  #ranges({ range, insertRange }: Place): Range | { insert: Range; replace: Range } {
    const replace = this.#range(range);
    return isSame(range, insertRange) ? replace : { insert: toRange(this.#open.lines, insertRange), replace };
  }

  /** Nearly all items have the same range. */
  #range(of: TextRange): Range {
    if (this.#last?.of.start !== of.start || this.#last.of.end !== of.end) {
      this.#last = { of, range: toRange(this.#open.lines, of) };
    }
    return this.#last.range;
  }
}

type Place = Pick<CompletionItem, 'range' | 'insertRange'>;

const isAlike = (a: Place, b: Place): boolean => isSame(a.range, b.range) && isSame(a.insertRange, b.insertRange);

const isSame = (a: TextRange, b: TextRange): boolean => a.start === b.start && a.end === b.end;
