import type { TemplateDocument } from '../../template/document.ts';
import { expressionAt, expressionHover } from './expressionHover.ts';
import { keyHover } from './keyHover.ts';
import { nameHover } from './nameHover.ts';
import { riskyAt, withRisk } from './riskSection.ts';
import { selectorHover } from './selectorHover.ts';
import { type Hover, type HoverContext, spotAt } from './spot.ts';
import { valueHover } from './valueHover.ts';

/** What there is to say about the name or value at an offset. Names that mean nothing, and free texts, have no hover. */
export function hover(document: TemplateDocument, offset: number, context: HoverContext): Hover | undefined {
  const spot = spotAt(document, offset, context);
  if (!spot) return undefined;
  const use = expressionAt(spot);
  if (use) return expressionHover(spot, use) ?? nameHover(spot);
  const found = nameHover(spot) ?? selectorHover(spot);
  if (found) return found;
  const markdown = withRisk(spot.keyOf ? keyHover(spot) : valueHover(spot), riskyAt(spot));
  return markdown && { range: spot.range, markdown };
}
