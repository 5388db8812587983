import { describe, expect, test } from 'vitest';
import { refusal } from './callers.ts';
import { calling, template } from './contents.ts';
import { rig } from './rig.ts';

/** A template whose parameter `p` has this pattern. */
const limited = (pattern: string, more = '') =>
  template(
    calling('call', 'RunCommand'),
    `Parameters: { p: { Type: String, AllowedPattern: ${JSON.stringify(pattern)}${more} } }\n`,
  );

/** Tells apart texts that only a long search can tell apart; 30 KB. */
const large = `^(?:${Array.from({ length: 1200 }, (_, at) => `instance-with-number-${at}`).join('|')})$`;

describe('a value is held against a pattern that the checker leaves alone', () => {
  test.each<[string, string, string, string]>([
    ['because the value is long', '^[\\s\\S]*end$', `${'text '.repeat(200)}end`, 'text '.repeat(200)],
    ['because the pattern is large', large, 'instance-with-number-1199', 'instance-with-number-1200'],
    ['because it may try many ways', '^(a+)+!$', `${'a'.repeat(200)}!`, 'b'.repeat(200)],
  ])('%s', async (_, pattern, fitting, wrong) => {
    const { call, start } = await rig();
    const TemplateContent = limited(pattern);
    expect((await start({ TemplateContent, Parameters: { p: fitting } })).Status).toBe('Started');
    const { code, message } = await refusal(call('StartExecution', { TemplateContent, Parameters: { p: wrong } }));
    expect(code).toBe('InvalidParameter.Parameters');
    expect(message).toContain('p: The value does not match AllowedPattern: ^');
  });
});

describe('a pattern that would never come to an end', () => {
  test.each(['', ', NoEcho: true'])('refuses the value, and others are answered%s', async (more) => {
    const { call, start } = await rig();
    const TemplateContent = limited('(a+)+$', more);
    const p = `${'a'.repeat(60)}!`;
    const refused = await refusal(call('StartExecution', { TemplateContent, Parameters: { p } }));
    expect(refused.message).toMatch(
      /p: The value takes too long to match with AllowedPattern; simplify it: \(a\+\)\+\$/,
    );
    expect((await start({ TemplateContent, Parameters: { p: 'aaa' } })).Status).toBe('Started');
  });

  test('refuses no template that has it', async () => {
    const { call } = await rig();
    for (const pattern of ['(a+)+$', '(?:){99999999}', '[a-z]?'.repeat(4700)]) {
      const Content = limited(pattern, `, Default: ${'a'.repeat(60)}!`);
      expect((await call('ValidateTemplateContent', { Content })).Tasks).toHaveLength(1);
    }
  });
});
