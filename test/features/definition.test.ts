import { expect, test } from 'vitest';
import { definition } from '../../server/src/features/definition.ts';
import { documentHighlights } from '../../server/src/features/documentHighlight.ts';
import { references } from '../../server/src/features/references.ts';
import { TemplateDocument } from '../../server/src/template/document.ts';
import { fixture } from '../support/fixture.ts';

test('a definition tells the whole declaration', () => {
  const { text, cursors } = fixture(`
Parameters:
  a: {Type: String}
Tasks:
  - Name: one
    Action: ACS::Sleep
    Properties: {Duration: '{{ <|>a }}'}
    OnError: t<|>wo
  - Name: two
    Action: ACS::Pause
`);
  const document = new TemplateDocument(text, 'yaml');
  const declared = cursors
    .flatMap((it) => definition(document, it)?.targets ?? [])
    .map(({ range }) => text.slice(range.start, range.end));
  expect(declared).toEqual(['a: {Type: String}', 'Name: two\n    Action: ACS::Pause']);
});

test('a name that is declared twice leads to both declarations', () => {
  const { text, cursors, ranges } = fixture(`
Tasks:
  - Name: <|same|>
    Action: ACS::Pause
  - Name: <|Same|>
    Action: ACS::Pause
    OnError: s<|>ame
`);
  const [cursor = 0] = cursors;
  const found = definition(new TemplateDocument(text, 'yaml'), cursor);
  expect(found?.targets.map(({ nameRange }) => nameRange)).toEqual(ranges);
});

test('a name that nothing declares has places but no definition', () => {
  const { text, cursors, ranges } = fixture(`
Tasks:
  - Name: one
    Action: ACS::Sleep
    Properties: {Duration: '{{ <|mis<|>sing|> }}', b: '{{ <|Missing|> }}'}
`);
  const document = new TemplateDocument(text, 'yaml');
  const [cursor = 0] = cursors;
  expect(definition(document, cursor)).toBeUndefined();
  expect(references(document, cursor, true)).toEqual(ranges);
});

test('there is nothing beside names, and nothing in a text without a template', () => {
  const unknown = 'Conditions: {both: {Fn::And: [no<|>thing, {Fn::Not: {Fn::Equals: [a, a]}}]}}\n';
  for (const marked of [
    unknown,
    'Tas<|>ks:\n  - Name: a\n    Act<|>ion: ACS::Pau<|>se\n',
    '- <|>a',
    '<|>',
    '{{ <|>a',
  ]) {
    const { text, cursors } = fixture(marked);
    const document = new TemplateDocument(text, 'yaml');
    for (const cursor of cursors) {
      expect(definition(document, cursor)).toBeUndefined();
      expect(references(document, cursor, true)).toEqual([]);
      expect(documentHighlights(document, cursor)).toEqual([]);
    }
  }
});
