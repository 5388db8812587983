import { describe, expect, test } from 'vitest';
import { TemplateDocument } from '../../server/src/template/document.ts';
import type { Task } from '../../server/src/template/template.ts';
import { readInBoth, shownPlace } from '../support/readInBoth.ts';

const names = (tasks: readonly Task[]) => tasks.map(({ name }) => name);

describe('declarations', () => {
  test('parameters, conditions and outputs, found in any letter case', () => {
    for (const { template } of readInBoth(`
FormatVersion: OOS-2019-06-01
Parameters:
  zoneId: { Type: String, Default: a }
  count: 3
  later:
Conditions:
  isLinux: { Fn::Equals: [a, b] }
Outputs:
  ids: { Type: List, Value: [] }
`)) {
      const { parameters, conditions, outputs } = template;
      expect(parameters.names()).toEqual(['zoneId', 'count', 'later']);
      expect(parameters.all.map(({ kind }) => kind)).toEqual(['parameter', 'parameter', 'parameter']);
      expect(parameters.get('ZONEID')?.attributes?.pairs.map(({ key }) => key.value)).toEqual(['Type', 'Default']);
      expect(parameters.get('count')).toMatchObject({ name: 'count', attributes: undefined });
      expect(parameters.get('later')?.attributes).toBeUndefined();
      expect(parameters.has('isLinux')).toBe(false);
      expect(conditions.get('IsLinux')).toMatchObject({ kind: 'condition', name: 'isLinux' });
      expect(outputs.get('IDs')).toMatchObject({ kind: 'output', name: 'ids' });
    }
  });

  test('of names that differ in letter case only, the exact one is preferred, and then the first', () => {
    for (const { template } of readInBoth(`
Parameters:
  zoneid: { Type: Number }
  zoneId: { Type: String }
  other: { Type: String }
`)) {
      const { parameters } = template;
      expect(['zoneid', 'zoneId', 'ZoneID', 'OTHER'].map((name) => parameters.get(name)?.name)).toEqual([
        'zoneid',
        'zoneId',
        'zoneid',
        'other',
      ]);
      expect(parameters.duplicates().map((same) => same.map(({ name }) => name))).toEqual([['zoneid', 'zoneId']]);
    }
  });

  test('numbers are names of entries, but not of tasks', () => {
    for (const { template } of readInBoth(`
Parameters:
  200: { Type: String }
Tasks:
  - Name: 7
    Action: ACS::Sleep
`)) {
      expect(template.parameters.has('200')).toBe(true);
      expect(template.allTasks[0]).toMatchObject({ name: undefined, nameNode: { value: 7 }, action: 'ACS::Sleep' });
      expect(template.anyTask.names()).toEqual([]);
    }
  });

  test('nothing is filled in where parts are missing or of another kind', () => {
    for (const { template } of readInBoth(`
Parameters: []
Conditions: none
Outputs:
Tasks:
  - 5
  - { Name: a }
  - Action: ACS::Sleep
    Properties: none
    Outputs: []
    Loop: 3
`)) {
      expect(template).toMatchObject({ kind: 'template', formatVersion: undefined, parent: undefined, children: [] });
      const { parameters, conditions, outputs } = template;
      expect([parameters.all, conditions.all, outputs.all]).toEqual([[], [], []]);
      const [first, second] = template.allTasks;
      expect(first).toMatchObject({ name: 'a', action: undefined, properties: undefined, loop: undefined, index: 0 });
      expect(second).toMatchObject({
        name: undefined,
        action: 'ACS::Sleep',
        inner: undefined,
        child: undefined,
        index: 1,
      });
      expect(second?.outputs.all).toEqual([]);
      expect(second?.loop).toMatchObject({ node: undefined, outputs: { all: [] } });
      expect(template.allTasks).toHaveLength(2);
    }
  });

  test('a text without a mapping at its root is no template', () => {
    for (const text of ['', 'text', '- Tasks', '# nothing']) {
      expect(new TemplateDocument(text, 'yaml').template).toBeUndefined();
    }
    for (const text of ['', '[]', '"Tasks"']) expect(new TemplateDocument(text, 'json').template).toBeUndefined();
  });

  test('a document of states is one by its version', () => {
    const kindOf = (version: string) => readInBoth(`FormatVersion: ${version}\n`).map(({ template }) => template.kind);
    expect(kindOf('OOS-2019-06-01-State')).toEqual(['state', 'state']);
    expect(kindOf('OOS-2019-06-01')).toEqual(['template', 'template']);
    expect(kindOf('State-OOS')).toEqual(['template', 'template']);
  });
});

const nested = `
Tasks:
  - Name: first
    Action: ACS::Sleep
  - Name: outer
    Action: acs::loop
    Properties:
      LoopTasks:
        - Name: inside
          Action: ACS::ExecuteAPI
          Outputs: { id: { Type: String, ValueSelector: '{{ notHere }}' } }
          Loop:
            Items: []
            Outputs: { ids: { AggregateType: Fn::ListJoin, AggregateField: id } }
        - Name: deeper
          Action: ACS::Loop
          Properties:
            LoopTasks:
              - Name: inside
                Action: ACS::Sleep
  - Name: last
    Action: ACS::Template
    Properties:
      TemplateContent:
        FormatVersion: OOS-2019-06-01
        Parameters: { own: { Type: String } }
        Tasks:
          - Name: childTask
            Action: ACS::Sleep
            Properties: { Duration: '{{ own }}' }
          - Name: grandchild
            Action: ACS::Template
            Properties:
              TemplateContent: { Tasks: [{ Name: first, Action: ACS::Sleep }] }
      Parameters: { own: '{{ first.x }}' }
`;

describe('tasks inside tasks', () => {
  test('an ACS::Loop has a list of its own', () => {
    for (const { template } of readInBoth(nested)) {
      expect(names(template.tasks.tasks)).toEqual(['first', 'outer', 'last']);
      expect(names(template.allTasks)).toEqual(['first', 'outer', 'inside', 'deeper', 'inside', 'last']);
      const outer = template.tasks.byName.get('OUTER');
      expect(outer).toMatchObject({ index: 1, list: { owner: undefined } });
      expect(names(outer?.inner?.tasks ?? [])).toEqual(['inside', 'deeper']);
      expect(outer?.inner?.owner).toBe(outer);
      const deeper = outer?.inner?.byName.get('deeper');
      expect(deeper?.index).toBe(1);
      expect(deeper?.list).toBe(outer?.inner);
      expect(template.tasks.byName.has('inside')).toBe(false);
      expect(template.anyTask.get('inside')?.list.owner).toBe(outer);
      expect(template.anyTask.duplicates().map(names)).toEqual([['inside', 'inside']]);
    }
  });

  test('outputs of a task and of its loop are kept apart', () => {
    for (const { template } of readInBoth(nested)) {
      const inside = template.anyTask.get('inside');
      expect(inside?.outputs.names()).toEqual(['id']);
      expect(inside?.loop?.outputs.names()).toEqual(['ids']);
    }
  });

  test('an inline template has names of its own', () => {
    for (const { template } of readInBoth(nested)) {
      const [child, ...others] = template.children;
      expect(others).toEqual([]);
      expect(child?.parent?.name).toBe('last');
      expect(child?.parent?.child).toBe(child);
      expect(names(child?.allTasks ?? [])).toEqual(['childTask', 'grandchild']);
      expect(child?.parameters.names()).toEqual(['own']);
      expect(child?.uses.map(({ place }) => shownPlace(place))).toEqual(['Tasks / childTask / Properties']);
      expect(names(child?.children[0]?.allTasks ?? [])).toEqual(['first']);
      expect(template.parameters.has('own')).toBe(false);
      expect(template.uses.map(({ place }) => shownPlace(place))).toEqual([
        'Tasks / inside / Outputs',
        'Tasks / last / Properties',
      ]);
    }
  });

  test('a slip in the key is seen through only under the action that it belongs to', () => {
    for (const { template } of readInBoth(`
Tasks:
  - { Name: outer, Action: ACS::Loop, Properties: { loopTasks: [{ Name: inside }] } }
  - { Name: other, Action: ACS::Sleep, Properties: { loopTasks: [{ Name: kept }] } }
  - { Name: run, Action: ACS::Template, Properties: { templateContent: { Tasks: [{ Name: child }] } } }
  - { Name: last, Properties: { templateContent: { Tasks: [{ Name: lost }] } } }
`)) {
      expect(names(template.allTasks)).toEqual(['outer', 'inside', 'other', 'run', 'last']);
      expect(template.children.map(({ parent }) => parent?.name)).toEqual(['run']);
    }
  });

  test('they are found also where the action is missing', () => {
    for (const { template } of readInBoth(`
Tasks:
  - Name: outer
    Properties: { LoopTasks: [{ Name: inside }] }
  - Name: last
    Properties: { TemplateContent: { Tasks: [{ Name: child }] } }
`)) {
      expect(names(template.allTasks)).toEqual(['outer', 'inside', 'last']);
      expect(names(template.children[0]?.allTasks ?? [])).toEqual(['child']);
    }
  });
});
