/** An action as ListActions tells of it, in one form for all the forms that the service has used. Plain data. */
export interface ServiceAction {
  readonly name: string;
  /** `Atomic.API`, `Product.ECS`... */
  readonly type: string;
  readonly description?: string;
  /** From 1 to 10. */
  readonly popularity?: number;
  /** Of a product action. */
  readonly templateVersion?: string;
  /** As the service writes it. */
  readonly created?: string;
  readonly properties: readonly ServiceProperty[];
}

export interface ServiceProperty {
  readonly name: string;
  /** String, Number, Boolean, List or Json. Absent: the service does not tell. */
  readonly type?: string;
  readonly description?: string;
  readonly required?: boolean;
  readonly allowedValues?: readonly unknown[];
  readonly defaultValue?: unknown;
  /** What is inside it, of a property that holds a map. */
  readonly properties?: readonly ServiceProperty[];
}

/** In characters. What the service says beyond this is cut off. */
const LONGEST_TEXT = 4000;
/** Nobody fills in deeper maps than this by hand. */
const DEEPEST = 8;

/**
 * Reads one element of `Actions`. The name stands under one of two spellings; `Properties` is a map or the text of one. Answers
 * undefined for what has no name of an action; anything else that cannot be understood is left out.
 */
export function readServiceAction(raw: unknown): ServiceAction | undefined {
  if (!isMap(raw)) return undefined;
  const name = textOf(raw.OOSActionName) ?? textOf(raw.OOSSActionName);
  if (name === undefined || !/^ACS::[\w-]+(?:::[\w-]+)?$/i.test(name) || name.length > 200) return undefined;
  const popularity = Number(raw.Popularity);
  return {
    name,
    type: textOf(raw.ActionType) ?? typeByName(name),
    ...optional('description', textOf(raw.Description)),
    ...optional('popularity', popularity > 0 ? Math.min(popularity, 10) : undefined),
    ...optional('templateVersion', textOf(raw.TemplateVersion)),
    ...optional('created', textOf(raw.CreatedDate) ?? textOf(raw.CreateDate)),
    properties: readProperties(mapOf(raw.Properties), DEEPEST),
  };
}

function typeByName(name: string): string {
  const [, product, action] = name.split('::');
  return action === undefined ? 'Atomic.API' : `Product.${product}`;
}

const readProperties = (map: Readonly<Record<string, unknown>>, depth: number): ServiceProperty[] =>
  Object.entries(map).map(([name, value]) => readProperty(name, value, depth));

/** A property is described by a map of its attributes, by a sentence, or by a map of further properties. */
function readProperty(name: string, value: unknown, depth: number): ServiceProperty {
  if (!isMap(value)) return { name, ...optional('description', textOf(value)) };
  if (!isDescription(value)) {
    const properties = depth > 0 ? readProperties(value, depth - 1) : [];
    return { name, type: 'Json', ...optional('properties', properties.length > 0 ? properties : undefined) };
  }
  const { AllowedValues: allowed, Default: standard, Required: required } = value;
  return {
    name,
    ...optional('type', oosType(textOf(value.Type))),
    ...optional('description', textOf(value.Description)),
    ...optional('required', typeof required === 'boolean' ? required : undefined),
    ...optional('allowedValues', Array.isArray(allowed) && allowed.length > 0 ? allowed : undefined),
    ...optional('defaultValue', standard),
  };
}

const isDescription = (value: Readonly<Record<string, unknown>>): boolean =>
  typeof value.Type === 'string' || (typeof value.Description === 'string' && Object.keys(value).length === 1);

/** The words that people and the service use for the types. */
const types = new Map([
  ['string', 'String'],
  ['number', 'Number'],
  ['integer', 'Number'],
  ['boolean', 'Boolean'],
  ['list', 'List'],
  ['array', 'List'],
  ['json', 'Json'],
  ['map', 'Json'],
  ['object', 'Json'],
]);

const oosType = (written: string | undefined): string | undefined => types.get(written?.toLowerCase() ?? '');

function mapOf(value: unknown): Readonly<Record<string, unknown>> {
  if (isMap(value)) return value;
  if (typeof value !== 'string') return {};
  try {
    const parsed: unknown = JSON.parse(value);
    return isMap(parsed) ? parsed : {};
  } catch {
    return {};
  }
}

function isMap(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

const textOf = (value: unknown): string | undefined =>
  typeof value === 'string' && value.trim() !== '' ? value.trim().slice(0, LONGEST_TEXT) : undefined;

function optional<K extends string, V>(key: K, value: V | undefined): { readonly [P in K]?: V } {
  return (value === undefined ? {} : { [key]: value }) as { readonly [P in K]?: V };
}
