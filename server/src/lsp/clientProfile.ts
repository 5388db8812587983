import { isAbsolute } from 'node:path';
import { type ClientCapabilities, type InitializeParams, MarkupKind } from 'vscode-languageserver/node';
import { type Language, languages } from '../words/words.ts';
import { type CompletionSupport, completionSupport } from './handlers/completionSupport.ts';

/** What the server has to know about its client. */
export interface ClientProfile {
  /** The language of messages and titles. */
  readonly language: Language;
  readonly hierarchicalSymbols: boolean;
  /** It takes definitions as LocationLink, which tells the whole declaration from its name. */
  readonly definitionLinks: boolean;
  /** It shows Markdown in hovers. */
  readonly hoverMarkdown: boolean;
  /** It takes edits that name the version they belong to. */
  readonly versionedEdits: boolean;
  /** It answers what its settings are. */
  readonly answersSettings: boolean;
  /** It can be asked to tell when its settings change. */
  readonly tellsSettings: boolean;
  /** It can be asked to tell when files change. */
  readonly tellsFiles: boolean;
  /** It has the command `oos.showRiskyTasks`, which lists what is risky in a template. */
  readonly showsRisk: boolean;
  /** It can be asked to ask again for code lenses, and for semantic tokens. */
  readonly refreshesLenses: boolean;
  readonly refreshesTokens: boolean;
  /** It tells when folders of the workspace come or go. */
  readonly tellsFolders: boolean;
  /** It has the command `oos.actions.refresh`, which fetches the list of actions and tells how that went. */
  readonly refreshesActions: boolean;
  /** It has the command `oos.explainRule`, which shows the page of a rule. */
  readonly explains: boolean;
  readonly completion: CompletionSupport;
  /** An absolute path, where the client keeps what can be fetched again; undefined: the folder that is usual on the system. */
  readonly cacheFolder: string | undefined;
  /** Who calls the service: the client, asked by `oos/callApi`, or the server itself. */
  readonly cloud: 'client' | 'server';
  /** With which connection the server calls; what is undefined comes from the environment. */
  readonly connection: ConnectionWish;
  /** For a client that cannot be asked for its settings. */
  readonly autoRefresh: boolean;
  /** It shows questions with buttons. */
  readonly asks: boolean;
}

interface ConnectionWish {
  readonly profile: string | undefined;
  readonly region: string | undefined;
  readonly endpoint: string | undefined;
}

/** Chinese for every Chinese tag (`zh-cn`, `zh-Hans`, `zh_CN.UTF-8`), else English. */
export function languageOfTag(tag: string | undefined): Language {
  return tag !== undefined && /^zh(?![a-z])/i.test(tag) ? 'zh-cn' : 'en';
}

/** A profile for a client of which nothing is known, as before `initialize`. */
export const plainClient: ClientProfile = profile({}, {}, 'en');

/** Reads what a client says of itself with `initialize`. Never throws, whatever its options are. */
export function readClientProfile({ capabilities, initializationOptions, locale }: InitializeParams): ClientProfile {
  const options = typeof initializationOptions === 'object' ? { ...initializationOptions } : {};
  return profile(capabilities, options, chosenLanguage(options) ?? languageOfTag(locale));
}

/** What a client sends as `initializationOptions`. It may send anything at all. */
interface Options {
  readonly language?: unknown;
  readonly explain?: unknown;
  readonly refreshActions?: unknown;
  readonly suggest?: unknown;
  readonly lenses?: unknown;
  readonly cacheFolder?: unknown;
  readonly cloud?: unknown;
  readonly connection?: unknown;
  readonly actions?: unknown;
}

function profile(
  { textDocument, window, workspace }: ClientCapabilities,
  options: Options,
  language: Language,
): ClientProfile {
  return {
    language,
    hierarchicalSymbols: textDocument?.documentSymbol?.hierarchicalDocumentSymbolSupport === true,
    definitionLinks: textDocument?.definition?.linkSupport === true,
    hoverMarkdown: textDocument?.hover?.contentFormat?.includes(MarkupKind.Markdown) === true,
    versionedEdits: workspace?.workspaceEdit?.documentChanges === true,
    answersSettings: workspace?.configuration === true,
    tellsSettings: workspace?.didChangeConfiguration?.dynamicRegistration === true,
    tellsFiles: workspace?.didChangeWatchedFiles?.dynamicRegistration === true,
    explains: options.explain === true,
    refreshesActions: options.refreshActions === true,
    showsRisk: options.lenses === true,
    refreshesLenses: workspace?.codeLens?.refreshSupport === true,
    refreshesTokens: workspace?.semanticTokens?.refreshSupport === true,
    tellsFolders: workspace?.workspaceFolders === true,
    completion: completionSupport(textDocument?.completion, options.suggest === true),
    cacheFolder:
      typeof options.cacheFolder === 'string' && isAbsolute(options.cacheFolder) ? options.cacheFolder : undefined,
    cloud: options.cloud === 'client' ? 'client' : 'server',
    connection: connectionWish(options.connection),
    autoRefresh: { ...(options.actions as { readonly autoRefresh?: unknown } | null | undefined) }.autoRefresh === true,
    asks: window?.showMessage !== undefined,
  };
}

function connectionWish(option: unknown): ConnectionWish {
  const { profile, region, endpoint }: { readonly [N in keyof ConnectionWish]?: unknown } =
    typeof option === 'object' ? { ...option } : {};
  const textOf = (value: unknown) => (typeof value === 'string' && value !== '' ? value : undefined);
  return { profile: textOf(profile), region: textOf(region), endpoint: textOf(endpoint) };
}

/** The language of the options, where it is one that exists. */
function chosenLanguage(options: Options): Language | undefined {
  return languages.find((language) => language === options.language);
}
