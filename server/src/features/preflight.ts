import { isTooLargeToParse, MOST_BYTES, utf8Length } from '../analysis/contentSize.ts';
import { type Diagnostic, type Severity, severities } from '../analysis/rule.ts';
import { riskyUnguarded } from '../analysis/rules/risky-unguarded.ts';
import { MOST_LOOP_ITEMS } from '../analysis/types/valueTypes.ts';
import { type AssessedTask, assessRisk, pathOf } from '../risk/assess.ts';
import type { Count } from '../risk/counts.ts';
import { type Duration, longestDuration } from '../risk/duration.ts';
import { loopFacts } from '../risk/loops.ts';
import type { Reach, RiskContext, UnseenTask } from '../risk/reachedCalls.ts';
import { type Rights, rightsOf } from '../risk/rights.ts';
import { ValueOrigins } from '../risk/valueOrigins.ts';
import type { TextRange } from '../syntax/node.ts';
import type { TemplateDocument } from '../template/document.ts';
import type { Parameter, Task, Template } from '../template/template.ts';
import { isRequired } from './parameterFacts.ts';
import { riskRules } from './risk/riskFindings.ts';

export interface PreflightOptions extends RiskContext {
  /** What the check found in the same version of the text. */
  readonly diagnostics: readonly Diagnostic[];
}

/** Something that is counted, and the most of it that the service takes. */
interface Limited<T> {
  readonly value: T;
  readonly most: number;
}

export interface LoopLength extends Limited<Count> {
  /** The names of the tasks from the root to the one that loops. */
  readonly taskPath: readonly string[];
  /** In the text of the root. */
  readonly range: TextRange;
}

/** What is good to know about a template before it runs. Parts that cannot be read are empty. */
export interface Preflight {
  /** Tasks can be made out in the text at all. */
  readonly readable: boolean;
  /** Of the findings. */
  readonly counts: Readonly<Record<Severity, number>>;
  /** What the check found, the worst first, then by their places; not what is said here as a risk. */
  readonly findings: readonly Diagnostic[];
  /** How many tasks it has, those of its child templates and of ACS::Loop included. */
  readonly tasks: number;
  /** In the order of the text; tasks marked `Risk: Normal` are among them, as overridden. */
  readonly risky: readonly AssessedTask[];
  /** What cannot be looked through: it may be risky, and may need more rights. */
  readonly unseen: readonly UnseenTask[];
  readonly rights: Rights;
  /** The parameters that need a value, for want of a default. */
  readonly open: readonly Parameter[];
  /** In bytes of UTF-8. */
  readonly size: Limited<number>;
  readonly loops: readonly LoopLength[];
  readonly duration: Duration;
}

/** Everything that is known about a template before it runs, from its text alone. */
export function preflight(document: TemplateDocument, options: PreflightOptions): Preflight {
  const findings = options.diagnostics.filter(({ rule }) => !riskIds.has(rule));
  const template = isTooLargeToParse(document.text) ? undefined : document.template;
  const count = (severity: Severity) => findings.filter((it) => it.severity === severity).length;
  const rank = ({ severity }: Diagnostic) => severities.indexOf(severity);
  return {
    readable: template !== undefined,
    counts: {
      error: count('error'),
      warning: count('warning'),
      information: count('information'),
      hint: count('hint'),
    },
    findings: findings.toSorted((a, b) => rank(a) - rank(b) || a.range.start - b.range.start),
    size: { value: utf8Length(document.text), most: MOST_BYTES },
    ...(template ? aboutTemplate(template, options) : nothing),
  };
}

const riskIds: ReadonlySet<string> = new Set([...riskRules, riskyUnguarded].map(({ id }) => id));

type AboutTemplate = Omit<Preflight, 'readable' | 'counts' | 'findings' | 'size'>;

function aboutTemplate(template: Template, options: RiskContext): AboutTemplate {
  const { reach, tasks: risky } = assessRisk(template, options);
  return {
    tasks: reach.templates.reduce((sum, it) => sum + it.template.allTasks.length, 0),
    risky,
    unseen: reach.unseen,
    rights: rightsOf(template, { ...options, reach }),
    open: template.parameters.all.filter(isRequired),
    loops: loopLengths(reach),
    duration: longestDuration(template, reach, options.catalog),
  };
}

const nothing: AboutTemplate = {
  tasks: 0,
  risky: [],
  unseen: [],
  rights: { run: [], start: [], role: { kind: 'none' }, unseen: [] },
  open: [],
  loops: [],
  duration: { seconds: 0, until: [], open: [] },
};

/** The loops of all templates that the execution runs, those of ACS::Loop among them. */
function loopLengths(reach: Reach): LoopLength[] {
  const origins = new ValueOrigins(reach);
  const found: LoopLength[] = [];
  const paths = new Map<Task, readonly Task[]>();
  const walk = (tasks: readonly Task[], around: readonly Task[]): void => {
    for (const task of tasks) {
      const path = [...around, task];
      paths.set(task, path);
      const loop = loopFacts(path, origins);
      if (loop) {
        const range = origins.rangeOf(task);
        found.push({ taskPath: pathOf(path), range, value: loop.items, most: MOST_LOOP_ITEMS });
      }
      walk(task.inner?.tasks ?? [], path);
    }
  };
  // A template stands behind the one that embeds it.
  for (const { template, by } of reach.templates) walk(template.tasks.tasks, (by && paths.get(by)) ?? []);
  return found;
}
