import { valueFor } from '../syntax/navigate.ts';
import type { ValueNode } from '../syntax/node.ts';
import type { Task } from '../template/template.ts';
import { type Count, countOf } from './counts.ts';
import type { ValueOrigins } from './valueOrigins.ts';

/** A number, or a share of all items, that limits a loop. */
export interface LoopLimit {
  /** 5, or '10%'. Undefined: known only at run time. */
  readonly value: number | string | undefined;
  /** The parameter of the root that decides; `value` is its default then. */
  readonly parameter: string | undefined;
}

export interface LoopFacts {
  readonly task: Task;
  readonly items: Count;
  /** How many items run at once. */
  readonly concurrency: LoopLimit;
  /** How many items may fail before the loop gives up. */
  readonly maxErrors: LoopLimit;
  readonly batches: Batches | undefined;
}

/** Mode Batch. What is written: the sizes of the batches, and how many items of each run at once. */
export interface Batches {
  readonly sizes: readonly string[];
  readonly atOnce: readonly string[];
  /** Whether somebody has to let it go on between them. */
  readonly pauses: 'first' | 'every' | 'no';
}

/**
 * What is known of the loop of a task, its own or that of ACS::Loop. Defaults: one at a time, no error (user guide, loop).
 * Undefined: the task has none.
 */
export function loopFacts(path: readonly Task[], origins: ValueOrigins): LoopFacts | undefined {
  const task = path.at(-1);
  if (!task) return undefined;
  const source = task.inner ? task.properties?.value : task.loop?.node;
  if (!source) return undefined;
  const items = valueFor(source, task.inner ? 'LoopItems' : 'Items');
  const control = new Control(source, path, origins);
  return {
    task,
    items: items ? countOf(origins.originOf(items, path)) : { kind: 'run-time' },
    concurrency: control.limit('Concurrency', 1),
    maxErrors: control.limit('MaxErrors', 0),
    batches: control.batches(),
  };
}

/** RateControl, which may be a parameter as a whole, or its keys in their older place directly in `Loop`. */
class Control {
  readonly #path: readonly Task[];
  readonly #origins: ValueOrigins;
  readonly #source: ValueNode | undefined;
  readonly #parameter: string | undefined;
  readonly #isKnown: boolean;

  constructor(loop: ValueNode, path: readonly Task[], origins: ValueOrigins) {
    this.#path = path;
    this.#origins = origins;
    const written = valueFor(loop, path.at(-1)?.inner ? 'LoopRateControl' : 'RateControl');
    const origin = written && origins.originOf(written, path);
    this.#source = !origin ? loop : 'node' in origin ? origin.node : undefined;
    this.#parameter = origin?.kind === 'parameter' ? origin.name : undefined;
    this.#isKnown = this.#source?.kind === 'mapping';
  }

  limit(key: string, otherwise: number): LoopLimit {
    if (!this.#isKnown) return { value: undefined, parameter: this.#parameter };
    const node = valueFor(this.#source, key);
    if (!node) return { value: otherwise, parameter: this.#parameter };
    const origin = this.#origins.originOf(node, this.#path);
    const found = 'node' in origin && origin.node?.kind === 'scalar' ? origin.node.value : undefined;
    const value = typeof found === 'number' || typeof found === 'string' ? found : undefined;
    return { value, parameter: origin.kind === 'parameter' ? origin.name : this.#parameter };
  }

  batches(): LoopFacts['batches'] {
    if (valueFor(this.#source, 'Mode')?.kind !== 'scalar' || scalarText(valueFor(this.#source, 'Mode')) !== 'Batch') {
      return undefined;
    }
    const listed = (key: string): string[] => {
      const list = valueFor(this.#source, key);
      return list?.kind === 'sequence' ? list.items.map(scalarText) : [];
    };
    const pause = scalarText(valueFor(this.#source, 'BatchPauseOption'));
    return {
      sizes: listed('Batch'),
      atOnce: listed('ConcurrencyInBatches'),
      pauses: pause === 'FirstBatchPause' ? 'first' : pause === 'EveryBatchPause' ? 'every' : 'no',
    };
  }
}

const scalarText = (node: ValueNode | undefined): string => (node?.kind === 'scalar' ? String(node.value) : '');
