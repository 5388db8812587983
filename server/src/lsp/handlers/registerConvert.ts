import { isTooLargeToParse } from '../../analysis/contentSize.ts';
import { jsonTextOf } from '../../syntax/jsonText.ts';
import { yamlTextOf } from '../../syntax/yamlText.ts';
import { TemplateDocument } from '../../template/document.ts';
import { notationOf } from '../../template/recognise.ts';
import type { Session } from '../session.ts';
import { guarded } from './guarded.ts';

/** Clients may send anything. */
interface ConvertParams {
  readonly text?: unknown;
  readonly to?: unknown;
}

/**
 * The request `oos/convert`: a template in the notation `YAML` or `JSON`. Null for a text that cannot be read for certain, and
 * so cannot be written anew either.
 */
export function registerConvert({ connection }: Session): void {
  connection.onRequest(
    'oos/convert',
    guarded(connection.console, 'conversion', null, (params: ConvertParams | null) => {
      const { text, to } = params ?? {};
      if (typeof text !== 'string' || isTooLargeToParse(text) || (to !== 'YAML' && to !== 'JSON')) return null;
      const { tree, notation } = new TemplateDocument(text, notationOf(undefined, undefined, text));
      if (tree.problems.length > 0) return null;
      if (notation.toUpperCase() === to) return { text };
      return { text: to === 'YAML' ? yamlTextOf(tree) : jsonTextOf(tree) };
    }),
  );
}
