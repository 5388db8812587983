import type { Words } from '../../words/words.ts';
import type { ActionSpec, JsonSchema, PropertySpec } from '../catalog.ts';

/** One file of `schemas/actions`. A `description` in it has two lines: English, then Chinese. */
export interface AtomicAction {
  readonly name: string;
  readonly type: string;
  readonly trigger: boolean;
  readonly mayLoop: boolean;
  /** The properties that must be written out, no expression. */
  readonly literal?: readonly string[];
  readonly description: string;
  /** The schema of `Properties`. */
  readonly properties: JsonSchema & {
    readonly required?: readonly string[];
    readonly properties: Readonly<Record<string, PropertySchema>>;
  };
}

interface PropertySchema {
  readonly description?: string;
  readonly type?: string | readonly string[];
  readonly enum?: readonly unknown[];
  readonly default?: unknown;
  readonly anyOf?: readonly PropertySchema[];
}

/** What the catalogue says about an atomic action, from its file. */
export function atomicActionSpec(action: AtomicAction, popularity: number): ActionSpec {
  const { name, type, trigger, mayLoop, description, properties: schema } = action;
  const propertySpec = ([property, it]: [string, PropertySchema]): [string, PropertySpec] => [
    property,
    {
      name: property,
      required: schema.required?.includes(property) ?? false,
      types: typesOf(it),
      allowedValues: it.enum,
      literal: action.literal?.includes(property) ?? false,
      summary: it.description === undefined ? undefined : wordsOf(it.description),
      description: undefined,
      defaultValue: it.default,
    },
  ];
  return {
    name,
    type,
    atomic: true,
    summary: wordsOf(description),
    properties: new Map(Object.entries(schema.properties).map(propertySpec)),
    propertiesSchema: schema,
    outputs: undefined,
    trigger,
    mayLoop,
    description: undefined,
    calls: [],
    popularity,
    origin: { kind: 'bundled', date: undefined },
  };
}

const oosTypes = new Map([
  ['string', 'String'],
  ['number', 'Number'],
  ['integer', 'Number'],
  ['boolean', 'Boolean'],
  ['array', 'List'],
  ['object', 'Json'],
]);

/** The OOS words for the JSON types that a schema takes. `null` has none: it leaves the property empty. */
function typesOf(schema: PropertySchema): string[] {
  const types = (schema.anyOf ?? [schema]).flatMap((it) => it.type ?? []);
  return [...new Set(types.flatMap((type) => oosTypes.get(type) ?? []))];
}

function wordsOf(description: string): Words {
  const [en = '', zh = ''] = description.split('\n');
  return { en, zh };
}
