import { expect } from 'vitest';
import { TemplateDocument } from '../../server/src/template/document.ts';
import { toJson } from './toJson.ts';

/** What a question answers about a YAML text. It has to be the same about the JSON text that says the same. */
export function askInBoth<T>(yaml: string, ask: (document: TemplateDocument) => T): T {
  const answer = ask(new TemplateDocument(yaml, 'yaml'));
  expect(ask(new TemplateDocument(toJson(yaml), 'json')), 'the answer about the JSON text').toEqual(answer);
  return answer;
}
