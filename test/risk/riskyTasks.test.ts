import { describe, expect, test } from 'vitest';
import { reachedCalls } from '../../server/src/risk/reachedCalls.ts';
import { asListed, type RiskOptions, type RiskyTask, riskyTasks } from '../../server/src/risk/riskyTasks.ts';
import { unseenWords } from '../../server/src/risk/unseenWords.ts';
import { bundledCatalog } from '../../server/src/workspace/bundledCatalog.ts';
import { readInBoth } from '../support/readInBoth.ts';
import { highActions } from './highActions.ts';
import { call, inBoth, read, withTasks } from './templates.ts';

const catalog = bundledCatalog();
type Options = Partial<RiskOptions>;

const listed = (yaml: string, options: Options = {}) =>
  inBoth(yaml, (template) =>
    riskyTasks(template, { catalog, ...options }).map((task) => asListed(task, options.rootName ?? '')),
  );

/** In one line: the path, the product actions, the call, what the task says about itself. */
const shown = ({ taskPath, through, service, api, class: risk, overridden }: RiskyTask): string =>
  [taskPath.join('/'), ...through, `${service} ${api}`, overridden ? 'Normal' : risk].join(' > ');
const lines = (yaml: string, options: Options = {}) =>
  inBoth(yaml, (template) => riskyTasks(template, { catalog, ...options }).map(shown));

describe('the sample of the API reference', () => {
  const expected = [
    { Service: 'ECS', API: 'DeleteInstance', Task: ['parenttask1', 'childtask2'], Template: ['root template name'] },
    { Service: 'SLB', API: 'RemoveBackendServers', Task: ['task3'], Template: ['root template name'] },
  ];
  const detach = call('task3', 'SLB', 'RemoveBackendServers');
  const remove = withTasks(
    `${call('childtask1', 'ECS', 'DescribeInstances')}\n${call('childtask2', 'ECS', 'DeleteInstance')}`,
  );
  const rootName = 'root template name';

  test('with a child template by its name', () => {
    const yaml = withTasks(`
      - { Name: parenttask1, Action: 'ACS::Template', Properties: { TemplateName: removeInstance } }
      ${detach}`);
    const child = (name: string) => (name === 'removeInstance' ? read(remove) : undefined);
    expect(listed(yaml, { rootName, child })).toEqual(expected);
    const [task] = inBoth(yaml, (template) =>
      riskyTasks(template, { catalog, rootName, child }).map((it) => it.templateNames),
    );
    expect(task).toEqual([rootName, 'removeInstance']);
  });

  test('with a child template in the template', () => {
    const yaml = withTasks(`
      - { Name: parenttask1, Action: 'ACS::Template', Properties: { TemplateContent: { Tasks: [${call('childtask2', 'ECS', 'DeleteInstance').slice(2)}] } } }
      ${detach}`);
    expect(listed(yaml, { rootName })).toEqual(expected);
  });
});

describe('risky tasks', () => {
  test('stand inside ACS::Loop, and in tasks without a name', () => {
    const yaml = withTasks(`
      - { Name: each, Action: 'ACS::Loop', Properties: { LoopItems: [1], LoopTasks: [${call('inner', 'ECS', 'StopInstance').slice(2)}] } }
      - { Action: 'acs::executeapi', Properties: { Service: ecs, API: deleteDisk } }`);
    expect(lines(yaml)).toEqual(['each/inner > ECS StopInstance > high', '#2 > ecs deleteDisk > high']);
  });

  test('letter case does not matter, where the verb ends is looked up', () => {
    const yaml = withTasks(`${call('a', 'Ecs', 'REBOOTINSTANCE')}\n${call('b', 'ecs', 'describeinstances')}`);
    expect(lines(yaml)).toEqual(['a > Ecs REBOOTINSTANCE > high']);
  });

  test('what the task says about itself counts', () => {
    const yaml = withTasks(`
      ${call('quiet', 'ECS', 'DeleteImage', ', Risk: Normal')}
      ${call('loud', 'ECS', 'RunCommand', ', Risk: High')}
      ${call('neither', 'ECS', 'DeleteDisk', ", Risk: '{{ risk }}'")}`);
    expect(lines(yaml)).toEqual([
      'quiet > ECS DeleteImage > Normal',
      'loud > ECS RunCommand > high',
      'neither > ECS DeleteDisk > high',
    ]);
    const [, loud] = riskyTasks(read(yaml), { catalog, mode: 'strict' });
    expect(loud).toMatchObject({ documented: true, reason: { en: 'The task is marked with Risk: High.' } });
  });

  test('strict leaves out our own rules, medium adds what changes something', () => {
    const yaml = withTasks(`
      ${call('a', 'ECS', 'DeleteDisk')}
      ${call('b', 'ECS', 'RebootInstance')}
      ${call('c', 'ECS', 'ModifyDiskSpec')}
      - { Name: d, Action: 'ACS::WaitFor', Properties: { Service: ECS, API: DeleteImage } }`);
    const names = (options: Options) => lines(yaml, options).map((it) => it.split(' > ')[0]);
    expect(names({})).toEqual(['a', 'b', 'd']);
    expect(names({ mode: 'strict' })).toEqual(['a']);
    expect(names({ least: 'medium' })).toEqual(['a', 'b', 'c', 'd']);
  });

  test.each(['WaitFor', 'CheckFor'])('what an ACS::%s calls is carried out, though nothing is documented', (action) => {
    const asking = (api: string, mark = '') =>
      `- { Name: ${api}${mark}, Action: 'ACS::${action}', Properties: { Service: ECS, API: ${api}${mark && `, Risk: ${mark}`} } }`;
    const yaml = withTasks(`
      ${asking('DescribeImages')}
      ${asking('DeleteImage')}
      ${asking('DeleteImage', 'High')}`);
    for (const { template } of readInBoth(yaml)) {
      const said = riskyTasks(template, { catalog }).map(({ documented, reason }) => `${documented} ${reason.en}`);
      expect(said).toEqual([
        'false WaitFor and CheckFor are for operations that only read, and this one is carried out all the same.',
        'true The task is marked with Risk: High.',
      ]);
    }
  });

  test('each is placed in the text of the root', () => {
    const yaml = withTasks(`
      - { Name: a, Action: 'ACS::ExecuteAPI', Properties: { Service: ECS, API: <|DeleteInstance|> } }
      - { Name: b, Action: <|'ACS::ECS::StopInstance'|> }
      - { Name: c, Action: 'ACS::Template', Properties: { TemplateName: <|child|> } }
      - { Name: d, Action: 'ACS::Template', Properties: { TemplateContent: { Tasks: [{ Name: e, Action: 'ACS::ExecuteAPI', Properties: { Service: ECS, API: <|DeleteDisk|> } }] } } }`);
    for (const { template, at, marked } of readInBoth(yaml)) {
      const child = () => read(withTasks(call('x', 'ECS', 'DeleteVpc')));
      expect(riskyTasks(template, { catalog, child }).map(({ range }) => at(range))).toEqual(marked);
    }
  });

  test('templates that embed each other come to an end', () => {
    const embedding = (name: string) =>
      withTasks(
        `${call('delete', 'ECS', 'DeleteDisk')}\n- { Name: next, Action: 'ACS::Template', Properties: { TemplateName: ${name} } }`,
      );
    const templates: Readonly<Record<string, string>> = { a: embedding('B'), b: embedding('A') };
    const child = (name: string) => {
      const text = templates[name.toLowerCase()];
      return text === undefined ? undefined : read(text);
    };
    expect(lines(embedding('B'), { rootName: 'a', child })).toEqual([
      'delete > ECS DeleteDisk > high',
      'next/delete > ECS DeleteDisk > high',
    ]);
  });

  test('templates without end are left at some depth, and after some thousands of tasks', () => {
    const embedding = (name: string) =>
      `- { Name: ${name}, Action: 'ACS::Template', Properties: { TemplateName: ${name} } }`;
    const deeper = (name: string) => read(withTasks(embedding(`d${Number(name.slice(1)) + 1}`)));
    const { unseen } = reachedCalls(deeper('d0'), { catalog, child: deeper });
    expect(unseen).toMatchObject([{ reason: 'limit', name: 'd20' }]);
    const wide = read(withTasks(Array.from({ length: 60 }, (_, index) => embedding(`w${index}`)).join('\n')));
    expect(reachedCalls(wide, { catalog, child: () => wide }).templates.length).toBeLessThan(5000);
    const calls = Array.from({ length: 60 }, (_, index) => call(`c${index}`, 'ECS', 'DeleteDisk'));
    const inner = read(withTasks(calls.join('\n')));
    expect(reachedCalls(wide, { catalog, child: () => inner }).unseen).toMatchObject([{ reason: 'limit' }]);
  });
});

test('each product action that reaches a high risk is named, with the way to it', () => {
  const products = catalog.actionNames.filter((name) => /::.*::/.test(name));
  const found = products.flatMap((name) => {
    const tasks = riskyTasks(read(withTasks(`- { Name: t, Action: '${name}' }`)), { catalog });
    return tasks.map(({ through, service, api }) => [...through, `${service} ${api}`].join(' > '));
  });
  expect(found).toEqual(highActions);
  expect(new Set(found.map((it) => it.split(' > ')[0])).size).toBe(64);
});

test('what cannot be seen through is said, with the reason', () => {
  const yaml = withTasks(`
    - { Name: a, Action: 'ACS::Template', Properties: { TemplateName: '{{ name }}' } }
    - { Name: b, Action: 'ACS::Template', Properties: { TemplateName: faraway } }
    - { Name: c, Action: 'ACS::ExecuteHttpRequest', Properties: { URL: 'https://example.com' } }
    - { Name: d, Action: 'ACS::New::Thing' }
    - { Name: e, Action: 'ACS::ExecuteAPI', Properties: { Service: ECS, API: '{{ api }}' } }
    - { Name: f, Action: 'ACS::Template', Properties: { TemplateName: 'ACS::ECS::StartInstance' } }
    - { Name: g, Action: 'ACS::Choice' }
    - { Name: h, Action: 'ACS::ExecuteAPI', Properties: { Service: ECS } }`);
  const unseen = inBoth(yaml, (template) =>
    reachedCalls(template, { catalog }).unseen.map(({ tasks, reason, name }) => [tasks[0]?.name, reason, name]),
  );
  expect(unseen).toEqual([
    ['a', 'run-time', '{{ name }}'],
    ['b', 'template', 'faraway'],
    ['c', 'http', 'ACS::ExecuteHttpRequest'],
    ['d', 'action', 'ACS::New::Thing'],
    ['e', 'run-time', '{{ api }}'],
  ]);
  expect(unseenWords({ reason: 'template', name: 'faraway' }).en).toContain("'faraway' is not at hand");
});
