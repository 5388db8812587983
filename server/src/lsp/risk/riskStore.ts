import { join } from 'node:path';
import { isTooLargeToParse } from '../../analysis/contentSize.ts';
import type { Surroundings } from '../../analysis/rule.ts';
import type { Catalog } from '../../catalog/catalog.ts';
import { templateNameOf } from '../../cloud/templateName.ts';
import { type Assessment, assessRisk } from '../../risk/assess.ts';
import type { RiskContext } from '../../risk/reachedCalls.ts';
import type { MappingNode } from '../../syntax/node.ts';
import type { Template } from '../../template/template.ts';
import { ChildTemplates, type NamedTemplate } from '../../workspace/childTemplates.ts';
import type { DocumentStore, OpenDocument } from '../documents/documentStore.ts';
import { decodedUri, filePath } from '../documents/documentUri.ts';

/**
 * What is risky in the open templates, seen through the templates of the workspace that they embed. It is worked out once for
 * a version, and again when another text has changed.
 */
export class RiskStore {
  readonly #documents: DocumentStore;
  readonly #catalog: () => Catalog;
  #folders: readonly string[] = [];
  #children = new ChildTemplates([]);
  #known = new WeakMap<OpenDocument, { readonly catalog: Catalog; readonly value: Assessment | undefined }>();
  #around = new WeakMap<OpenDocument, Around>();
  /** Counts the changes, so that nobody looks twice whether one of them matters. */
  #turn = 0;

  constructor(documents: DocumentStore, catalog: () => Catalog) {
    this.#documents = documents;
    this.#catalog = catalog;
  }

  /** Folders in which the templates are looked for that others embed have come and gone, by their addresses. */
  changeFolders(added: readonly string[], removed: readonly string[] = []): void {
    const gone = new Set(removed.map(filePath));
    const come = added.flatMap((uri) => filePath(uri) ?? []);
    this.#folders = [...this.#folders.filter((it) => !gone.has(it)), ...come];
    this.#children = new ChildTemplates(this.#folders, { open: (path) => this.#openAt(path) });
    this.#around = new WeakMap();
    this.textChanged();
  }

  /** A text has been opened, changed or closed. */
  textChanged(): void {
    this.#known = new WeakMap();
    this.#turn++;
  }

  /** Files may have come or gone. */
  filesChanged(): void {
    this.#children.forget();
    this.textChanged();
  }

  /** The templates in the folders of the user that a text can embed. */
  embeddable({ lines: { uri } }: OpenDocument): readonly NamedTemplate[] {
    const place = this.#placeOf(uri);
    return place === undefined ? [] : this.#children.named(place);
  }

  /** Also for a text that is not the open one, by the address of its file. */
  contextOf(open: Pick<OpenDocument, 'lines'>): RiskContext {
    return { catalog: this.#catalog(), ...this.#lookAround(open) };
  }

  /** For the check of a text: the same object until a template that it embeds is another, always for one that embeds nothing. */
  surroundingsOf(open: OpenDocument): Surroundings {
    if (!embeds(open)) return alone;
    const known = this.#around.get(open);
    const isSame = known && (known.turn === this.#turn || this.#isSame(open, known));
    const around = isSame ? { ...known, turn: this.#turn } : this.#recorded(open);
    this.#around.set(open, around);
    return around.surroundings;
  }

  /** While others are being written, most texts embed what they did, and need no new check. */
  #isSame(open: OpenDocument, { asked }: Around): boolean {
    const { child } = this.#lookAround(open);
    return [...asked].every(([name, root]) => child?.(name)?.root === root);
  }

  #recorded(open: OpenDocument): Around {
    const asked: Around['asked'] = new Map();
    const { rootName, child } = this.#lookAround(open);
    const recording = (name: string) => {
      const found = child?.(name);
      asked.set(name, found?.root);
      return found;
    };
    return { surroundings: { rootName, child: child && recording }, asked, turn: this.#turn };
  }

  /**
   * The addresses of the open templates that embed others, so that what is found in them depends on those. The one `beside` is
   * left out, and not read: of a burst of changes only the newest version of a text shall be.
   */
  embedding(beside?: string): string[] {
    return this.#documents.uris().filter((uri) => {
      const open = uri === beside ? undefined : this.#documents.get(uri);
      return open !== undefined && embeds(open);
    });
  }

  #lookAround({ lines: { uri } }: Pick<OpenDocument, 'lines'>): Surroundings {
    const place = this.#placeOf(uri);
    const rootName = templateNameOf(decodedUri(uri));
    return {
      rootName: rootName === '' ? undefined : rootName,
      child: place === undefined ? undefined : this.#children.for(place),
    };
  }

  /** Undefined while the text has no mapping at its root, and for one that is too large to be read. */
  of(open: OpenDocument): Assessment | undefined {
    const catalog = this.#catalog();
    const before = this.#known.get(open);
    if (before?.catalog === catalog) return before.value;
    const template = isTooLargeToParse(open.document.text) ? undefined : open.document.template;
    const value = template && assessRisk(template, this.contextOf(open));
    this.#known.set(open, { catalog, value });
    return value;
  }

  /** A text that was never saved looks for its children where it could be saved. */
  #placeOf(uri: string): string | undefined {
    return filePath(uri) ?? (this.#folders[0] === undefined ? undefined : join(this.#folders[0], 'untitled'));
  }

  #openAt(path: string) {
    const uri = this.#documents.uris().find((it) => filePath(it) === path);
    const open = uri === undefined ? undefined : this.#documents.get(uri);
    return open?.isTemplate ? open.document : undefined;
  }
}

const alone: Surroundings = {};

interface Around {
  readonly surroundings: Surroundings;
  /** What its check has asked for, with what the names stood for then. */
  readonly asked: Map<string, MappingNode | undefined>;
  readonly turn: number;
}

function embeds({ document, isTemplate }: OpenDocument): boolean {
  if (!isTemplate || isTooLargeToParse(document.text)) return false;
  return document.template !== undefined && hasEmbedding(document.template);
}

const hasEmbedding = ({ allTasks, children }: Template): boolean =>
  allTasks.some(({ action }) => action?.toLowerCase() === 'acs::template') || children.some(hasEmbedding);
