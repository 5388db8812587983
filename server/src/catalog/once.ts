/** Works a value out when it is first asked for. What `make` throws is thrown again at each call, until it succeeds. */
export function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}
