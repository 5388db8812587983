import {
  type CompletionItem,
  type CompletionList,
  type CompletionOptions,
  type CompletionParams,
  CompletionTriggerKind,
  MarkupKind,
} from 'vscode-languageserver/node';
import { complete, type CompletionItem as Proposed } from '../../features/completion/complete.ts';
import { knownTemplate } from '../../features/completion/scene.ts';
import { opensList } from '../../features/completion/trigger.ts';
import { plainText } from '../../features/hover/markdown.ts';
import { inLanguage } from '../../words/words.ts';
import { toOffset } from '../convert.ts';
import { type Session, templateRequest } from '../session.ts';
import { type ItemKey, toCompletionList } from './completionItems.ts';
import { attempt } from './guarded.ts';

export const completionOptions: CompletionOptions = {
  triggerCharacters: [':', ' ', '.', '{', '"', "'"],
  resolveProvider: true,
  completionItem: { labelDetailsSupport: true },
};

const nothing: CompletionList = { isIncomplete: false, items: [] };

export function registerCompletion(session: Session): void {
  const { connection } = session;
  /** The items of the last list, whose documentation may be asked for. */
  let last: { readonly list: number; readonly items: readonly Proposed[] } = { list: 0, items: [] };
  connection.onCompletion(
    templateRequest(session, 'completion', nothing, (open, { position, context }: CompletionParams): CompletionList => {
      const offset = toOffset(open.lines, position);
      const sign =
        context?.triggerKind === CompletionTriggerKind.TriggerCharacter ? context.triggerCharacter : undefined;
      if (sign !== undefined && !opensList(open.document.text, offset, sign)) return nothing;
      const { completion, language } = session.client;
      const result = complete(open.document, offset, {
        catalog: session.catalog(),
        snippets: completion.snippets,
        replaces: completion.insertsOrReplaces,
        templates: () => session.risk.embeddable(open).map(({ name, template }) => knownTemplate(name, template)),
      });
      last = { list: last.list + 1, items: result.items };
      return toCompletionList(open, result, last.list, completion, language);
    }),
  );
  connection.onCompletionResolve((item) =>
    attempt(connection.console, 'completion item', item, () => {
      const key: ItemKey | undefined = item.data;
      // An item of an older list stays as it is.
      const proposed = key?.list === last.list ? last.items[key.index] : undefined;
      return proposed ? { ...item, ...documentationOf(proposed, session) } : item;
    }),
  );
}

function documentationOf(proposed: Proposed, { client }: Session): Pick<CompletionItem, 'documentation'> {
  const words = proposed.documentation() ?? proposed.summary;
  if (!words) return {};
  const markdown = inLanguage(words, client.language);
  return {
    documentation: client.completion.markdown
      ? { kind: MarkupKind.Markdown, value: markdown }
      : { kind: MarkupKind.PlainText, value: plainText(markdown) },
  };
}
