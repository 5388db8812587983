import { describe, expect, test } from 'vitest';
import { withMarks } from '../support/fixture.ts';
import { type Base, ownBases } from './bases.ts';

const notices: ReadonlySet<string> = new Set(['risky-disruptive-call', 'risky-documented-call', 'risky-override']);

/** That a task is risky is no mistake. */
const said = ({ document: { text }, findings }: Base) =>
  findings
    .filter(({ rule }) => !notices.has(rule))
    .map(({ rule, severity, range, message }) => {
      const start = text.lastIndexOf('\n', range.start - 1) + 1;
      const end = text.indexOf('\n', range.end);
      const shifted = { start: range.start - start, end: range.end - start };
      return `${severity} ${rule}: ${message.en}\n${withMarks(text.slice(start, end < 0 ? undefined : end), [shifted])}`;
    });

describe('templates without mistakes', () => {
  test.each(ownBases().map((it) => [it.name, it] as const))('%s is found to be right', (_, it) => {
    expect(said(it)).toEqual([]);
  });
});
