import type { TextRange } from '../../server/src/syntax/node.ts';
import { TemplateDocument } from '../../server/src/template/document.ts';
import type { Place, Template } from '../../server/src/template/template.ts';
import { fixture } from './fixture.ts';
import { toJson } from './toJson.ts';

export interface ReadTemplate {
  readonly template: Template;
  /** What stands at a range of the text, with the offset to tell it from its like. */
  readonly at: (range: TextRange) => string;
  /** What is marked. */
  readonly marked: readonly string[];
}

/** A marked YAML text, read as it is and as JSON. */
export function readInBoth(markedYaml: string): ReadTemplate[] {
  return (['yaml', 'json'] as const).map((notation) => {
    const { text, ranges } = fixture(notation === 'yaml' ? markedYaml : toJson(markedYaml));
    const { template } = new TemplateDocument(text, notation);
    if (!template) throw new Error(`no template: ${text}`);
    const at = ({ start, end }: TextRange) => `${start}: ${text.slice(start, end)}`;
    return { template, at, marked: ranges.map(at) };
  });
}

/** Where something stands, in one line. */
export function shownPlace({ section, task, part, entry }: Place): string {
  return [section, task?.name, entry?.name, part].filter((it) => it !== undefined).join(' / ');
}
