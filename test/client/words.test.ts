import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';

const repository = resolve(import.meta.dirname, '../..');
const source = join(repository, 'client/src');

/** The texts that the extension gives to `l10n.t`, each once. They are string literals, so that they can be found. */
function textsOf(): string[] {
  const files = readdirSync(source, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.ts'));
  const found = files.flatMap((file) => {
    const text = readFileSync(join(source, file), 'utf8');
    return [...text.matchAll(/(?<![\w.])(?:vscode\.l10n\.)?t\(\s*('(?:[^'\\\n]|\\.)*'|"(?:[^"\\\n]|\\.)*"|`)/g)].map(
      ([, literal = '']) => ({ file, literal }),
    );
  });
  expect(found.filter(({ literal }) => literal === '`')).toEqual([]);
  return [...new Set(found.map(({ literal }) => unquoted(literal)))].sort();
}

const unquoted = (literal: string): string => literal.slice(1, -1).replace(/\\(.)/g, '$1');

const chinese: Record<string, string> = JSON.parse(
  readFileSync(join(repository, 'l10n/bundle.l10n.zh-cn.json'), 'utf8'),
);

test('every text of the extension exists in Chinese, and no other does', () => {
  expect(Object.keys(chinese).sort()).toEqual(textsOf());
});

test('the Chinese texts are Chinese and have the same places for values', () => {
  const places = (text: string) => [...text.matchAll(/\{\d+\}/g)].map(([it]) => it).sort();
  const wrong = Object.entries(chinese).filter(
    ([english, text]) => !/\p{Script=Han}/u.test(text) || places(english).join() !== places(text).join(),
  );
  expect(wrong).toEqual([]);
});

test('the Chinese texts have Chinese punctuation', () => {
  const wrong = Object.values(chinese).filter((text) => /[,:;?!] ?\p{Script=Han}|\p{Script=Han}[,:;?!]/u.test(text));
  expect(wrong).toEqual([]);
});
