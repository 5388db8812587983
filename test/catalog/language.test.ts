import { describe, expect, test } from 'vitest';
import { parameterTypes } from '../../server/src/catalog/parameters/parameterTypes.ts';
import { pseudoParameterNamed, pseudoParameters } from '../../server/src/catalog/parameters/pseudoParameters.ts';
import { bundledCatalog } from '../../server/src/workspace/bundledCatalog.ts';

describe.each([...pseudoParameters, ...parameterTypes])('$name', ({ summary }) => {
  test('has words in both languages', () => {
    expect(summary.en).toMatch(/^[\x20-\x7e]+\.$/);
    expect(summary.zh).toMatch(/。$/);
  });
});

test('pseudo-parameters are found in any letter case', () => {
  for (const name of ['ACS::AccountId', 'acs::accountid', 'Acs::ACCOUNTID']) {
    expect(pseudoParameterNamed(name)?.name).toBe('ACS::AccountId');
  }
  expect(pseudoParameterNamed('ACS::Region')).toBeUndefined();
});

test('only the loop item belongs to loops', () => {
  expect(pseudoParameters.filter(({ scope }) => scope === 'loop').map(({ name }) => name)).toEqual([
    'ACS::TaskLoopItem',
  ]);
});

test('the types and the constraints are those of the template schema', () => {
  const { templateSchema } = bundledCatalog();
  expect(templateSchema).toHaveProperty(
    'definitions.parameter.properties.Type.enum',
    parameterTypes.map(({ name }) => name),
  );
  for (const constraint of parameterTypes.flatMap(({ constraints }) => constraints)) {
    expect(templateSchema).toHaveProperty(`definitions.parameter.properties.${constraint}`);
  }
});
