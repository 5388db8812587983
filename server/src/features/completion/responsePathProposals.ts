import type { ApiField } from '../../catalog/openApi/openApi.ts';
import { likenessTo } from './likeness.ts';
import type { Proposal } from './proposal.ts';
import { type DataPlace, inputAt, pathStart, walk } from './selectorPlace.ts';
import { shapeWords } from './shapeWords.ts';

export interface PathProposals {
  /** Where in the typed text the text that a proposal replaces begins; it ends at the cursor. */
  readonly start: number;
  readonly proposals: readonly Proposal[];
}

export interface PathOptions {
  /** The name of what the selector fills, that is of the output. It often says which field is meant. */
  readonly hint?: string | undefined;
  /** The program is jq proper, as in Fn::Jq, where a path begins with a dot. */
  readonly dotted?: boolean | undefined;
  /** The data is a list of maps with these fields. */
  readonly list?: boolean | undefined;
}

/**
 * How a selector goes on. `typed`: the selector up to the cursor; a bracket at its end that is open is replaced, and its
 * end too if it stands behind the cursor. Proposed are the fields at that place, and the paths
 * through them to the values inside; nothing where the place is not known.
 */
export function responsePathProposals(
  fields: readonly ApiField[],
  typed: string,
  { hint, dotted = false, list = false }: PathOptions = {},
): PathProposals {
  const [open = ''] = /\[\d*$/.exec(typed) ?? [];
  const done = typed.slice(0, typed.length - open.length);
  const start = pathStart(done, done.length);
  const before = done.slice(0, start);
  const path = done.slice(start);
  const [partial = ''] = open === '' ? (/(?<![^.])\w*$/.exec(path) ?? []) : [];
  const walked = path.slice(0, path.length - partial.length);
  const from = inputAt({ fields, list }, before);
  const place = from && walk(from, walked);
  if (!place) return { start: typed.length, proposals: [] };
  const bare = !dotted && !place.list && before.trim() === '';
  const { lead, back } = joint(walked, place.list, bare);
  const likeness = likenessTo(hint);
  const proposals = stepsFrom(place).map((step) => stepProposal(step, lead, likeness(step.field.name)));
  return { start: done.length - partial.length - back, proposals };
}

/** What comes between the path so far and the next step, and how many characters of the path give way to it. */
function joint(walked: string, bracket: boolean, bare: boolean): { lead: string; back: number } {
  if (walked === '') return { lead: bare ? '' : '.', back: 0 };
  if (!walked.endsWith('.')) return { lead: bracket ? '' : '.', back: 0 };
  return { lead: '', back: bracket && walked !== '.' ? 1 : 0 };
}

interface Step {
  readonly text: string;
  /** The field at the end, and the one that holds it. */
  readonly field: ApiField;
  readonly holder: ApiField | undefined;
  readonly levels: number;
}

/** Nobody reads more of them, and each costs time. */
const MOST_STEPS = 250;
const MOST_LEVELS = 5;

/** All paths from a place, the short ones first. */
function stepsFrom({ fields, list }: DataPlace): Step[] {
  const steps = fields.flatMap((it) => stepsInto(it, list ? '[].' : '', undefined, 1));
  for (let next = 0; next < steps.length && steps.length < MOST_STEPS; next += 1) {
    const step = steps[next];
    if (step) steps.push(...deeper(step));
  }
  if (!list) return steps;
  const whole: ApiField = { name: '', type: 'object', itemType: undefined, fields };
  return [...['[]', '[0]'].map((text) => ({ text, field: whole, holder: undefined, levels: 0 })), ...steps];
}

/** A field, and if it is a list, its items and the first of them. */
function stepsInto(field: ApiField, lead: string, holder: ApiField | undefined, levels: number): Step[] {
  const text = lead + field.name;
  const texts = field.type === 'array' ? [text, `${text}[]`, `${text}[0]`] : [text];
  return texts.map((it) => ({ text: it, field, holder, levels }));
}

function deeper({ text, field, levels }: Step): Step[] {
  if (levels === MOST_LEVELS || (field.type === 'array' && !text.endsWith(']'))) return [];
  return field.fields.flatMap((it) => stepsInto(it, `${text}.`, field, levels + 1));
}

function stepProposal(step: Step, lead: string, likeness: number): Proposal {
  return {
    label: step.text,
    kind: 'field',
    detail: shapeWords(step.text.endsWith(']') ? itemOf(step.field) : step.field),
    rank: rankOf(step) - likeness,
    insertion: { kind: 'text', text: lead + step.text },
  };
}

const itemOf = (field: ApiField): ApiField => ({ ...field, type: field.itemType ?? 'any', itemType: undefined });

/** What an answer says about itself. */
const technical = /^(RequestId|requestId|PageNumber|PageSize|TotalCount|NextToken|MaxResults|HostId)$/;

/** What public templates read most often, whatever the operation, the most usual first. */
const usualFields =
  'InstanceId Status OSType DBInstanceStatus ImageId DiskId StackId InvokeId Output ExitCode ZoneId InvokeStatus InstanceType InstanceName LifecycleState ResourceGroupId AllocationId DesktopStatus SnapshotId TaskId'.split(
    ' ',
  );

/** Templates read states and ids first of all. */
function rankOf({ text, field, holder, levels }: Step): number {
  const depth = levels / 50 + (text.includes('[0]') ? 0.3 : 0);
  const { name } = field;
  if (technical.test(name)) return 2 + depth;
  if (field.type === 'object' || (field.type === 'array' && field.fields.length > 0)) return 0.9 + depth;
  const usual = usualFields.indexOf(name);
  if (usual >= 0) return 0.1 + usual / 1000 + depth;
  if (name === `${holder?.name ?? ''}Id`) return 0.1 + depth;
  return (/(Id|Ids|Name|Type|Status|State|Ip|IpAddress)$/.test(name) ? 0.4 : 0.6) + depth;
}
