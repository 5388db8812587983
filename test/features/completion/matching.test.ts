import { describe, expect, test } from 'vitest';
import { fitOf } from '../../../server/src/features/completion/matching.ts';

const grade = (typed: string, name: string): number => fitOf(typed, name).grade;

test('from the name itself to letters that merely come in this order', () => {
  const name = 'ACS::ECS::RebootInstance';
  const typed = ['acs::ecs::rebootinstance', 'ACS::ECS::Reb', 'reb', 'ecs::', 'inst', 'ecsreb', 'boot', 'ecsoot'];
  const grades = typed.map((it) => grade(it, name));
  expect(grades).toEqual([...grades].sort((a, b) => b - a));
  expect(new Set(grades).size).toBe(typed.length);
});

describe('the beginnings of words are found in their order', () => {
  test.each([
    ['ri', 'RebootInstance'],
    ['descinst', 'DescribeInstances'],
    ['aer', 'ACS::ECS::RebootInstance'],
    ['dbia', 'DescribeDBInstanceAttribute'],
    ['iid', 'Instances.Instance[].InstanceId'],
  ])('%s: %s', (typed, name) => {
    expect(grade(typed, name)).toBe(grade('ecsreb', 'ACS::ECS::RebootInstance'));
  });
});

test('fewer jumps are nearer', () => {
  const near = fitOf('desinst', 'DescribeInstances');
  const far = fitOf('desinst', 'DeleteScalingInstances');
  expect([near.grade, near.distance < far.distance]).toEqual([far.grade, true]);
});

test('whoever writes a path does not mean a name without one', () => {
  expect(grade('a.', 'ACS::RegionId')).toBe(0);
  expect(grade('ecs::', 'ecsRegion')).toBe(0);
});

test('nothing typed fits everything, and what is not there fits nothing', () => {
  expect(grade('', 'Name')).toBeGreaterThan(0);
  expect(grade('x', 'Name')).toBe(0);
  expect(grade('eman', 'Name')).toBe(0);
});
