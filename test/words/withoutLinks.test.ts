import { expect, test } from 'vitest';
import { withoutLinks } from '../../server/src/words/withoutLinks.ts';

/** What VS Code takes for a link in a message. */
const link = /\[[^\]]+\]\((?:https?:\/\/|command:|file:)[^)\s]+/i;

test.each(['[Repair](command:workbench.action.quit)', '[a](http://b) [[c]](file:///d)', "[x](command:y 'z')"])(
  'no link is left of %s, and all that it says is',
  (text) => {
    expect(text).toMatch(link);
    expect(withoutLinks(`It failed: ${text}.`)).not.toMatch(link);
    expect(withoutLinks(text).replaceAll(' ', '')).toBe(text.replaceAll(' ', ''));
  },
);

test('other texts stay as they are', () => expect(withoutLinks('a[0] (b), c(d)')).toBe('a[0] (b), c(d)'));
