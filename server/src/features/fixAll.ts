import { analyze } from '../analysis/analyze.ts';
import { type RuleSettings, recommended } from '../analysis/levels.ts';
import type { Diagnostic, Fix } from '../analysis/rule.ts';
import type { Catalog } from '../catalog/catalog.ts';
import { applyEdits } from '../syntax/edit.ts';
import type { Notation, TextEdit } from '../syntax/node.ts';
import { TemplateDocument } from '../template/document.ts';

export interface FixedText {
  readonly text: string;
  /** How many fixes were applied. */
  readonly fixed: number;
}

/** One repair can make way for the next. Real texts need two or three rounds; this ends what would go round in circles. */
const MOST_ROUNDS = 20;

/**
 * Applies every fix that needs no second look, until nothing changes: of each finding the first fix, where it is no
 * guess. Everything else in the text stays as it is.
 */
export function fixAll(
  text: string,
  notation: Notation,
  catalog: Catalog,
  settings: RuleSettings = recommended,
): FixedText {
  const seen = new Set<string>();
  let current: FixedText = { text, fixed: 0 };
  while (!seen.has(current.text) && seen.size < MOST_ROUNDS) {
    seen.add(current.text);
    const found = analyze(new TemplateDocument(current.text, notation), catalog, undefined, settings);
    const fixes = compatible(found.flatMap((it) => certainFix(it) ?? []));
    if (fixes.length === 0) break;
    const edits = fixes.flatMap((fix) => fix.edits);
    current = { text: applyEdits(current.text, edits), fixed: current.fixed + fixes.length };
  }
  return current.text === text ? { text, fixed: 0 } : current;
}

/** The fix of a finding that may be applied unseen. */
export function certainFix({ fixes: [first] }: Diagnostic): Fix | undefined {
  return first && !first.guess && first.edits.length > 0 ? first : undefined;
}

/** The fixes that can be applied together, each as a whole or not at all. An earlier one goes before a later one. */
function compatible(fixes: readonly Fix[]): Fix[] {
  const taken: TextEdit[] = [];
  return fixes.filter(({ edits }) => {
    const free = edits.every((edit) => !taken.some((other) => touches(edit, other)));
    if (free) taken.push(...edits);
    return free;
  });
}

/** Edits that touch are left for the next round, since the one may have counted on what the other changes. */
const touches = ({ range: a }: TextEdit, { range: b }: TextEdit): boolean => a.start <= b.end && b.start <= a.end;
