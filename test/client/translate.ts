import type { Translate } from '../../client/src/translate.ts';

/** The English texts with their values. */
export const t: Translate = (text, ...values) =>
  text.replace(/\{(\d)\}/g, (_, index: string) => String(values[Number(index)] ?? ''));
