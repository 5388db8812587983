import { isPlainPath } from '../../server/src/jq/selector.ts';
import { valueFor } from '../../server/src/syntax/navigate.ts';
import type { ScalarNode, TextRange, ValueNode } from '../../server/src/syntax/node.ts';
import { contentRange } from '../../server/src/syntax/scalarText.ts';
import type { TemplateDocument } from '../../server/src/template/document.ts';
import type { Template, Use } from '../../server/src/template/template.ts';
import type { InnerSite } from './position.ts';

/** Parts of texts that can be taken away: names between braces, steps of selectors. */
export function innerSites(template: Template, document: TemplateDocument): InnerSite[] {
  const read = (range: TextRange): string => document.text.slice(range.start, range.end);
  return [
    ...template.uses.flatMap((use) => useSites(use).filter((it) => read(it.range) === it.wanted.slice(it.lead.length))),
    ...template.allTasks.flatMap(({ outputs, properties, action }) => {
      const selectors = outputs.all.map(({ attributes }) => valueFor(attributes, 'ValueSelector'));
      const isLoop = action?.toLowerCase() === 'acs::loop';
      const all = [...(isLoop ? [] : selectors), valueFor(properties?.value, 'PropertySelector')];
      return all.flatMap((node) => selectorSites(node, document.text));
    }),
  ];
}

function useSites({ expression: { body, range: braces }, scalar }: Use): InnerSite[] {
  const site = (kind: InnerSite['kind'], wanted: string, range: TextRange, lead = ''): InnerSite => ({
    kind,
    wanted,
    ignoresCase: true,
    shape: 'inner',
    node: scalar,
    range,
    lead,
    braces,
  });
  if (body.kind === 'parameter') return [site('parameter reference', body.name.text, body.name.range)];
  if (body.kind === 'pseudo') return [site('pseudo-parameter', body.name.text, body.name.range)];
  if (body.kind !== 'task' || !body.simple) return [];
  const wanted = `${body.name.text}.${body.path.text}`;
  const whole = { start: body.name.range.start, end: body.path.range.end };
  const path = site('output reference', wanted, body.path.range, `${body.name.text}.`);
  return [site('output reference', wanted, whole), path];
}

/** The rest of a path from its beginning, and from behind each dot. */
function selectorSites(node: ValueNode | undefined, text: string): InnerSite[] {
  if (node?.kind !== 'scalar' || typeof node.value !== 'string' || !isPlainPath(node.value)) return [];
  const { start, end } = contentRange(text, node as ScalarNode);
  const written = text.slice(start, end);
  if (written !== node.value) return [];
  const dots = Array.from(written.matchAll(/\./g), ({ index }) => index + 1);
  return [...new Set([0, ...dots])].map((at) => ({
    kind: 'selector path',
    wanted: written,
    ignoresCase: false,
    shape: 'inner',
    node,
    range: { start: start + at, end },
    lead: written.slice(0, at),
    braces: undefined,
  }));
}
