import type { Catalog } from '../../../server/src/catalog/catalog.ts';
import { hover } from '../../../server/src/features/hover/hover.ts';
import { assessRisk } from '../../../server/src/risk/assess.ts';
import { TemplateDocument } from '../../../server/src/template/document.ts';
import { inLanguage, type Language } from '../../../server/src/words/words.ts';
import { bundledCatalog } from '../../../server/src/workspace/bundledCatalog.ts';
import { fixture } from '../../support/fixture.ts';
import { toJson } from '../../support/toJson.ts';

interface Options {
  readonly language?: Language;
  readonly catalog?: Catalog;
}

/** What is said at the cursors of a marked YAML text. It must be the same in JSON; all lines count as the first. */
export function hovers(markedYaml: string, options: Options = {}): (string | undefined)[] {
  const inYaml = hoversIn(markedYaml, 'yaml', options);
  const inJson = hoversIn(toJson(markedYaml), 'json', options);
  if (JSON.stringify(inYaml) !== JSON.stringify(inJson)) throw new Error(`in JSON: ${inJson.join('\n')}`);
  return inYaml;
}

export function hoversIn(
  marked: string,
  notation: 'yaml' | 'json',
  { language = 'en', catalog = bundledCatalog() }: Options = {},
): (string | undefined)[] {
  const { text, cursors } = fixture(marked);
  const document = new TemplateDocument(text, notation);
  return cursors.map((cursor) => {
    const risky = document.template && assessRisk(document.template, { catalog }).tasks;
    const found = hover(document, cursor, { catalog, lineOf: () => 1, risky });
    return found && inLanguage(found.markdown, language);
  });
}

/** What is said at the only cursor; empty where it is nothing. */
export function hoverOf(markedYaml: string, options: Options = {}): string {
  const [found, ...others] = hovers(markedYaml, options);
  if (others.length > 0) throw new Error(`more than one cursor: ${markedYaml}`);
  return found ?? '';
}
