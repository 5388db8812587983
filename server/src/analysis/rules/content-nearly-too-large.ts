import { firstWord, MOST_BYTES, utf8Length } from '../contentSize.ts';
import { defineTextRule } from '../rule.ts';

const WARNED_FROM = 0.9 * MOST_BYTES;

const EXAMPLE_LENGTH = 60_000;

export const contentNearlyTooLarge = defineTextRule({
  id: 'content-nearly-too-large',
  severity: 'warning',
  summary: { en: 'The template is close to the limit of 64 KB.', zh: '模板大小接近 64 KB 的上限。' },
  why: {
    en: 'Above 64 KB the service refuses a template. There is time to move parts into templates of their own, called with ACS::Template.',
    zh: '超过 64 KB 的模板会被服务拒绝。可以趁早把部分内容拆成单独的模板，用 ACS::Template 调用。',
  },
  invalid: [
    { notation: 'yaml', text: `<|Description|>: ${'x'.repeat(EXAMPLE_LENGTH)}\n` },
    { notation: 'json', text: `<|{|> "Description": "${'x'.repeat(EXAMPLE_LENGTH)}" }` },
  ],
  valid: [
    'FormatVersion: OOS-2019-06-01\nTasks:\n  - { Name: stop, Action: ACS::Pause }\n',
    'FormatVersion: OOS-2019-06-01\nDescription: 说明\nTasks:\n  - { Name: stop, Action: ACS::Pause }\n',
  ],

  checkText({ document: { text }, report }) {
    // UTF-16 units give at most three bytes each, so short texts need no counting.
    if (text.length * 3 <= WARNED_FROM) return;
    const bytes = utf8Length(text);
    if (bytes < WARNED_FROM || bytes > MOST_BYTES) return;
    const percent = Math.floor((bytes / MOST_BYTES) * 100);
    report(firstWord(text), {
      en: `The template takes up ${percent} % of the 64 KB that the service accepts.`,
      zh: `模板已占服务所接受的 64 KB 的 ${percent}%。`,
    });
  },
});
