import {
  CompletionItemTag,
  InsertTextMode,
  MarkupKind,
  type TextDocumentClientCapabilities,
} from 'vscode-languageserver/node';

/** What the client can do with a list of completions. */
export interface CompletionSupport {
  readonly snippets: boolean;
  /** Its user can accept an item with what stands behind the cursor kept or replaced. */
  readonly insertsOrReplaces: boolean;
  /** It shows details beside labels. */
  readonly labelDetails: boolean;
  /** It leaves the indentation of inserted lines alone where it is told so. */
  readonly insertsAsIs: boolean;
  readonly deprecatedTag: boolean;
  readonly markdown: boolean;
  /** The properties that items may share: `editRange`, `insertTextMode`... */
  readonly itemDefaults: ReadonlySet<string>;
  /** It has the command of VS Code that opens the list of suggestions. */
  readonly suggestsAgain: boolean;
}

/** `suggestsAgain`: the client says so in its options, since the protocol has no word for it. */
export function completionSupport(
  completion: TextDocumentClientCapabilities['completion'],
  suggestsAgain: boolean,
): CompletionSupport {
  const item = completion?.completionItem;
  return {
    snippets: item?.snippetSupport === true,
    insertsOrReplaces: item?.insertReplaceSupport === true,
    labelDetails: item?.labelDetailsSupport === true,
    insertsAsIs: item?.insertTextModeSupport?.valueSet?.includes(InsertTextMode.asIs) === true,
    deprecatedTag: item?.tagSupport?.valueSet?.includes(CompletionItemTag.Deprecated) === true,
    markdown: item?.documentationFormat?.includes(MarkupKind.Markdown) === true,
    itemDefaults: new Set(completion?.completionList?.itemDefaults ?? []),
    suggestsAgain,
  };
}
