/** Every `description` text in a piece of JSON. */
export function descriptionsIn(json: unknown): string[] {
  if (typeof json !== 'object' || json === null) return [];
  return Object.entries(json).flatMap(([key, value]) =>
    key === 'description' && typeof value === 'string' ? [value] : descriptionsIn(value),
  );
}

/** An English sentence, and on a second line a Chinese one. */
export function inBothLanguages(description: string): boolean {
  return /^[\x20-\x7e]+\.\n.*\p{Script=Han}.*。$/u.test(description);
}

/** The properties and definitions of a schema, at any depth, that have no description and refer to none. */
export function undescribed(schema: unknown, path = ''): string[] {
  if (typeof schema !== 'object' || schema === null) return [];
  return Object.entries(schema).flatMap(([key, value]) => {
    const deeper = undescribed(value, `${path}/${key}`);
    const named = key === 'properties' || key === 'definitions';
    return named ? [...deeper, ...withoutDescription(value, `${path}/${key}`)] : deeper;
  });
}

function withoutDescription(schemas: object, path: string): string[] {
  return Object.entries(schemas).flatMap(([name, schema]) =>
    typeof schema === 'object' && !('description' in schema || '$ref' in schema) ? `${path}/${name}` : [],
  );
}
