/** A whole answer for programs: one JSON value and a line end. */
export const formatValue = (value: unknown): string => `${JSON.stringify(value, undefined, 2)}\n`;
