import type { Preflight } from '../../features/preflight.ts';
import { preflightValue } from '../../features/preflightValue.ts';
import type { Language } from '../../words/words.ts';
import { Lines } from '../files/position.ts';
import { formatValue } from './value.ts';

/** What a report is about. */
export interface PreflightOf {
  /** As it was named. */
  readonly path: string;
  /** Under which name it is, or would be, published; empty where its file suggests none. */
  readonly rootName: string;
  readonly text: string;
}

/** The report as one JSON value. Other programs rely on this shape; it only grows. */
export function formatPreflightJson(
  { path, rootName, text }: PreflightOf,
  report: Preflight,
  language: Language,
): string {
  const lines = new Lines(text);
  return formatValue({
    version: 1,
    path,
    ...preflightValue(report, rootName, (range) => lines.rangeAt(range), language),
  });
}
