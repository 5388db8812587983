import type { Parameter, Template, Use } from '../../template/template.ts';

export interface DefaultEdge {
  readonly from: Parameter;
  readonly to: Parameter;
  readonly use: Use;
}

/**
 * References in defaults that close a circle, one for each circle. References to parameters further down count as the
 * ones that close it, since people mostly refer to what stands above.
 */
export function circularDefaults(template: Template): DefaultEdge[] {
  const edges = new Set(template.uses.flatMap((use) => edgeOf(use, template) ?? []));
  const order = new Map(template.parameters.all.map((parameter, index) => [parameter, index]));
  const isForward = ({ from, to }: DefaultEdge) => (order.get(to) ?? 0) >= (order.get(from) ?? 0);
  const closing: DefaultEdge[] = [];
  for (const edge of [...edges].filter(isForward)) {
    if (!leadsTo(edge.to, edge.from, edges)) continue;
    closing.push(edge);
    edges.delete(edge);
  }
  return closing;
}

function edgeOf(use: Use, { parameters }: Template): DefaultEdge | undefined {
  const { body } = use.expression;
  const { entry, part } = use.place;
  if (body.kind !== 'parameter' || entry?.kind !== 'parameter' || part !== 'Default') return undefined;
  const to = parameters.get(body.name.text);
  return to && { from: entry, to, use };
}

function leadsTo(start: Parameter, goal: Parameter, edges: ReadonlySet<DefaultEdge>): boolean {
  const reached = new Set([start]);
  for (const at of reached) {
    if (at === goal) return true;
    for (const { from, to } of edges) if (from === at) reached.add(to);
  }
  return false;
}
