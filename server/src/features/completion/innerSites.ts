import type { CursorTree } from '../../syntax/cursorTree.ts';
import { findTask, isEvaluated } from '../../template/scope.ts';
import type { Task } from '../../template/template.ts';
import { answerFields, type TaskCall } from './answerFields.ts';
import { expectedAt } from './expected.ts';
import { keysOf } from './location.ts';
import type { CompletionPlace } from './place.ts';
import type { Proposal } from './proposal.ts';
import { responsePathProposals } from './responsePathProposals.ts';
import { propertyText, runTemplateOutputs, type Scene } from './scene.ts';
import { type InnerSlot, type SplitText, slotOf, splitText, type ValueSlot } from './slot.ts';

/** A part of a text, and what it may be. */
export interface InnerSite {
  readonly slot: InnerSlot | ValueSlot;
  readonly places: readonly CompletionPlace[];
}

/** What the cursor is in inside of a text: an expression, a selector. Undefined: the text as a whole counts. */
export function innerSites(cursor: CursorTree, scene: Scene, original: string): InnerSite[] | undefined {
  const split = splitText(cursor);
  const open = split.before.lastIndexOf('{{');
  if (open >= 0 && open > split.before.lastIndexOf('}}')) return inBraces(cursor, split, open + 2, scene);
  if (isMetadata(scene)) return inMetadata(cursor, split);
  const { task, steps } = scene.location;
  if (!task || !isSelector(task, steps)) return undefined;
  return selectorSite(cursor, split, task, scene, original);
}

function inBraces(cursor: CursorTree, split: SplitText, start: number, scene: Scene): InnerSite[] {
  const { before, after } = split;
  if (!isEvaluated(scene.location.place)) return [];
  const said = before.slice(start);
  const typed = said.trimStart();
  // A pipe, a call: jq that goes beyond a path.
  if (/[^\w:.\-[\]?]/.test(typed)) return [];
  const from = start + said.length - typed.length;
  // Before the braces are closed, other text follows the name.
  const [{ length: rest }] = (isClosed(after) ? /^[\w:-]*(?:\.[\w-]*)*/ : /^\w*/).exec(after) ?? [''];
  const slot = innerSlot(cursor, split, { start: from, rest }, closing(cursor, after.slice(rest)));
  const lead = said === '' ? ' ' : '';
  const { expected, hint } = expectedAt(scene);
  // Among other text any value becomes text.
  const isWhole = /^\s*\{\{$/.test(before.slice(0, start)) && /^[\w:.-]*\s*(?:\}\}\s*)?$/.test(after);
  const sites: InnerSite[] = [
    {
      slot: { ...slot, prefix: lead },
      places: [{ kind: 'expression', expected: isWhole ? expected : undefined, hint }],
    },
  ];
  const [, owner, path] = /^([\w-]+)\.(.*)$/s.exec(typed) ?? [];
  if (owner === undefined || path === undefined) return sites;
  return [...sites, ...answerSite(cursor, split, owner, path, scene)];
}

/** The braces that end an expression come before those of another one. */
function isClosed(after: string): boolean {
  const close = after.indexOf('}}');
  const next = after.indexOf('{{');
  return close >= 0 && (next < 0 || close < next);
}

/** What has to come behind a name: the braces, unless they are there or come with the mends, and a blank before them. */
function closing({ mends }: CursorTree, after: string): string {
  if (isClosed(after)) return after.startsWith('}}') ? ' ' : '';
  return mends.after.some(({ newText }) => newText.includes('}}')) ? '' : ' }}';
}

/** A path into the answer of a task that declares no output for it. */
function answerSite(cursor: CursorTree, split: SplitText, owner: string, path: string, scene: Scene): InnerSite[] {
  const { template, place } = scene.location;
  const task = findTask(template, owner, place)?.task;
  const fields = task && answerFields(scene.catalog, taskCall(task, scene));
  if (!fields) return [];
  const { start, proposals } = responsePathProposals(fields, path);
  const from = split.before.length - path.length + start;
  const rest = /^\w*/.exec(split.after)?.[0].length ?? 0;
  const slot = innerSlot(cursor, split, { start: from, rest }, closing(cursor, split.after.slice(rest)));
  // Outputs are the usual way to read an answer.
  const rare = proposals.map((it) => ({ ...it, rank: it.rank + 2 }));
  return [{ slot, places: [{ kind: 'answerPath', proposals: rare }] }];
}

/** What a task does, for what its selectors read. */
function taskCall(task: Task, scene: Scene): TaskCall {
  const text = (name: string) => propertyText(task, name);
  return {
    action: task.action ?? '',
    service: text('Service'),
    api: text('API'),
    resourceType: text('ResourceType'),
    templateName: text('TemplateName'),
    templateOutputs: isTemplate(task) ? runTemplateOutputs(task, scene.templates) : undefined,
  };
}

/** Only these ask for the templates of the user, which takes time. */
const isTemplate = ({ action }: Task): boolean => action?.toLowerCase() === 'acs::template';

function isSelector({ action }: Task, steps: Scene['location']['steps']): boolean {
  const [part, first, second] = steps;
  if (part === 'Outputs') return steps.length === 3 && second === 'ValueSelector' && !/^ACS::Loop$/i.test(action ?? '');
  return part === 'Properties' && first === 'PropertySelector';
}

function selectorSite(cursor: CursorTree, split: SplitText, task: Task, scene: Scene, original: string): InnerSite[] {
  const fields = answerFields(scene.catalog, taskCall(task, scene));
  if (!fields) return [];
  const header = /^[|>][^\n]*\n/.exec(split.before)?.[0].length ?? 0;
  const typed = split.before.slice(header);
  const [name] = keysOf(scene.location.steps).slice(-2);
  const { start, proposals } = responsePathProposals(fields, typed, { hint: name });
  const bare = bareSlot(cursor, original);
  if (bare)
    return [{ slot: bare, places: [{ kind: 'selectorStep', proposals: asValues(proposals, typed.slice(0, start)) }] }];
  const rest = /^(?:\w+|\d*\])?/.exec(split.after)?.[0].length ?? 0;
  const slot = innerSlot(cursor, split, { start: header + start, rest }, '');
  return [{ slot, places: [{ kind: 'selectorStep', proposals }] }];
}

/** The place of a text without quotes where most paths need them. */
function bareSlot(cursor: CursorTree, original: string): ValueSlot | undefined {
  const slot = slotOf(cursor, original);
  if (slot?.role !== 'value' || slot.quote !== undefined) return undefined;
  return cursor.tree.notation === 'json' || slot.flow ? slot : undefined;
}

/** The paths as whole values, which get the quotes that they need. */
const asValues = (proposals: readonly Proposal[], before: string): Proposal[] =>
  proposals.flatMap((it) => {
    if (it.insertion.kind !== 'text') return [];
    const value = before + it.insertion.text;
    return [{ ...it, label: value, insertion: { kind: 'scalar', value } }];
  });

function isMetadata({ location: { steps, task } }: Scene): boolean {
  return !task && steps[0] === 'Parameters' && steps[2] === 'AssociationPropertyMetadata';
}

/** `${name}` is the console's way to say the value of a parameter. */
function inMetadata(cursor: CursorTree, split: SplitText): InnerSite[] | undefined {
  const open = /\$\{([\w-]*)$/.exec(split.before);
  if (!open) return undefined;
  const rest = /^[\w-]*/.exec(split.after)?.[0].length ?? 0;
  const suffix = split.after.startsWith('}', rest) ? '' : '}';
  const slot = innerSlot(cursor, split, { start: split.before.length - (open[1]?.length ?? 0), rest }, suffix);
  return [{ slot, places: [{ kind: 'consoleReference' }] }];
}

/** The part of a text from `start` up to the cursor, and `rest` characters behind it. */
function innerSlot(
  { toOriginal, scalar }: CursorTree,
  { content, before, behind, after }: SplitText,
  { start, rest }: { readonly start: number; readonly rest: number },
  suffix: string,
): InnerSlot {
  const range = {
    start: toOriginal(content.rangeOf(start, start)).start,
    end: toOriginal(content.rangeOf(behind + rest, behind + rest)).end,
  };
  const typed = before.slice(start);
  // Behind an expression that does not end yet stands what was there before it.
  const isOpen = suffix.includes('}');
  return {
    role: 'inner',
    range,
    typed,
    rest: typed === '' || isOpen ? after.slice(0, rest) : '',
    node: scalar,
    prefix: '',
    suffix,
  };
}
