import { MOST_BYTES, utf8Length } from '../analysis/contentSize.ts';
import { type Diagnostic, type Severity, severities } from '../analysis/rule.ts';
import { MOST_LOOP_ITEMS } from '../analysis/types/valueTypes.ts';
import type { Catalog } from '../catalog/catalog.ts';
import type { Count } from '../risk/counts.ts';
import { type Duration, longestDuration } from '../risk/duration.ts';
import { loopFacts } from '../risk/loops.ts';
import { type Reach, type RiskContext, reachedCalls, type UnseenTask } from '../risk/reachedCalls.ts';
import { type Rights, rightsOf } from '../risk/rights.ts';
import { riskyTasks } from '../risk/riskyTasks.ts';
import { Scopes } from '../risk/scopes.ts';
import type { TextRange } from '../syntax/node.ts';
import type { TemplateDocument } from '../template/document.ts';
import type { Parameter, Task, TaskList, Template } from '../template/template.ts';
import { isRequired } from './parameterFacts.ts';
import { type RiskyPlace, riskyPlaces } from './risk/riskyPlaces.ts';

export interface PreflightOptions extends RiskContext {
  /** What the check found in the same version of the text. */
  readonly diagnostics: readonly Diagnostic[];
}

/** Something that is counted, and the most that the service takes of it. */
interface Limit<T> {
  readonly value: T;
  readonly most: number;
}

export interface LoopLength extends Limit<Count> {
  /** The names of the tasks from the root to the one that loops. */
  readonly taskPath: readonly string[];
  /** In the text of the root. */
  readonly range: TextRange;
}

/** What is good to know about a template before it runs. Parts that cannot be read are empty. */
export interface Preflight {
  readonly counts: Readonly<Record<Severity, number>>;
  /** The worst first, then by their place. */
  readonly findings: readonly Diagnostic[];
  /** How many tasks it can run, those of its child templates included. */
  readonly tasks: number;
  readonly risky: readonly RiskyPlace[];
  /** The tasks that cannot be looked through: they may be risky, and need more rights. */
  readonly unseen: readonly UnseenTask[];
  readonly rights: Rights;
  /** The parameters that need a value, for want of a default. */
  readonly open: readonly Parameter[];
  /** In bytes of UTF-8. */
  readonly size: Limit<number>;
  readonly loops: readonly LoopLength[];
  readonly duration: Duration;
}

/** Everything that is known about a template before it runs, from its text alone. */
export function preflight(document: TemplateDocument, options: PreflightOptions): Preflight {
  const { template, text } = document;
  const { diagnostics } = options;
  const about = template?.kind === 'template' ? aboutTemplate(template, options) : nothing;
  const rank = ({ severity }: Diagnostic) => severities.indexOf(severity);
  return {
    counts: countsOf(diagnostics),
    findings: diagnostics.toSorted((a, b) => rank(a) - rank(b) || a.range.start - b.range.start),
    size: { value: utf8Length(text), most: MOST_BYTES },
    ...about,
  };
}

type About = Omit<Preflight, 'counts' | 'findings' | 'size'>;

function aboutTemplate(template: Template, options: PreflightOptions): About {
  const reach = reachedCalls(template, options);
  return {
    tasks: reach.templates.reduce((sum, it) => sum + it.template.allTasks.length, 0),
    risky: riskyPlaces(riskyTasks(template, { ...options, reach }), reach),
    unseen: reach.unseen,
    rights: rightsOf(template, { ...options, reach }),
    open: [...template.parameters.all()].filter(isRequired),
    loops: loopLengths(reach),
    duration: longestDuration(template, reach, options.catalog),
  };
}

/** What is known where no template can be read. */
const nothing: About = {
  tasks: 0,
  risky: [],
  unseen: [],
  rights: { run: [], start: [], role: { kind: 'none' }, unseen: [] },
  open: [],
  loops: [],
  duration: { seconds: 0, open: [] },
};
