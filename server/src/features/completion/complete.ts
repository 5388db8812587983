import type { Catalog } from '../../catalog/catalog.ts';
import { type CursorTree, cursorTree } from '../../syntax/cursorTree.ts';
import type { SyntaxNode, TextEdit, TextRange } from '../../syntax/node.ts';
import type { TemplateDocument } from '../../template/document.ts';
import { readTemplate } from '../../template/readTemplate.ts';
import type { Template } from '../../template/template.ts';
import type { Words } from '../../words/words.ts';
import { goesInFront } from './behindCursor.ts';
import { leftOut } from './excerpt.ts';
import { innerSites } from './innerSites.ts';
import { keyPlaces } from './keyPlaces.ts';
import { columnOf } from './layout.ts';
import { type Location, locate } from './location.ts';
import { type Fit, fitOf } from './matching.ts';
import type { CompletionPlace } from './place.ts';
import type { Proposal, ProposalKind } from './proposal.ts';
import { proposalsFor } from './providers.ts';
import { Renderer } from './render.ts';
import { insertionContext, type KnownTemplate, type Scene } from './scene.ts';
import { freshValueSlot, type KeySlot, type Slot, slotOf } from './slot.ts';
import { usedNames } from './usedNames.ts';
import { valuePlaces } from './valuePlaces.ts';

export interface CompletionContext {
  readonly catalog: Catalog;
  /** Whether the editor takes snippets, with places to fill in. */
  readonly snippets: boolean;
  /** Whether the person chooses, in the editor, between keeping what stands behind the cursor and replacing it. */
  readonly replaces?: boolean;
  /** The templates in the folders of the user; asked only where one may be named. */
  readonly templates?: () => readonly KnownTemplate[];
}

/** A proposal for a place of a text. Ranges are offsets in that text. */
export interface CompletionItem {
  readonly label: string;
  /** The label in words, where it is no name; both are compared with what has been typed. */
  readonly title: Words | undefined;
  readonly kind: ProposalKind;
  readonly detail: Words | undefined;
  readonly summary: Words | undefined;
  readonly deprecated: boolean;
  /** What the text in the range before the cursor is compared with. */
  readonly filterText: string;
  /** Puts the items in our order. */
  readonly sortText: string;
  /** What is replaced. It lies on one line and holds the cursor. */
  readonly range: TextRange;
  /** Where a person can choose not to replace what stands behind the cursor: what gives way then, else the range. */
  readonly insertRange: TextRange;
  readonly newText: string;
  /** `newText` has the syntax of snippets. */
  readonly isSnippet: boolean;
  /** Edits elsewhere, none of which touches the range. */
  readonly additionalEdits: readonly TextEdit[];
  /** Something that can be chosen from a list comes next. */
  readonly goesOn: boolean;
  /** Markdown. */
  readonly documentation: () => Words | undefined;
}

export interface CompletionResult {
  /** The best first. */
  readonly items: readonly CompletionItem[];
  /** Some were left out, which may be asked for again when more has been typed. */
  readonly isIncomplete: boolean;
}

/** What `::` follows in the names of OOS. */
const namespaces: ReadonlySet<string> = new Set(['ACS', 'ALIYUN', 'Fn', 'acs', 'fn']);

/** Nothing of a name but the namespace that most have, or a part of it. */
const NAMESPACE_ONLY = /^(?:\{\{\s*)?(?:A|AC|ACS|ACS:|ACS::)?$/i;

const nothing: CompletionResult = { items: [], isIncomplete: false };

/** What may be written at an offset of a template that may be unfinished. */
export function complete(document: TemplateDocument, offset: number, context: CompletionContext): CompletionResult {
  const cursor = cursorTree(document.text, document.notation, offset, { leavesOut: leftOut, namespaces });
  const template = cursor && templateOf(cursor, document.text);
  if (!cursor || !template) return nothing;
  const renderer = new Renderer(cursor, document.text);
  const { replaces = false } = context;
  const possible = candidatesAt(cursor, document, template, context).filter(({ proposal, slot }) =>
    goesInFront(proposal.insertion, slot, replaces),
  );
  const candidates = possible.filter(({ proposal, typed }) => !(proposal.whenTyped && NAMESPACE_ONLY.test(typed)));
  const isTyped = candidates.some(({ typed }) => typed !== '');
  const fitting = isTyped ? candidates.filter(({ fit }) => fit.grade > 0) : candidates;
  const items = fitting.sort(byFit).flatMap((it, index) => toItem(it, index, renderer, document.text, context) ?? []);
  return { items: unique(items), isIncomplete: candidates.length < possible.length };
}

/** An empty text is taken for the beginning of a template. */
function templateOf({ tree, scalar }: CursorTree, text: string): Template | undefined {
  const isEmpty = text.trim() === '' && tree.root === scalar;
  return readTemplate(
    isEmpty ? { ...tree, root: { kind: 'mapping', range: scalar.range, flow: false, pairs: [] } } : tree,
  );
}

interface Candidate {
  readonly proposal: Proposal;
  readonly slot: Slot;
  readonly typed: string;
  /** What the typed text is compared with. */
  readonly name: string;
  readonly fit: Fit;
}

function candidatesAt(
  cursor: CursorTree,
  document: TemplateDocument,
  template: Template,
  context: CompletionContext,
): Candidate[] {
  const sceneAt = (path: readonly SyntaxNode[], inside: boolean) =>
    sceneOf(document, locate(template, path, inside), context);
  const { path } = cursor;
  const slot = slotOf(cursor, document.text);
  if (slot?.role === 'key') {
    const around = path.slice(0, -2);
    const inside = sceneAt(around, true);
    const keys = candidatesFor(slot, keyPlaces(slot, inside), inside);
    // Where keys are known, other values than whole constructs are hardly meant.
    const isMap = keys.some(isKnown);
    const instead = slot.fresh ? freshCandidates(slot, isMap, sceneAt(around, false)) : [];
    const all = [...keys, ...instead, ...itemCandidates(cursor, slot, around, sceneAt)];
    return all.some(isKnown) ? all.map(withRareCalls) : all;
  }
  const scene = sceneAt(path, false);
  const inner = innerSites(cursor, scene, document.text);
  if (inner) return inner.flatMap((it) => candidatesFor(it.slot, it.places, scene));
  return slot ? candidatesFor(slot, valuePlaces(slot, scene), scene) : [];
}

/** What may stand in the place of a map that is only about to be written. */
function freshCandidates(slot: KeySlot, isMap: boolean, scene: Scene): Candidate[] {
  const instead = freshValueSlot(slot);
  const places = valuePlaces(instead, scene).filter(({ kind }) => !isMap || kind === 'construct');
  return candidatesFor(instead, places, scene);
}

/** Items of a list that ends in front of a key and stands in the column of its own key: the line may be one more of them. */
function itemCandidates(
  { tree }: CursorTree,
  slot: KeySlot,
  around: readonly SyntaxNode[],
  sceneAt: (path: readonly SyntaxNode[], inside: boolean) => Scene,
): Candidate[] {
  const { mapping, pair, column } = slot;
  const before = mapping.pairs[mapping.pairs.indexOf(pair) - 1];
  const list = before?.value?.kind === 'sequence' && !before.value.flow ? before.value : undefined;
  if (!before || !list || slot.hasColon || columnOf(tree.text, list) !== column) return [];
  const instead = freshValueSlot(slot);
  const scene = sceneAt([...around, before, list], false);
  return candidatesFor(
    instead,
    valuePlaces(instead, scene).filter(({ kind }) => kind === 'construct'),
    scene,
  );
}

const isKnown = ({ proposal: { kind } }: Candidate): boolean => structural.has(kind);

const structural: ReadonlySet<ProposalKind> = new Set(['key', 'property', 'snippet']);

function withRareCalls(candidate: Candidate): Candidate {
  const { proposal } = candidate;
  return proposal.kind === 'function'
    ? { ...candidate, proposal: { ...proposal, rank: proposal.rank + 3 } }
    : candidate;
}

function sceneOf(document: TemplateDocument, location: Location, { catalog, templates }: CompletionContext): Scene {
  return {
    catalog,
    location,
    insertion: insertionContext(location),
    get templates() {
      return templates?.() ?? [];
    },
    get used() {
      return usedNames(document.text);
    },
    get whole() {
      return document.template;
    },
  };
}

function candidatesFor(slot: Slot, places: readonly CompletionPlace[], scene: Scene): Candidate[] {
  const typed = slot.typed.trimStart();
  return places
    .flatMap((place) => proposalsFor(place, scene))
    .map((proposal) => {
      const name = comparedName(proposal);
      return {
        proposal,
        slot,
        typed,
        name,
        fit: betterFit(fitOf(typed, name), proposal.title && fitOf(typed, proposal.title.zh)),
      };
    });
}

const betterFit = (fit: Fit, other: Fit | undefined): Fit => (other && other.grade > fit.grade ? other : fit);

/** Nobody types the braces of a reference that comes with them. */
function comparedName({ label, insertion }: Proposal): string {
  if (insertion.kind === 'text') return insertion.text;
  return label.startsWith('{{ ') && label.endsWith(' }}') ? label.slice(3, -3) : label;
}

function byFit(a: Candidate, b: Candidate): number {
  return (
    b.fit.grade - a.fit.grade ||
    a.proposal.rank - b.proposal.rank ||
    a.fit.distance - b.fit.distance ||
    (a.proposal.label < b.proposal.label ? -1 : 1)
  );
}

function toItem(
  { proposal, slot, name }: Candidate,
  index: number,
  renderer: Renderer,
  text: string,
  { snippets, replaces = false }: CompletionContext,
): CompletionItem | undefined {
  const { label, title, kind, detail, summary, deprecated = false, documentation = undocumented } = proposal;
  const rendered = renderer.render(proposal.insertion, slot);
  if (!rendered) return undefined;
  const { insertRange, text: written, additionalEdits } = rendered;
  const range = replaces ? rendered.range : insertRange;
  const isSnippet = snippets && written.hasHoles;
  // What stands in the range before the word belongs to what editors compare.
  const lead = text.slice(range.start, slot.range.start);
  return {
    label,
    title,
    kind,
    detail,
    summary,
    deprecated,
    filterText: lead + name,
    sortText: String(index).padStart(5, '0'),
    range,
    insertRange,
    newText: isSnippet ? written.snippet : written.plain,
    isSnippet,
    additionalEdits,
    goesOn: written.asksFirst,
    documentation,
  };
}

const undocumented = () => undefined;

/** The first of several that look alike and do the same. */
function unique(items: readonly CompletionItem[]): CompletionItem[] {
  const seen = new Map<string, CompletionItem[]>();
  return items.filter((item) => {
    const alike = seen.get(item.label);
    if (!alike) seen.set(item.label, [item]);
    else if (alike.some((it) => it.newText === item.newText && it.range.start === item.range.start)) return false;
    else alike.push(item);
    return true;
  });
}
