import type { ClientCapabilities, InitializeParams } from 'vscode-languageserver/node';
import { type Language, languages } from '../words/words.ts';

/** What the server has to know about its client. */
export interface ClientProfile {
  /** The language of messages and titles. */
  readonly language: Language;
  readonly hierarchicalSymbols: boolean;
  /** It takes definitions as LocationLink, which tells the whole declaration from its name. */
  readonly definitionLinks: boolean;
  /** It takes edits that name the version they belong to. */
  readonly versionedEdits: boolean;
}

/** Chinese for every Chinese tag (`zh-cn`, `zh-Hans`, `zh_CN.UTF-8`), else English. */
export function languageOfTag(tag: string | undefined): Language {
  return tag !== undefined && /^zh(?![a-z])/i.test(tag) ? 'zh-cn' : 'en';
}

/** A profile for a client of which nothing is known, as before `initialize`. */
export const plainClient: ClientProfile = profile({}, 'en');

export function readClientProfile({ capabilities, initializationOptions, locale }: InitializeParams): ClientProfile {
  return profile(capabilities, chosenLanguage(initializationOptions) ?? languageOfTag(locale));
}

function profile({ textDocument, workspace }: ClientCapabilities, language: Language): ClientProfile {
  return {
    language,
    hierarchicalSymbols: textDocument?.documentSymbol?.hierarchicalDocumentSymbolSupport === true,
    definitionLinks: textDocument?.definition?.linkSupport === true,
    versionedEdits: workspace?.workspaceEdit?.documentChanges === true,
  };
}

/** `initializationOptions.language`, where the client sends one that exists. Clients may send anything at all. */
function chosenLanguage(options: unknown): Language | undefined {
  if (typeof options !== 'object' || options === null || !('language' in options)) return undefined;
  return languages.find((language) => language === options.language);
}
