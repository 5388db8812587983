import type { Catalog } from '../../server/src/catalog/catalog.ts';
import { TemplateDocument } from '../../server/src/template/document.ts';
import { Random } from '../mutants/random.ts';
import type { CorpusFile } from '../support/corpus.ts';
import { cut } from './cut.ts';
import { type Kind, kinds, type Position, pathsOf, type Site } from './position.ts';
import { sitesOf } from './sites.ts';

export interface SampleOptions {
  readonly seed: string;
  /** How many positions in all: half of them in each notation, and as many of each kind as there are. */
  readonly positions: number;
}

interface Source {
  readonly file: CorpusFile;
  readonly document: TemplateDocument;
  readonly sites: readonly Site[];
}

/** Positions in templates, spread evenly over the notations, the kinds and the files. */
export function sample(files: readonly CorpusFile[], catalog: Catalog, options: SampleOptions): Position[] {
  return (['yaml', 'json'] as const).flatMap((notation) => {
    const sources = files
      .filter((file) => file.notation === notation)
      .map((file): Source => {
        const document = new TemplateDocument(file.text, notation);
        return { file, document, sites: sitesOf(document, catalog) };
      });
    const count = Math.floor(options.positions / 2);
    return kinds.flatMap((kind, index) => {
      const share = Math.floor(count / kinds.length) + (index < count % kinds.length ? 1 : 0);
      return ofKind(kind, sources, share, new Random(`${options.seed} ${notation} ${kind}`));
    });
  });
}

/** One site of each file in turn, until there are enough. */
function ofKind(kind: Kind, sources: readonly Source[], count: number, random: Random): Position[] {
  const left = random
    .shuffled(sources)
    .map((source) => ({ source, sites: random.shuffled(source.sites.filter((it) => it.kind === kind)) }));
  const chosen: Position[] = [];
  for (let round = 0; chosen.length < count; round++) {
    const next = left.flatMap(({ source, sites }) => sites.slice(round, round + 1).map((site) => ({ source, site })));
    if (next.length === 0) break;
    for (const { source, site } of next.slice(0, count - chosen.length)) {
      chosen.push(positionAt(site, source, random));
    }
  }
  return chosen;
}

function positionAt(site: Site, { file, document }: Source, random: Random): Position {
  return {
    site,
    path: pathsOf(document.tree.root).get(site.shape === 'key' ? site.pair : site.node) ?? [],
    file: file.name,
    notation: document.notation,
    original: document.text,
    ...cut(site, document, random),
  };
}
