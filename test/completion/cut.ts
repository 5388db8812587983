import type { Notation, TextRange } from '../../server/src/syntax/node.ts';
import { contentRange } from '../../server/src/syntax/scalarText.ts';
import type { Random } from '../mutants/random.ts';
import type { InnerSite, KeySite, Site, ValueSite } from './position.ts';

/** A text with a gap, and the cursor in it. */
export interface Cut {
  readonly text: string;
  readonly offset: number;
  readonly typed: string;
  readonly way: string;
}

interface Source {
  readonly text: string;
  readonly notation: Notation;
}

/** Takes what stands at a site away, as if it were just being written: with quotes or without, closed or open. */
export function cut(site: Site, source: Source, random: Random): Cut {
  switch (site.shape) {
    case 'value':
      return cutValue(site, source, random);
    case 'key':
      return cutKey(site, source, random);
    case 'inner':
      return cutInner(site, source, random);
  }
}

/** How much of a name stands there: of actions as their kind says, of others nothing or 60 %. */
function typedOf({ kind, wanted, shape }: Site, whole: string, random: Random): string {
  const most = whole.slice(0, Math.round(whole.length * 0.6));
  if (kind === 'action, empty') return '';
  if (kind === 'action, cut at 60 %') return most;
  const half = random.below(2) === 1;
  if (half) return most;
  // Nobody looks for functions, or for names that all begin with ACS::, before having typed that.
  if (kind === 'function name') return 'Fn::';
  return shape === 'inner' && wanted.startsWith('ACS::') && random.below(2) === 0 ? 'ACS::' : '';
}

/** `text` with other text in the place of a range; the cursor is behind `before`. */
function replaced(text: string, range: TextRange, before: string, after: string): Pick<Cut, 'text' | 'offset'> {
  return {
    text: text.slice(0, range.start) + before + after + text.slice(range.end),
    offset: range.start + before.length,
  };
}

function cutValue(site: ValueSite, { text, notation }: Source, random: Random): Cut {
  const { range, style } = site.node;
  const typed = typedOf(site, site.wanted, random);
  const quote = notation === 'json' || style === 'double' ? '"' : style === 'single' ? "'" : '';
  const isText = typeof site.node.value === 'string';
  const keepsQuotes = isText && quote !== '' && random.below(3) > 0;
  if (keepsQuotes) return { ...replaced(text, range, quote + typed, quote), typed, way: 'in quotes' };
  const blank = text[range.start - 1] === ' ' && typed === '' && random.below(5) === 0;
  const gap = blank ? { start: range.start - 1, end: range.end } : range;
  return { ...replaced(text, gap, typed, ''), typed, way: blank ? 'no blank' : 'bare' };
}

function cutKey(site: KeySite, source: Source, random: Random): Cut {
  const typed = typedOf(site, site.wanted, random);
  return site.mapping.flow ? cutBracketed(site, source, typed, random) : cutLines(site, source.text, typed);
}

/** The lines of a pair give way to what is typed of its key. */
function cutLines({ pair }: KeySite, text: string, typed: string): Cut {
  const end = pair.range.start + text.slice(pair.range.start, pair.range.end).trimEnd().length;
  const lineEnd = /\r?\n|$/.exec(text.slice(end))?.index ?? 0;
  return { ...replaced(text, { start: pair.range.start, end: end + lineEnd }, typed, ''), typed, way: 'line' };
}

/** Between braces the comma behind the pair goes with it or stays, and so does the one before the last pair. */
function cutBracketed({ pair, mapping }: KeySite, { text, notation }: Source, typed: string, random: Random): Cut {
  const quote = notation === 'json' && random.below(3) > 0 ? '"' : '';
  const goes = random.below(2) === 0;
  const comma = goes ? (/^\s*,/.exec(text.slice(pair.range.end))?.[0].length ?? 0) : 0;
  const range = { start: pair.range.start, end: pair.range.end + comma };
  const way = `${quote === '' ? 'bare' : 'in quotes'}, ${goes ? 'without' : 'with'} comma`;
  const whole = replaced(text, range, quote + typed, quote);
  const isLast = mapping.pairs.at(-1) === pair && mapping.pairs.length > 1;
  if (!isLast || !goes) return { ...whole, typed, way };
  const before = text.slice(0, pair.range.start);
  const at = before.trimEnd().length - 1;
  if (before[at] !== ',') return { ...whole, typed, way };
  return { text: whole.text.slice(0, at) + whole.text.slice(at + 1), offset: whole.offset - 1, typed, way };
}

function cutInner(site: InnerSite, { text }: Source, random: Random): Cut {
  const { range, braces, lead, wanted } = site;
  const typed = typedOf(site, wanted.slice(lead.length), random);
  const closed = { ...replaced(text, range, typed, ''), typed, way: lead === '' ? 'between braces' : 'behind a dot' };
  if (!braces) return { ...closed, way: lead === '' ? 'whole path' : 'behind a dot' };
  const content = contentRange(text, site.node);
  switch (random.below(4)) {
    case 0: {
      // The braces are yet to be closed.
      const rest = text.slice(range.end, content.end).trim() === '}}' ? content.end : braces.end;
      return { ...replaced(text, { start: range.start, end: rest }, typed, ''), typed, way: `${closed.way}, open` };
    }
    case 1: {
      const start = lead === '' ? braces.start + 2 : range.start;
      return {
        ...replaced(text, { start, end: braces.end }, typed, '}}'),
        typed,
        way: `${closed.way}, no blanks`,
      };
    }
    default:
      return closed;
  }
}
