import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Window } from './window.ts';

const text = `FormatVersion: OOS-2019-06-01
Tasks:
  - Name: wait
    Action: ACS::Sleep
    Properties:
      Duration: PT1M
`;

describe('publishing', () => {
  let window: Window;
  beforeAll(async () => {
    window = await Window.open({ 'nap.oos.yml': text });
  });
  afterAll(() => window.close());

  it('creates a template after a question that names account, region and template', async () => {
    await window.connect();
    await window.command('OOS: Publish');
    await window.fill('nap');
    const question = window.question('Create the template nap?');
    await question.waitFor();
    const asked = await question.innerText();
    expect(asked).toContain('cn-hangzhou');
    expect(asked).toContain(window.world.local.accessKeyId.slice(-4));
    await question.getByRole('button', { name: 'Publish' }).click();
    await window.message('Created nap v1.').waitFor();
    const { Template } = await window.world.colleague.getTemplate({ TemplateName: 'nap' });
    expect(Template?.TemplateVersion).toBe('v1');
  });
});
