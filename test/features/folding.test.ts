import { expect, test } from 'vitest';
import { foldingRanges } from '../../server/src/features/folding.ts';
import { TemplateDocument } from '../../server/src/template/document.ts';

/** Numbers the lines from 1 and says which fold onto which: `2-5` hides lines 3 to 5 under line 2. */
function folds(text: string, notation: 'yaml' | 'json'): string[] {
  const lineOf = (offset: number) => text.slice(0, offset).split('\n').length;
  return foldingRanges(new TemplateDocument(text, notation)).map(
    ({ range, kind }) => `${lineOf(range.start)}-${lineOf(range.end)}${kind === 'comment' ? ' comment' : ''}`,
  );
}

test('folds mappings, lists, list items and long scalars in YAML', () => {
  const text = `FormatVersion: OOS-2019-06-01
Parameters:
  a:
    Type: String
    Default: |
      one

      two

  b: {Type: String}
Tasks:
  - Name: x
    Action: ACS::Pause

  - Name: y
    Description: 'a
      b'
`;
  expect(folds(text, 'yaml')).toEqual(['2-10', '3-8', '5-8', '11-17', '12-13', '15-17', '16-17']);
});

test('leaves the line of a closing bracket visible', () => {
  const text = `{
  "Parameters": {
    "a": {
      "Type": "String"
    },
    "b": {"Type":
      "String"}
  },
  "Tasks": [
    {
      "Name": "x"
    }
  ]
}
`;
  expect(folds(text, 'json')).toEqual(['1-13', '2-7', '3-4', '6-7', '9-12', '10-11']);
  expect(folds('a: [\n  1,\n  2\n]\nb: 1\n', 'yaml')).toEqual(['1-3']);
});

test('folds comment lines that stand together', () => {
  const text = `# one
# two
a: 1 # three
# four
b: 2

  # five
  # six

# seven
# eight
`;
  expect(folds(text, 'yaml')).toEqual(['1-2 comment', '7-8 comment', '10-11 comment']);
});

test('knows the line breaks of Windows', () => {
  expect(folds('a:\r\n  b: 1\r\n# x\r\n# y\r\n', 'yaml')).toEqual(['1-2', '3-4 comment']);
});

test('folds what there is of a broken text', () => {
  expect(folds('{"Tasks": [\n  {"Name":\n    "x",\n', 'json')).toEqual(['1-3', '2-3']);
  expect(folds('', 'yaml')).toEqual([]);
  expect(folds('just\nwords', 'yaml')).toEqual([]);
});
