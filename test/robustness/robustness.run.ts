import { expect, test } from 'vitest';
import { sayWithoutCorpus } from '../support/withoutCorpus.ts';
import { judged } from './judge.ts';
import { wholeTexts } from './texts.ts';

/** A text is also analyzed at each fifth of these cuts. */
const STEP = 5;

/** Each kind of failure once: how often it was met, and where first. */
class Failures {
  readonly #met = new Map<string, { readonly first: string; times: number }>();

  add(what: string, where: string): void {
    const met = this.#met.get(what);
    if (met) met.times++;
    else this.#met.set(what, { first: where, times: 1 });
  }

  list(): string[] {
    return [...this.#met].map(([what, { first, times }]) => `${what} (${times} times, first ${first})`);
  }
}

sayWithoutCorpus('more templates of this repository are taken in their place');

test('there are twenty templates in both notations', () => {
  expect(
    wholeTexts()
      .map(({ notation }) => notation)
      .sort(),
  ).toEqual([...Array(20).fill('json'), ...Array(20).fill('yaml')]);
});

test.each(wholeTexts())(
  '$name ($notation), cut short: no exception, no range outside, every task before the cut',
  ({ text, notation }) => {
    const whole = judged(text, notation, true);
    expect(whole.wrong).toEqual([]);
    expect(whole.tasks).not.toEqual([]);
    const failures = new Failures();
    for (let cut = 0; cut < text.length; cut += STEP) {
      const { wrong, tasks } = judged(text.slice(0, cut), notation, cut % (5 * STEP) === 0);
      const where = `at ${cut}, behind ${JSON.stringify(text.slice(Math.max(0, cut - 30), cut))}`;
      for (const what of wrong) failures.add(what, where);
      const listed = new Set(tasks.map(({ name, range }) => `${range.start} ${name}`));
      const lost = whole.tasks.filter(({ name, range }) => range.end <= cut && !listed.has(`${range.start} ${name}`));
      for (const { name } of lost) failures.add(`the task ${name} is lost`, where);
    }
    expect(failures.list()).toEqual([]);
  },
  120_000,
);

test.each(wholeTexts())(
  '$name ($notation), without one line: no exception, no range outside',
  ({ text, notation }) => {
    const failures = new Failures();
    const lines = text.split(/(?<=\n)/);
    lines.forEach((line, index) => {
      const rest = lines.toSpliced(index, 1).join('');
      for (const what of judged(rest, notation, true).wrong)
        failures.add(what, `without line ${index + 1}, ${line.trim()}`);
    });
    expect(failures.list()).toEqual([]);
  },
  120_000,
);
