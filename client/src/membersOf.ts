/** The own members of what others have given, which may be anything; none of a value that has none. */
export const membersOf = (given: unknown): Readonly<Record<string, unknown>> => ({
  ...(given as object | null | undefined),
});
