import { describe, expect, test } from 'vitest';
import type { Notation } from '../../../server/src/syntax/node.ts';
import { accepted, apply, itemNamed, itemsAt } from './check.ts';

interface Case {
  readonly title: string;
  readonly marked: string;
  readonly label: string;
  readonly text: string;
  readonly notation?: Notation;
  readonly snippets?: boolean;
}

const cases: readonly Case[] = [
  {
    title: 'an action brings its properties, with a stop for each that is required',
    marked: 'Tasks:\n  - Name: a\n    Action: ACS::Appr<|>\n',
    label: 'ACS::Sleep',
    text: '',
  },
];

describe('an action', () => {
  const label = 'ACS::ECS::RebootInstance';

  test('brings its required properties as places to fill in', () => {
    const marked = 'Tasks:\n  - Name: a\n    Action: Reb<|>\n    OnError: ACS::END\n';
    expect(accepted(marked, label, { snippets: true })).toBe(
      'Tasks:\n  - Name: a\n    Action: ACS::ECS::RebootInstance\n    Properties:\n      instanceId: $0\n    OnError: ACS::END\n',
    );
  });
});
