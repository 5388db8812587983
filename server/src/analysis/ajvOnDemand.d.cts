/** The library, which is evaluated with the first call. */
export function loadAjv(): typeof import('ajv');
