import type { ActionOrigin, ActionSpec, Catalog, JsonSchema, PropertySpec } from '../catalog.ts';
import { once } from '../once.ts';
import { anyType, type ProductAction, type PropertyFacts, partsSchema, productActionSpec } from './productAction.ts';
import type { ServiceAction, ServiceProperty } from './serviceAction.ts';

/**
 * A catalogue that also knows what ListActions told. What `base` knows about an action and the service does not tell (required
 * properties, allowed values, calls) is kept.
 */
export function withServiceActions(base: Catalog, actions: readonly ServiceAction[], origin: ActionOrigin): Catalog {
  const specs = new Map(
    actions.map((action) => [action.name.toLowerCase(), once(() => merged(action, base.action(action.name), origin))]),
  );
  const names = once(() => {
    const known = new Set(base.actionNames.map((name) => name.toLowerCase()));
    return [...base.actionNames, ...actions.map(({ name }) => name).filter((name) => !known.has(name.toLowerCase()))];
  });
  return {
    action: (name) => specs.get(name.toLowerCase())?.() ?? base.action(name),
    get actionNames() {
      return names();
    },
    get templateSchema() {
      return base.templateSchema;
    },
    // What the service lists exists, whatever is said about it elsewhere.
    invention: (name) => (specs.has(name.toLowerCase()) ? undefined : base.invention(name)),
    openApi: base.openApi,
  };
}

function merged(action: ServiceAction, known: ActionSpec | undefined, origin: ActionOrigin): ActionSpec {
  const atomic = known?.atomic ?? !action.type.startsWith('Product.');
  const spec = atomic ? atomicSpec(action, known) : productSpec(action, known);
  return {
    ...spec,
    type: known?.type ?? action.type,
    description: action.description,
    popularity: action.popularity ?? known?.popularity ?? 0,
    origin,
  };
}

/** The bundled schema of an atomic action says more than the service does; only new properties are added to it. */
function atomicSpec({ name, type, properties }: ServiceAction, known: ActionSpec | undefined): ActionSpec {
  const before = known?.properties ?? new Map<string, PropertySpec>();
  const added = properties.filter((it) => !before.has(it.name));
  const told = new Map(properties.map((it) => [it.name, it]));
  const schema = known?.propertiesSchema ?? { type: ['object', 'null'], properties: {} };
  return {
    name: known?.name ?? name,
    type,
    atomic: true,
    summary: known?.summary,
    properties: new Map([
      ...[...before].map(([key, it]) => [key, { ...it, description: told.get(key)?.description }] as const),
      ...added.map((it) => [it.name, propertySpec(it)] as const),
    ]),
    propertiesSchema: added.length > 0 ? withProperties(schema, added) : schema,
    outputs: known?.outputs,
    trigger: known?.trigger ?? type === 'Atomic.Trigger',
    mayLoop: known?.mayLoop ?? type !== 'Atomic.Trigger',
    description: undefined,
    calls: known?.calls ?? [],
    popularity: 0,
    origin: { kind: 'bundled', date: undefined },
  };
}

function withProperties(schema: JsonSchema, added: readonly ServiceProperty[]): JsonSchema {
  const before = schema.properties as JsonSchema;
  return {
    ...schema,
    properties: { ...before, ...Object.fromEntries(added.map((it) => [it.name, partsSchema(partsOf(it))])) },
  };
}

/** The properties of a product action are the parameters of its template, so the service's list of them is complete. */
function productSpec({ name, properties }: ServiceAction, known: ActionSpec | undefined): ActionSpec {
  const told = new Map(properties.map((it) => [it.name, it]));
  // A list without any property tells nothing: the service leaves `Properties` out for some actions.
  const names = told.size > 0 ? [...told.keys()] : [...(known?.properties.keys() ?? [])];
  const facts = names.map((it) => [it, propertyFacts(told.get(it), known?.properties.get(it))] as const);
  const action: ProductAction = {
    properties: Object.fromEntries(facts),
    outputs: Object.fromEntries(known?.outputs ?? []),
  };
  const spec = productActionSpec(known?.name ?? name, action, { date: '', popularity: 0 });
  return {
    ...spec,
    // Nobody has told the properties, so any may be right.
    ...(facts.length === 0 && !known && { propertiesSchema: { type: 'object' } }),
    summary: known?.summary,
    outputs: known?.outputs,
    properties: new Map(
      [...spec.properties].map(([key, it]) => [key, { ...it, description: told.get(key)?.description }]),
    ),
    calls: known?.calls ?? [],
    ...(known?.actions && { actions: known.actions }),
  };
}

/** The service does not say which properties are required; that is known only from the templates of the bundled actions. */
function propertyFacts(told: ServiceProperty | undefined, known: PropertySpec | undefined): PropertyFacts {
  const required = told?.required ?? (known?.required === true && told?.defaultValue === undefined);
  const values = told?.allowedValues ?? known?.allowedValues;
  const standard = told?.defaultValue ?? known?.defaultValue;
  const parts = told && partsOf(told);
  return {
    type: `${told?.type ?? known?.types[0] ?? anyType}${required ? '!' : ''}`,
    ...(values && { values }),
    ...(standard !== undefined && { default: standard }),
    ...(parts && { parts }),
  };
}

function propertySpec(told: ServiceProperty): PropertySpec {
  const { name, type, description, required = false, allowedValues, defaultValue } = told;
  const parts = partsOf(told);
  return {
    name,
    required,
    types: type === undefined ? [] : [type],
    allowedValues,
    literal: false,
    summary: undefined,
    description,
    defaultValue,
    ...(parts && { parts }),
  };
}

const partsOf = ({ properties }: ServiceProperty): PropertySpec['parts'] =>
  properties && new Map(properties.map((it) => [it.name, propertySpec(it)]));
