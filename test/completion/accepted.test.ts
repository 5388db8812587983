import { describe, expect, test } from 'vitest';
import { complete } from '../../server/src/features/completion/complete.ts';
import { TemplateDocument } from '../../server/src/template/document.ts';
import { bundledCatalog } from '../../server/src/workspace/bundledCatalog.ts';
import { acceptedCases } from '../support/acceptedCases.ts';
import { fixture } from '../support/fixture.ts';
import { accept, isShown } from './accept.ts';

describe.each([true, false])('with snippets: %s', (snippets) => {
  test.each(acceptedCases)(
    '$label is first in $language, and becomes the right text',
    ({ language, marked, label, after }) => {
      const { text, cursors } = fixture(marked);
      const [offset = Number.NaN] = cursors;
      const document = new TemplateDocument(text, language === 'oos-json' ? 'json' : 'yaml');
      const { items } = complete(document, offset, { catalog: bundledCatalog(), snippets });
      const [first] = items.filter((it) => isShown(it, text, offset));
      expect(first?.label).toBe(label);
      expect(first && accept(text, first).text).toBe(after);
    },
  );
});

test.each(['yaml', 'json'] as const)('ACS::ECS::Reb offers RebootInstance first in %s', (notation) => {
  const text = notation === 'yaml' ? 'Tasks:\n- Action: ACS::ECS::Reb' : '{ "Tasks": [{ "Action": "ACS::ECS::Reb';
  const document = new TemplateDocument(text, notation);
  const { items } = complete(document, text.length, { catalog: bundledCatalog(), snippets: true });
  expect(items[0]?.label).toBe('ACS::ECS::RebootInstance');
});
