import { defineTextRule } from '../rule.ts';

/** The service takes 64 KB; it does not say how it counts them, so the larger reading is taken. */
const MOST_BYTES = 64 * 1024;
/** Longer texts are not parsed at all. */
const MOST_PARSED = 1024 * 1024;

const EXAMPLE_LENGTH = 66_000;

export const isTooLargeToParse = (text: string): boolean => text.length > MOST_PARSED;

export const contentTooLarge = defineTextRule({
  id: 'content-too-large',
  severity: 'error',
  summary: { en: 'The template is larger than 64 KB.', zh: '模板超过 64 KB。' },
  why: {
    en: 'The service refuses larger templates. Move parts into templates of their own and call them with ACS::Template.',
    zh: '服务会拒绝更大的模板。请把部分内容拆成单独的模板，用 ACS::Template 调用。',
  },
  invalid: [
    { notation: 'yaml', text: `<|Description|>: ${'x'.repeat(EXAMPLE_LENGTH)}\n` },
    { notation: 'json', text: `<|{|> "Description": "${'x'.repeat(EXAMPLE_LENGTH)}" }` },
  ],
  valid: [
    'FormatVersion: OOS-2019-06-01\nTasks:\n  - { Name: stop, Action: ACS::Pause }\n',
    `
FormatVersion: OOS-2019-06-01
Description: 用中文写的说明
Tasks:
  - { Name: stop, Action: ACS::Pause, Description: '中文' }
`,
  ],

  checkText({ document: { text }, report }) {
    // UTF-16 units give at most three bytes each, so short texts need no counting.
    if (text.length * 3 <= MOST_BYTES) return;
    const bytes = utf8Length(text);
    if (bytes <= MOST_BYTES) return;
    const start = text.search(/\S/);
    const first = /^[A-Za-z_][\w-]*/.exec(text.slice(Math.max(0, start), start + 80))?.[0].length ?? 1;
    const size = Math.ceil(bytes / 1024);
    report(
      { start: Math.max(0, start), end: Math.max(0, start) + first },
      {
        en: `The template has ${size} KB; the service takes at most 64 KB.`,
        zh: `模板有 ${size} KB，服务最多接受 64 KB。`,
      },
    );
  },
});

function utf8Length(text: string): number {
  let bytes = 0;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (unit < 0x80) bytes += 1;
    else if (unit < 0x800) bytes += 2;
    // The two halves of a surrogate pair make four bytes.
    else bytes += unit >= 0xd800 && unit <= 0xdfff ? 2 : 3;
  }
  return bytes;
}
