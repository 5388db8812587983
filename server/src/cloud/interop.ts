/**
 * The default export of a CommonJS module that was compiled from an ES module. Node and the bundler hand out its whole exports
 * instead, vitest the export itself.
 */
export function defaultOf<T>(found: { readonly default: T }): T {
  return typeof found === 'function' ? (found as unknown as T) : found.default;
}
