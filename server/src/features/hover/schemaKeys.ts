import type { Catalog } from '../../catalog/catalog.ts';
import type { Words } from '../../words/words.ts';
import type { Step } from '../completion/location.ts';
import {
  keysOfShapes,
  type Shape,
  type ShapeKey,
  shapesAt,
  shapesOf,
  typesOf,
  valuesOfShapes,
} from '../completion/schemaShapes.ts';
import { labels } from './labels.ts';
import { code, codes, facts, inBoth, paragraphs } from './markdown.ts';

/** What is known of a key. */
export interface KnownKey {
  readonly words: () => Words;
  /** What may stand behind it, where that is listed. */
  readonly values: readonly unknown[];
}

/** What the schema of the template says about a key. `steps`: the way down to it, from the template or from a task. */
export function schemaKey(
  { templateSchema: root }: Catalog,
  from: 'template' | 'task',
  steps: readonly Step[],
): ShapeKey | undefined {
  const whole = shapesOf(root, root);
  const start = from === 'task' ? shapesAt(whole, ['Tasks', 0]) : whole;
  return keysOfShapes(shapesAt(start, steps.slice(0, -1))).find(({ name }) => name === steps.at(-1));
}

const oosTypes: Readonly<Record<string, string>> = {
  string: 'String',
  number: 'Number',
  integer: 'Number',
  boolean: 'Boolean',
  array: 'List',
  object: 'Json',
};

/** Almost everywhere a reference or a function may stand in the place of a value; only what it gives is of interest. */
const isWrittenOut = ({ schema }: Shape): boolean =>
  schema.patternProperties === undefined && schema.pattern !== '\\{\\{';

/** Undefined for a key that the schema does not describe. */
export function schemaKeyWords({ name, required, summary, shapes }: ShapeKey): KnownKey | undefined {
  if (!summary) return undefined;
  const written = shapes.filter(isWrittenOut).flatMap(({ schema }) => typesOf(schema));
  const types = [...new Set(written.flatMap((it) => oosTypes[String(it)] ?? []))];
  const values = valuesOfShapes(shapes).filter((it) => typeof it !== 'boolean');
  const keys = keysOfShapes([...shapes, ...shapesAt(shapes, [0])]).map((it) => it.name);
  const words = () =>
    inBoth((say) =>
      paragraphs(
        `**${code(name)}**${required ? say({ en: ' (required)', zh: '（必填）' }) : ''}`,
        say(summary),
        facts(
          say,
          [labels.type, types.join(' / ')],
          [labels.allowed, codes(say, values)],
          [labels.keys, codes(say, [...new Set(keys)])],
        ),
      ),
    );
  return { words, values };
}
