import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { processesOf } from './processes.ts';
import { Typist } from './typist.ts';
import { Window } from './window.ts';

const written = `FormatVersion: OOS-2019-06-01
Description:
  en: Starts an instance
  zh-cn: 启动实例
Parameters:
  regionId:
    Type: String
    Label:
      en: Region
      zh-cn: 地域
    AssociationProperty: RegionId
    Default: '{{ ACS::RegionId }}'
  instanceId:
    Type: String
    Label:
      en: ECS instance
      zh-cn: ECS 实例
    AssociationProperty: ALIYUN::ECS::Instance::InstanceId
    AssociationPropertyMetadata:
      RegionId: regionId
Tasks:
  - Name: start
    Action: ACS::ECS::StartInstance
    Properties:
      regionId: '{{ regionId }}'
      instanceId: '{{ instanceId }}'
  - Name: rest
    Action: ACS::Sleep
    Properties:
      Duration: PT5M`;

const repaired = `FormatVersion: OOS-2019-06-01
Parameters:
  howLong:
    Type: String
Tasks:
  - Name: wait
    Action: ACS::Sleep
    Properties:
      Duration: '{{ howLong }}'
`;
const broken = repaired
  .replace('Type: String', 'Type: string')
  .replace('ACS::Sleep', 'ACS::Slep')
  .replace("'{{ howLong }}'", '{{ howLong }}');

describe('writing', () => {
  let window: Window;
  let typist: Typist;
  const server = () => processesOf(window, 'oos-language-server.cjs');
  beforeAll(async () => {
    window = await Window.open({ 'broken.oos.yml': broken, 'new.oos.yml': '' });
    typist = new Typist(window);
    await window.show('new.oos.yml');
  });
  afterAll(() => window.close());

  it('begins with what a template needs', async () => {
    await typist.take('For', 'FormatVersion');
    await window.press('Enter');
    await typist.take('Des', 'Description');
    await typist.write('Starts an instance');
    await window.press('Tab');
    await typist.write('启动实例');
    await window.press('Enter', 'Backspace');
  });

  it('takes parameters from a list of what people need', async () => {
    await typist.take('Par', 'Parameters');
    await typist.take('reg', 'parameter: region');
    // Its labels are good as they are.
    await window.press('Tab', 'Tab', 'Enter', 'Backspace');
    await typist.take('inst', 'parameter: ECS instance');
    await window.press('Tab', 'Tab', 'Enter', 'Backspace', 'Backspace', 'Backspace');
  });

  it('goes on when the server has been killed', async () => {
    const [before] = server();
    process.kill(Number(before), 'SIGKILL');
    await typist.write('Tas');
    await expect.poll(server).not.toContain(before);
    // The old server has never seen this word.
    await typist.finding(/^Tas$/);
    await window.press('Control+Space');
    await typist.take('', 'Tasks');
    await typist.write('start');
    await window.press('Tab');
    await typist.take('startin', 'ACS::ECS::StartInstance');
    // A notice is no use to somebody who did not notice.
    expect(await window.message(/./).count()).toBe(0);
  });

  it('adds another task, whose values are typed over', async () => {
    // The properties are there already, with the parameters that fit.
    await window.press('Control+End', 'Enter', 'Backspace', 'Backspace');
    await typist.take('- sl', 'task: sleep');
    await typist.write('rest');
    await window.press('Tab');
    await typist.write('PT5M');
    await window.press('Tab');
    await typist.saves('new.oos.yml', written);
  });

  it('explains what stands there', async () => {
    await window.command('Go to Symbol in Editor...');
    await window.answer('@start', 'start');
    await window.press('ArrowDown', 'End', 'ArrowLeft', 'Control+K', 'Control+I');
    const hover = window.page.locator('.monaco-hover:visible', { hasText: 'ACS::ECS::StartInstance' });
    await hover.first().waitFor();
    await window.press('Escape');
  });

  it('is repaired where it is broken', async () => {
    // The new one is without a fault.
    await typist.problems('Errors: 3');
    await window.show('broken.oos.yml');
    for (const [fix, left] of [
      ["Change to 'String'", 'Errors: 2'],
      ["Change to 'ACS::Sleep'", 'Errors: 1'],
      ['quotes', 'No Problems'],
    ] as const) {
      await typist.nextFinding();
      await typist.fix(fix);
      await typist.problems(left);
    }
    await typist.saves('broken.oos.yml', repaired);
  });
});
