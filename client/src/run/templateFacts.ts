/** The answer of `oos/template`; see docs/protocol.md. Texts are in the language of the reader. */
export interface TemplateFacts {
  readonly description: string;
  readonly parameters: readonly ParameterFacts[];
  readonly groups: readonly { readonly label: string; readonly parameters: readonly string[] }[];
  readonly tasks: readonly TaskFacts[];
  readonly riskyTasks: readonly RiskFacts[];
}

export interface ParameterFacts {
  readonly name: string;
  /** Absent for a type that is not known. */
  readonly type?: 'String' | 'Number' | 'Boolean' | 'List' | 'Json';
  readonly label: string;
  readonly description: string;
  readonly constraint: string;
  readonly takes: string;
  readonly required: boolean;
  readonly secret: boolean;
  readonly default?: unknown;
  readonly allowed?: readonly unknown[];
  readonly pattern?: string;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly minValue?: number;
  readonly maxValue?: number;
  readonly association?: string;
}

interface Position {
  readonly line: number;
  readonly character: number;
}

/** A range of the protocol: lines and characters, counted from zero. */
export interface LineRange {
  readonly start: Position;
  readonly end: Position;
}

export interface TaskFacts {
  readonly name?: string;
  readonly action?: string;
  readonly description: string;
  readonly range: LineRange;
  readonly selectionRange: LineRange;
  readonly tasks: readonly TaskFacts[];
}

export interface RiskFacts {
  /** The names of the tasks from the outermost one inwards. */
  readonly path: readonly string[];
  readonly service: string;
  readonly api: string;
  readonly documented: boolean;
  /** The template says `Risk: Normal`. */
  readonly overridden: boolean;
  readonly words: readonly string[];
  readonly range: LineRange;
}

/** The answer of `oos/checkParameters`. */
export interface ParameterCheck {
  readonly values: Readonly<Record<string, unknown>>;
  readonly problems: Readonly<Record<string, string>>;
  readonly doubts: Readonly<Record<string, string>>;
}

/** A task by its name: one in exactly that case wins, and outer ones come before inner ones. */
export function findTask(tasks: readonly TaskFacts[], name: string): TaskFacts | undefined {
  const all = flat(tasks);
  const lower = name.toLowerCase();
  return all.find((it) => it.name === name) ?? all.find((it) => it.name?.toLowerCase() === lower);
}

function flat(tasks: readonly TaskFacts[]): TaskFacts[] {
  return [...tasks, ...tasks.flatMap((it) => flat(it.tasks))];
}
