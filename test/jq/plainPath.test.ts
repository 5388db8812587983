import { expect, test } from 'vitest';
import { plainSteps } from '../../server/src/jq/plainPath.ts';
import { readSelector } from '../../server/src/jq/selector.ts';

/** `a.[].b`, or undefined when the selector does more than walk. */
function walked(selector: string): string | undefined {
  const steps = plainSteps(readSelector(selector).program.root);
  return steps?.map((step) => (step.kind === 'field' ? step.name : '[]')).join('.');
}

test.each([
  ['.', ''],
  ['.a.b', 'a.b'],
  ['a.b', 'a.b'],
  ['.a[].b', 'a.[].b'],
  ['.a[0].b[-1]', 'a.[].b.[]'],
  ['.a[1:3][].b', 'a.[].b'],
  ['.a."b-c"["d"]?', 'a.b-c.d'],
  ['.a[] | .b', 'a.[].b'],
])('%s walks %s', (selector, path) => {
  expect(walked(selector)).toBe(path);
});

test.each(['.a | length', '.a, .b', '.a[.b]', '[.a]', '.a[] | select(.b)', '{a}', '.a == 1', '$x.a', '..'])(
  '%s does more',
  (selector) => {
    expect(walked(selector)).toBeUndefined();
  },
);
