import type { Locator } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Window } from './window.ts';

const text = `FormatVersion: OOS-2019-06-01
Description:
  en: Takes a while
  zh-cn: 需要一些时间
Parameters:
  howLong:
    Type: String
    AllowedPattern: ^PT
    Label:
      en: How long it takes
      zh-cn: 时长
  secret:
    Type: String
    NoEcho: true
    MinLength: 8
Tasks:
  - Name: wait
    Action: ACS::Sleep
    Properties:
      Duration: '{{ howLong }}'
  - Name: remove
    Action: ACS::ECS::DeleteInstance
    Properties:
      instanceId: i-1
Outputs:
  password:
    Type: String
    Value: '{{ secret }}'
`;
const chinese = /\p{Script=Han}/u;

/** Everything that a part of the screen says, a line each, as those hear it who do not see it. */
async function wordsOf(part: Locator): Promise<string[]> {
  const snapshot = await part.ariaSnapshot();
  return snapshot.split('\n').map((line) => line.replace(/^\s*- (?:\/?\w+:? ?)/, ''));
}

/** What reads as English: two words in a row, and nothing Chinese beside them. */
const isEnglish = (it: string): boolean => /\b[A-Za-z][a-z]+[ ,]+[a-z]{2,}\b/.test(it) && !chinese.test(it);

describe('a window in Chinese', () => {
  let window: Window;
  beforeAll(async () => {
    window = await Window.open(
      { 'nap.oos.yml': text, 'broken.oos.yml': text.replace('ACS::Sleep', 'ACS::Slep') },
      { chinese: true },
    );
  });
  afterAll(() => window.close());

  it('has its lenses, its commands and its findings in Chinese', async () => {
    for (const title of ['校验', '发布', '运行', '比较']) await window.lens(title).waitFor();
    await window.lens('高风险').first().waitFor();
    await window.press('F1');
    await window.asking.locator('input.input').fill('>OOS: ');
    await window.row('OOS: 发布').waitFor();
    const commands = (await window.entries()).filter((it) => it.startsWith('OOS:'));
    expect(commands.length).toBeGreaterThan(5);
    expect(commands.filter((it) => !chinese.test(it))).toEqual([]);
    await window.press('Escape');
    await window.show('broken.oos.yml');
    await window.squiggle().first().waitFor();
    await window.press('Control+Shift+M');
    await window.row(/“?ACS::Slep.*\p{Script=Han}/u).waitFor();
  });

  it('asks for a connection in Chinese', async () => {
    await window.show('nap.oos.yml');
    await window.command('OOS: 测试连接');
    await window.asking.getByText('OOS：选择连接').waitFor();
    const words = await wordsOf(window.asking);
    expect(words.filter(isEnglish)).toEqual([]);
    expect(words.filter((it) => /access_key_id/.test(it))).toEqual([expect.stringContaining('缺少')]);
    await window.answer('work');
    await window.message('OOS 已响应：work').waitFor();
    await window.status('work · cn-hangzhou').waitFor();
    await window.command('OOS: 使用本地 OOS');
    await window.status('本地 OOS').waitFor();
    await window.connect('work', 'OOS: 选择连接');
  });

  it('asks before it publishes, and tells what was done, in Chinese', async () => {
    await window.command('OOS: 发布');
    await window.asking.getByText('模板在 OOS 中的名称').waitFor();
    await window.fill('nap');
    const question = window.question('是否创建模板 nap？');
    await question.waitFor();
    expect((await wordsOf(question)).filter(isEnglish)).toEqual([]);
    await question.getByRole('button', { name: '使用其他名称' }).waitFor();
    await question.getByRole('button', { name: '发布' }).click();
    await window.message('已创建 nap v1。').getByRole('button', { name: '运行' }).waitFor();
    await window.command('OOS: 发布');
    await window.message('无需发布：nap v1 与此文件相同。').waitFor();
    window.world.local.setFaults(['drop=1']);
    await window.command('OOS: 与已发布的版本比较');
    const refusal = window.message('GetTemplate 无法访问');
    await refusal.getByRole('button', { name: '重试' }).waitFor();
    window.world.local.setFaults([]);
    expect((await wordsOf(window.page.locator('.notifications-toasts'))).filter(isOurs).filter(isEnglish)).toEqual([]);
  });

  it('has a form, a summary and an execution in Chinese', async () => {
    await window.lens('运行').first().click();
    const form = await window.pageWith('form:visible');
    await form.getByText('时长').first().waitFor();
    await form.getByText('运行方式').click();
    expect((await wordsOf(form.locator('body'))).filter(isEnglish)).toEqual([]);
    await form.getByRole('button', { name: '确认并启动…' }).click();
    await form.getByLabel('时长').fill('PT1M');
    await form.getByLabel('secret').fill('short');
    await form.getByRole('button', { name: '确认并启动…' }).click();
    await form.getByText('secret 至少需要 8 个字符').waitFor();
    expect((await wordsOf(form.locator('body'))).filter(isEnglish)).toEqual([]);
    await form.getByLabel('secret').fill('long enough');
    await form.getByRole('button', { name: '确认并启动…' }).click();
    await form.getByRole('heading', { name: '是否启动 nap.oos.yml 的执行？' }).waitFor();
    await form.getByRole('heading', { name: '高风险任务：1' }).waitFor();
    expect((await wordsOf(form.locator('body'))).filter(isEnglish)).toEqual([]);
    await form.getByRole('button', { name: '启动', exact: true }).click();
    const page = await window.pageWith('h1:has-text("nap.oos.yml")');
    await page.getByText('等待').first().waitFor();
    // What the service says about a task is not ours.
    const ofTheService = ['It sleeps for 60 seconds.', 'It does something risky and waits to be approved.'];
    const words = (await wordsOf(page.locator('body'))).filter((it) => !ofTheService.includes(it));
    expect(words.filter(isEnglish)).toEqual([]);
  });

  it('has its views in Chinese', async () => {
    await window.command('View: Show OOS');
    await window.row('我的模板').waitFor();
    await window.row('官方模板').waitFor();
    await window.row(/nap\.oos\.yml.*等待/).waitFor();
  });
});

/** VS Code has its own words, which are English here without its language pack. */
function isOurs(words: string): boolean {
  return !/^(?:Source: |Clear |Notification|Close|More Actions|Hide|Info: |Error: |Warning: )/.test(words);
}
