import { once } from './once.ts';
import type { ApiField, ApiOperation, ApiService } from './openApi.ts';
import type { FieldRow, OpenApiSource, OperationData, ServiceRow } from './openApiData.ts';
import { apiField, apiOperation, type OperationHead } from './openApiDecode.ts';

/** A service that is made of those in `rows`: an operation is looked for in the first one that has it. Undefined without rows. */
export function createService(
  code: string,
  rows: readonly ServiceRow[],
  source: OpenApiSource,
): ApiService | undefined {
  const [first] = rows;
  if (!first) return undefined;
  const [style, defaultVersion] = first;
  const entries = once(() => operationEntries(code, rows, source));
  const names = once(() => [...entries().values()].map(({ name }) => name));
  const answers = once(() => answerRows(rows, source));
  return {
    code,
    style,
    defaultVersion,
    get operationNames() {
      return names();
    },
    operation: (name) => entries().get(name.toLowerCase())?.operation(),
    response: (name) => {
      const entry = entries().get(name.toLowerCase());
      return entry?.response(() => answers().get(answerKey(entry.version, entry.name)));
    },
  };
}

interface Entry {
  readonly name: string;
  readonly version: string;
  readonly operation: () => ApiOperation;
  readonly response: (rows: () => readonly FieldRow[] | undefined) => readonly ApiField[] | undefined;
}

/** By name in lower case. The versions come in the order in which they are asked, so the first of a name counts. */
function operationEntries(
  code: string,
  rows: readonly ServiceRow[],
  source: OpenApiSource,
): ReadonlyMap<string, Entry> {
  const entries = new Map<string, Entry>();
  for (const [, , offset, length] of rows) {
    for (const [version, style, knowsRequired, operations] of source.operations({ offset, length })) {
      for (const [name, data] of Object.entries(operations)) {
        if (entries.has(name.toLowerCase())) continue;
        const head = { name, service: code, version, style, knowsRequired: knowsRequired === 1 };
        entries.set(name.toLowerCase(), entryOf(head, data));
      }
    }
  }
  return entries;
}

/** What is decoded is kept, so that the same object answers each time. */
function entryOf(head: OperationHead, data: OperationData): Entry {
  let fields: readonly ApiField[] | undefined;
  return {
    name: head.name,
    version: head.version,
    operation: once(() => apiOperation(head, data)),
    response: (rows) => {
      fields ??= rows()?.map(apiField);
      return fields;
    },
  };
}

const answerKey = (version: string, name: string) => `${version} ${name}`;

function answerRows(rows: readonly ServiceRow[], source: OpenApiSource): ReadonlyMap<string, readonly FieldRow[]> {
  const blocks = rows.flatMap(([, , , , offset, length]) =>
    offset === undefined || length === undefined ? [] : source.responses({ offset, length }),
  );
  return new Map(
    blocks.flatMap(([version, answers]) =>
      Object.entries(answers).map(([name, fields]) => [answerKey(version, name), fields] as const),
    ),
  );
}
