import { firstWord, MOST_BYTES, utf8Length } from '../contentSize.ts';
import { defineTextRule } from '../rule.ts';

const EXAMPLE_LENGTH = 66_000;

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
    const size = Math.ceil(bytes / 1024);
    report(firstWord(text), {
      en: `The template has ${size} KB; the service takes at most 64 KB.`,
      zh: `模板有 ${size} KB，服务最多接受 64 KB。`,
    });
  },
});
