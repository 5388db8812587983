import type { Fix, Severity, TextRule } from '../../server/src/analysis/rule.ts';
import type { Words } from '../../server/src/words/words.ts';

interface Traits {
  readonly repair?: string;
  /** The repair is a guess. */
  readonly guess?: boolean;
  readonly strict?: boolean;
  readonly message?: Words;
}

/** Reports each `word` in a text; the repair writes `repair` in its place. */
function wordRule(id: string, severity: Severity, word: string, traits: Traits = {}): TextRule {
  const { repair, guess, strict, message } = traits;
  return {
    id,
    severity,
    ...(strict ? { strict } : {}),
    summary: { en: `The word ${word} stands somewhere.`, zh: `文中有“${word}”。` },
    why: { en: `Nobody wants ${word}.`, zh: `没有人想要“${word}”。` },
    invalid: [{ text: `<|${word}|>\n`, ...(repair === undefined ? {} : { fixed: `${repair}\n` }) }],
    valid: ['fine\n'],
    checkText({ document: { text }, report }) {
      for (const { index } of text.matchAll(new RegExp(word, 'g'))) {
        const range = { start: index, end: index + word.length };
        report(range, message ?? { en: `"${word}" is wrong.`, zh: `“${word}”有误。` }, fixesOf(range, repair, guess));
      }
    },
  };
}

function fixesOf(range: { start: number; end: number }, repair: string | undefined, guess = false): Fix[] {
  const title = { en: `Change to ${repair}`, zh: `改为 ${repair}` };
  return repair === undefined ? [] : [{ title, edits: [{ range, newText: repair }], ...(guess ? { guess } : {}) }];
}

/** A message with all that the formats have to escape. */
const nasty = `100% <a> & "b" 'c' ::d, e: {{ f }}\r\ng\x1b[31m\u{1F600}`;

/** Takes the place of the rules, so that the tests of the command do not depend on what the rules say. */
export const rules = [
  wordRule('unknown-bad', 'error', 'BAD', { repair: 'GOOD' }),
  wordRule('unused-odd', 'warning', 'ODD'),
  wordRule('unused-note', 'information', 'NOTE'),
  wordRule('unused-whim', 'hint', 'WHIM'),
  wordRule('invalid-nasty', 'error', 'NASTY', { message: { en: nasty, zh: `坏：${nasty}` } }),
  wordRule('unknown-name', 'error', 'NAEM', { repair: 'NAME', guess: true }),
  // One repair makes way for the next.
  wordRule('misplaced-first', 'warning', 'STEP1', { repair: 'STEP2' }),
  wordRule('misplaced-second', 'warning', 'STEP2', { repair: 'DONE' }),
  wordRule('misplaced-style', 'hint', 'STYLE', { repair: 'style', strict: true }),
];
