import { once } from '../once.ts';
import type { ApiField, ApiOperation, ApiService } from './openApi.ts';
import type { FieldRow, OpenApiSource, OperationData, OperationsBlock, ServiceRow, Texts } from './openApiData.ts';
import { apiField, apiOperation } from './openApiDecode.ts';

/** A service that is made of those in `rows`: an operation is looked for in the first one that has it. Undefined without rows. */
export function createService(
  code: string,
  rows: readonly ServiceRow[],
  source: OpenApiSource,
): ApiService | undefined {
  const [first] = rows;
  if (!first) return undefined;
  const [style, defaultVersion] = first;
  // In the order in which they are asked.
  const versions = once(() => rows.flatMap(([, , offset, length]) => source.operations({ offset, length })));
  const places = once(() => placesOf(versions()));
  const names = once(() => [...places().values()].map(({ name }) => name));
  const answers = once(() => answersOf(rows, source));
  const entries = new Map<string, Entry>();
  const find = (asked: string): Entry | undefined => {
    const [standard] = versions();
    // Most names are written as the product writes them, and a service has hundreds.
    const place =
      standard && has(standard, asked) ? { name: asked, version: standard } : places().get(asked.toLowerCase());
    const known = place && entries.get(place.name);
    if (known || !place) return known;
    const entry = entryOf(code, place, answers);
    entries.set(place.name, entry);
    return entry;
  };
  return {
    code,
    style,
    defaultVersion,
    get operationNames() {
      return names();
    },
    operation: (name) => find(name)?.operation(),
    response: (name) => find(name)?.response(),
  };
}

type Version = OperationsBlock[number];

/** An operation in the version that counts for it. */
interface OperationPlace {
  readonly name: string;
  readonly version: Version;
}

interface Entry {
  readonly operation: () => ApiOperation | undefined;
  readonly response: () => readonly ApiField[] | undefined;
}

const has = ([, , , operations]: Version, name: string): boolean => Object.hasOwn(operations, name);

/** By name in lower case. The first version that has a name counts. */
function placesOf(versions: readonly Version[]): ReadonlyMap<string, OperationPlace> {
  const places = new Map<string, OperationPlace>();
  for (const version of versions) {
    for (const name of Object.keys(version[3])) {
      const key = name.toLowerCase();
      if (!places.has(key)) places.set(key, { name, version });
    }
  }
  return places;
}

/** What is decoded is kept, so that the same object answers each time. */
function entryOf(code: string, { name, version: row }: OperationPlace, answers: () => Answers): Entry {
  const [version, style, knowsRequired, operations] = row;
  return {
    operation: once(() => {
      const text = operations[name];
      if (text === undefined) return undefined;
      const data: OperationData = JSON.parse(text);
      return apiOperation({ name, service: code, version, style, knowsRequired: knowsRequired === 1 }, data);
    }),
    response: once(() => {
      const texts = answers().get(version);
      const text = texts && Object.hasOwn(texts, name) ? texts[name] : undefined;
      if (text === undefined) return undefined;
      const fields: readonly FieldRow[] = JSON.parse(text);
      return fields.map(apiField);
    }),
  };
}

/** By version. */
type Answers = ReadonlyMap<string, Texts>;

function answersOf(rows: readonly ServiceRow[], source: OpenApiSource): Answers {
  const answers = new Map<string, Texts>();
  for (const [, , , , offset, length] of rows) {
    if (offset === undefined || length === undefined) continue;
    for (const [version, texts] of source.responses({ offset, length })) {
      const others = answers.get(version);
      answers.set(version, others ? { ...others, ...texts } : texts);
    }
  }
  return answers;
}
