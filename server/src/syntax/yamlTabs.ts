import type { Levels } from './yamlLevels.ts';
import { DASH } from './yamlLines.ts';
import { lineEnd } from './yamlScan.ts';

const STEP = 2;
const ANY = Number.POSITIVE_INFINITY;
/** A key or an entry that has its value in the lines below. */
const OPENS = /:$|[:-][ \t]+[|>][-+0-9]*$/;

/**
 * The column that a line with tabs in front was meant to have, as the line below it and what is open show. `said` is what
 * stands on the line, `open` as in `Levels.enter`. Undefined where the line below has tabs itself.
 */
export function tabbedColumn(
  text: string,
  said: string,
  end: number,
  levels: Levels,
  open: boolean,
): number | undefined {
  const below = lineBelow(text, end);
  if (below === 'tabs') return undefined;
  const isEntry = DASH.test(said);
  if (open) return nestedColumn(said, isEntry, below, levels);
  if (isEntry) return below?.isEntry && levels.has('seq', below.indent) ? below.indent : levels.below('seq', ANY);
  // A key with its value below stands left of it; a list may stand right under its key.
  return levels.below('map', below && OPENS.test(said) ? below.indent + (below.isEntry ? 1 : 0) : ANY);
}

/** The column of the first line of a nested block. */
function nestedColumn(said: string, isEntry: boolean, below: LineBelow | undefined, levels: Levels): number {
  const isSibling = isEntry ? below?.isEntry : !OPENS.test(said);
  const column = (below?.indent ?? -1) - (isSibling ? 0 : STEP);
  return column > levels.innermost ? column : levels.innermost + STEP;
}

interface LineBelow {
  readonly indent: number;
  readonly isEntry: boolean;
}

/** The next line that says something. */
function lineBelow(text: string, end: number): LineBelow | 'tabs' | undefined {
  for (let start = end + 1; start < text.length; start = lineEnd(text, start) + 1) {
    const line = text.slice(start, lineEnd(text, start));
    const indent = line.search(/\S/);
    if (indent < 0 || line.charAt(indent) === '#') continue;
    return line.slice(0, indent).includes('\t') ? 'tabs' : { indent, isEntry: DASH.test(line.slice(indent)) };
  }
  return undefined;
}
