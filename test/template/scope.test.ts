import { describe, expect, test } from 'vitest';
import { findOutput, findTask, hasLoopItem, isEvaluated, visibleTasks } from '../../server/src/template/scope.ts';
import type { Task, Template } from '../../server/src/template/template.ts';
import { readInBoth } from '../support/readInBoth.ts';

const readBoth = (yaml: string): Template[] => readInBoth(yaml).map(({ template }) => template);

/** The name in an expression. */
const named = ({ expression: { body } }: Template['uses'][number]) => ('name' in body ? body.name.text : '');

/** `list > inner`: a task, and the tasks around it. */
function path({ name, list: { owner } }: Task): string {
  return `${owner ? `${path(owner)} > ` : ''}${name}`;
}

/** For each task that an expression names: what is found. */
function found(template: Template): string[] {
  return template.uses.map((use) => {
    const it = findTask(template, named(use), use.place);
    return `${use.place.task?.name ?? use.place.section}: ${named(use)} is ${it ? `${it.relation}, ${path(it.task)}` : 'not there'}`;
  });
}

function checkFound(yaml: string, expected: readonly string[]): void {
  for (const template of readBoth(yaml)) expect(found(template)).toEqual(expected);
}

describe('the task that a name means', () => {
  test('in the same list it is earlier, the task itself, or later', () => {
    checkFound(
      `
Tasks:
  - Name: one
    Properties: { a: '{{ one.x }} {{ two.x }} {{ three.x }}' }
  - Name: two
    Outputs: { a: { ValueSelector: '{{ ONE.x }} {{ Two.x }} {{ three.x }}' } }
  - Name: three
    When: '{{ one.x }} {{ gone.x }}'
Outputs:
  a: { Value: '{{ three.x }} {{ gone.x }}' }
`,
      [
        'one: one is self, one',
        'one: two is later, two',
        'one: three is later, three',
        'two: ONE is earlier, one',
        'two: Two is self, two',
        'two: three is later, three',
        'three: one is earlier, one',
        'three: gone is not there',
        'Outputs: three is earlier, three',
        'Outputs: gone is not there',
      ],
    );
  });

  const loops = `
Tasks:
  - Name: before
  - Name: outer
    Action: ACS::Loop
    Properties:
      LoopTasks:
        - Name: first
          Properties: { a: '{{ before.x }} {{ outer.x }} {{ first.x }} {{ second.x }} {{ after.x }} {{ far.x }}' }
        - Name: second
          Properties: { a: '{{ first.x }}' }
    Outputs: { a: { AggregateField: '{{ first.x }} {{ outer.x }} {{ before.x }} {{ far.x }}' } }
    Loop: { Items: '{{ first.x }}' }
  - Name: after
    Action: ACS::Loop
    Properties:
      LoopTasks: [{ Name: far, Properties: { a: '{{ outer.x }} {{ first.x }}' } }]
Outputs:
  a: { Value: '{{ outer.x }} {{ far.x }}' }
`;

  test('in loops of tasks it may stand inside or elsewhere', () => {
    checkFound(loops, [
      'first: before is earlier, before',
      'first: outer is self, outer',
      'first: first is self, outer > first',
      'first: second is later, outer > second',
      'first: after is later, after',
      'first: far is elsewhere, after > far',
      'second: first is earlier, outer > first',
      'outer: first is inside, outer > first',
      'outer: outer is self, outer',
      'outer: before is earlier, before',
      'outer: far is elsewhere, after > far',
      'outer: first is elsewhere, outer > first',
      'far: outer is earlier, outer',
      'far: first is elsewhere, outer > first',
      'Outputs: outer is earlier, outer',
      'Outputs: far is elsewhere, after > far',
    ]);
  });

  test('the nearest list comes first, and within it the exact name', () => {
    checkFound(
      `
Tasks:
  - Name: same
  - Name: SAME
  - Name: outer
    Action: ACS::Loop
    Properties:
      LoopTasks:
        - Name: Same
        - Name: inside
          Properties: { a: '{{ same.x }} {{ SAME.x }}' }
    Outputs: { a: { AggregateField: '{{ same.x }}' } }
  - Name: last
    Properties: { a: '{{ same.x }} {{ SAME.x }} {{ sAmE.x }}' }
`,
      [
        'inside: same is earlier, outer > Same',
        'inside: SAME is earlier, outer > Same',
        'outer: same is inside, outer > Same',
        'last: same is earlier, same',
        'last: SAME is earlier, SAME',
        'last: sAmE is earlier, same',
      ],
    );
  });

  test('an inline template sees only its own tasks', () => {
    for (const { children } of readBoth(`
Tasks:
  - Name: outside
  - Name: run
    Action: ACS::Template
    Properties:
      TemplateContent:
        Tasks:
          - Name: own
          - Name: second
            Properties: { a: '{{ own.x }} {{ outside.x }}' }
`)) {
      expect(children.flatMap(found)).toEqual(['second: own is earlier, own', 'second: outside is not there']);
    }
  });

  test('the visible tasks are those that an expression may read, the nearest first', () => {
    for (const template of readBoth(loops)) {
      const visible = template.uses.map(({ place }) => visibleTasks(template, place).map(path).join(', '));
      expect([...new Set(visible)]).toEqual([
        'before',
        'outer > first, before',
        'outer > first, outer > second, before',
        'before, outer',
        'before, outer, after',
      ]);
    }
  });
});

test('an output is the one of the loop, where there is a loop and it has one', () => {
  for (const { anyTask } of readBoth(`
Tasks:
  - Name: looped
    Outputs: { id: { Type: String }, both: { Type: String } }
    Loop: { Items: [], Outputs: { ids: { AggregateType: Fn::ListJoin }, Both: { AggregateType: Fn::ListJoin } } }
  - Name: single
    Outputs: { id: { Type: String } }
`)) {
    const [looped, single] = anyTask.all;
    if (!looped || !single) throw new Error('the tasks are missing');
    const keysOf = (task: Task, name: string) => findOutput(task, name)?.attributes?.pairs.map(({ key }) => key.value);
    expect(keysOf(looped, 'IDS')).toEqual(['AggregateType']);
    expect(keysOf(looped, 'both')).toEqual(['AggregateType']);
    expect(keysOf(looped, 'id')).toEqual(['Type']);
    expect(keysOf(looped, 'gone')).toBeUndefined();
    expect(keysOf(single, 'ID')).toEqual(['Type']);
    expect(keysOf(single, 'ids')).toBeUndefined();
  }
});

/** The names of the expressions whose places fulfil a condition. */
function namesWhere(yaml: string, condition: (place: Template['uses'][number]['place']) => boolean): string[][] {
  return readBoth(yaml).map(({ uses }) => uses.filter(({ place }) => condition(place)).map(named));
}

test('an item of a loop is there in what the loop repeats, not in the loop itself', () => {
  const yaml = `
Tasks:
  - Name: plain
    Properties: { a: '{{ no1 }}' }
  - Name: looped
    Properties: { a: '{{ yes1 }}' }
    When: '{{ yes2 }}'
    Outputs: { a: { ValueSelector: '{{ yes3 }}' } }
    Loop: { Items: '{{ no2 }}' }
  - Name: outer
    Action: ACS::Loop
    Properties:
      Other: '{{ no3 }}'
      LoopTasks:
        - Name: inside
          Properties: { a: '{{ yes4 }}' }
          Loop: { Items: '{{ yes5 }}' }
    Outputs: { a: { Value: '{{ no4 }}' } }
Outputs: { a: { Value: '{{ no5 }}' } }
`;
  const names = ['yes1', 'yes2', 'yes3', 'yes4', 'yes5'];
  expect(namesWhere(yaml, hasLoopItem)).toEqual([names, names]);
});

test('braces have a meaning where the service looks for them, and are text elsewhere', () => {
  const yaml = `
Description: { en: '{{ no1 }}' }
RamRole: '{{ yes1 }}'
Parameters:
  a:
    Type: String
    Default: '{{ yes2 }}'
    AssociationPropertyMetadata: { RegionId: '{{ yes3 }}' }
    Description: '{{ no2 }}'
    AllowedValues: ['{{ no3 }}']
  b: '{{ no4 }}'
Conditions:
  c: { Fn::Equals: ['{{ yes4 }}', 1] }
Tasks:
  - Name: d
    Description: '{{ no5 }}'
    OnError: '{{ no6 }}'
    When: '{{ yes5 }}'
    Properties: { e: ['{{ yes6 }}'] }
    Loop: { Items: '{{ yes7 }}' }
    Outputs: { f: { ValueSelector: '{{ yes8 }}' } }
Outputs:
  g: { Type: String, Value: '{{ yes9 }}', Description: '{{ no7 }}' }
  h: '{{ yes10 }}'
`;
  const names = Array.from({ length: 10 }, (_, index) => `yes${index + 1}`);
  expect(namesWhere(yaml, isEvaluated)).toEqual([names, names]);
});
