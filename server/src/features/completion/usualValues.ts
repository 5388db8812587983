/** Of values that exclude each other by the system they are for, the one that nearly all public templates give. */
const usual: ReadonlySet<unknown> = new Set(['RunShellScript']);

/** The values that a property allows: first the one that is meant when none is given, or that templates mostly give. */
export function inUsualOrder(values: readonly unknown[], defaultValue: unknown): readonly unknown[] {
  const first = values.find((it) => it === defaultValue) ?? values.find((it) => usual.has(it));
  return first === undefined ? values : [first, ...values.filter((it) => it !== first)];
}
