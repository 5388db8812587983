import type {
  TextDocumentContentChangeEvent,
  TextDocumentItem,
  VersionedTextDocumentIdentifier,
} from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { Notation } from '../../syntax/node.ts';
import { TemplateDocument } from '../../template/document.ts';
import { isOosTemplate, notationOf } from '../../template/recognise.ts';
import { fileNameOf } from './documentUri.ts';

/** One version of one open text in YAML or JSON. */
export class OpenDocument {
  /** The text with its lines. */
  readonly lines: TextDocument;
  readonly document: TemplateDocument;
  #isTemplate: boolean | undefined;

  /** `known`: an earlier version was a template, and a text stays one while it is open. */
  constructor(lines: TextDocument, notation: Notation, known: boolean) {
    this.lines = lines;
    this.document = new TemplateDocument(lines.getText(), notation);
    if (known) this.#isTemplate = true;
  }

  get isTemplate(): boolean {
    const { languageId, uri } = this.lines;
    this.#isTemplate ??= isOosTemplate(this.document, { languageId, fileName: fileNameOf(uri) });
    return this.#isTemplate;
  }
}

/** The current version of every open text that can be a template. */
export class DocumentStore {
  readonly #open = new Map<string, OpenDocument>();

  /** A text in a language other than YAML or JSON is left alone. */
  open({ uri, languageId, version, text }: TextDocumentItem): void {
    this.close(uri);
    const fileName = fileNameOf(uri);
    if (!canBeTemplate(languageId, fileName)) return;
    const notation = notationOf(fileName, languageId, text);
    this.#open.set(uri, new OpenDocument(TextDocument.create(uri, languageId, version, text), notation, false));
  }

  change({ uri, version }: VersionedTextDocumentIdentifier, changes: TextDocumentContentChangeEvent[]): void {
    const before = this.#open.get(uri);
    if (!before) return;
    const { languageId } = before.lines;
    // `update` alters the document that it is given, and the earlier version must stay as it was.
    const copy = TextDocument.create(uri, languageId, version, before.lines.getText());
    const after = TextDocument.create(uri, languageId, version, TextDocument.update(copy, changes, version).getText());
    const { notation } = before.document;
    this.#open.set(uri, new OpenDocument(after, notation, false));
    // Asked only now: the text is right even if a fault of ours should prevent an answer.
    if (before.isTemplate) this.#open.set(uri, new OpenDocument(after, notation, true));
  }

  close(uri: string): void {
    this.#open.delete(uri);
  }

  get(uri: string): OpenDocument | undefined {
    return this.#open.get(uri);
  }

  uris(): string[] {
    return [...this.#open.keys()];
  }
}

/** Another word for the language can come from an editor that knows no OOS files, so their name counts as well. */
function canBeTemplate(languageId: string, fileName: string): boolean {
  return /^(?:oos-)?(?:yaml|json)$|^jsonc$/.test(languageId) || /\.oos\.(?:ya?ml|json)$/i.test(fileName);
}
