import { describe, expect, test } from 'vitest';
import { compareRisk, type ListedTask } from '../../../server/src/features/risk/compareRisk.ts';
import { assessRisk } from '../../../server/src/risk/assess.ts';
import { reachedCalls } from '../../../server/src/risk/reachedCalls.ts';
import { bundledCatalog } from '../../../server/src/workspace/bundledCatalog.ts';
import { call, inBoth, read, withTasks } from '../../risk/templates.ts';

const catalog = bundledCatalog();
const listed = (call: string, ...Task: string[]): ListedTask => {
  const [Service, API] = call.split(' ');
  return { Service, API, Task };
};

/** In lines: the sign of the side, the call, its path, and the reason. */
function compared(tasks: string, service: readonly ListedTask[], published?: string) {
  return inBoth(withTasks(tasks), (template) => {
    const reach = published === undefined ? undefined : reachedCalls(read(withTasks(published)), { catalog });
    const found = compareRisk(assessRisk(template, { catalog }), service, { catalog, published: reach });
    return [
      `= ${found.agreed}`,
      ...found.onlyOurs.map(({ task, why }) => `- ${task.service} ${task.api} ${task.taskPath.join('/')}: ${why.en}`),
      ...found.onlyService.map(({ task, why }) => `+ ${task.Service} ${task.API} ${task.Task.join('/')}: ${why.en}`),
    ];
  });
}

test('letter case does not matter, what is marked and not listed is no difference', () => {
  const tasks = `${call('Remove', 'ECS', 'deleteInstance')}\n${call('quiet', 'ECS', 'DeleteImage', ', Risk: Normal')}`;
  expect(compared(tasks, [listed('ecs DeleteInstance', 'remove')])).toEqual(['= 1']);
});

test('neither the service nor the operation makes a call the same by itself', () => {
  const tasks = call('remove', 'ECS', 'DeleteImage');
  for (const other of ['ECS DeleteDisk', 'ECI DeleteImage']) {
    expect(compared(tasks, [listed(other, 'remove')])).toEqual([
      '= 0',
      expect.stringMatching(/^- ECS DeleteImage remove: /),
      expect.stringMatching(`^\\+ ${other} remove: `),
    ]);
  }
});

test('inside a product action the service may see more tasks than we do', () => {
  const tasks = "- { Name: remove, Action: 'ACS::ECS::DeleteImage' }";
  const service = [listed('ECS DeleteImage', 'remove', 'a'), listed('ECS DeleteImage', 'remove', 'b')];
  expect(compared(tasks, service)).toEqual(['= 1']);
  expect(compared(call('remove', 'ECS', 'DeleteImage'), service.slice(0, 1))[0]).toBe('= 0');
});

describe('the reason', () => {
  test('for what only we find', () => {
    const tasks = `
      ${call('reboot', 'ECS', 'RebootInstance')}
      ${call('remove', 'ECS', 'DeleteInstance')}
      - { Name: image, Action: 'ACS::ECS::DeleteImage' }`;
    expect(compared(tasks, [])).toEqual([
      '= 0',
      '- ECS RebootInstance reboot: This is a rule of our own; OOS does not document that it asks before such a call.',
      '- ECS DeleteInstance remove: OOS documented that it treats such calls as high-risk, and yet it does not list this one.',
      '- ECS DeleteImage image: The call is made by ACS::ECS::DeleteImage; the service may not look into it.',
    ]);
  });

  test('for what only the service finds', () => {
    const tasks = `
      ${call('change', 'ECS', 'ModifyDiskSpec')}
      ${call('quiet', 'ECS', 'DeleteImage', ', Risk: Normal')}
      - { Name: child, Action: 'ACS::Template', Properties: { TemplateName: faraway } }`;
    const service = [
      listed('ECS ModifyDiskSpec', 'change'),
      listed('ECS DeleteImage', 'quiet'),
      listed('ECS DeleteDisk', 'child', 'inner'),
      listed('ECS DeleteDisk', 'gone'),
      { Service: undefined, API: undefined, Task: [] },
    ];
    expect(compared(tasks, service)).toEqual([
      '= 0',
      '+ ECS ModifyDiskSpec change: Our rules do not count it: It changes what exists.',
      '+ ECS DeleteImage quiet: The task is marked with Risk: Normal, and the service lists it nevertheless.',
      "+ ECS DeleteDisk child/inner: The template 'faraway' is not at hand, so what it does is not listed.",
      '+ ECS DeleteDisk gone: Nothing in the text leads to such a call.',
      '+ undefined undefined : Nothing in the text leads to such a call.',
    ]);
  });

  test('is the other text where the published one is another', () => {
    const found = compared(
      call('new', 'ECS', 'DeleteDisk'),
      [listed('ECS DeleteInstance', 'old')],
      call('old', 'ECS', 'DeleteInstance'),
    );
    expect(found).toEqual([
      '= 0',
      '- ECS DeleteDisk new: The published template does not make this call, the text here does.',
      '+ ECS DeleteInstance old: The published template makes this call, the text here does not.',
    ]);
  });
});
