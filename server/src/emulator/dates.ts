/** Dates as the API writes them, without fractions of a second: `2019-05-16T10:26:14Z`. */
export const dateText = (milliseconds: number): string => `${new Date(milliseconds).toISOString().slice(0, 19)}Z`;
