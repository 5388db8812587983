import { expect, test } from 'vitest';
import { closestAction } from '../../server/src/analysis/closestAction.ts';
import { bundledCatalog } from '../../server/src/workspace/bundledCatalog.ts';

test.each([
  ['ACS::ECS::RunComand', 'ACS::ECS::RunCommand'],
  ['ACS::ECS::RunCommnad', 'ACS::ECS::RunCommand'],
  ['ACS::ESC::RunCommand', 'ACS::ECS::RunCommand'],
  ['ACS:ECS:run_command', 'ACS::ECS::RunCommand'],
  ['ECS::RunCommand', 'ACS::ECS::RunCommand'],
  ['RunCommand', 'ACS::ECS::RunCommand'],
  ['ACS::ECS::RebootInstances', 'ACS::ECS::RebootInstance'],
  ['ACS::ExecutAPI', 'ACS::ExecuteAPI'],
  ['ACS::Approval', 'ACS::Approve'],
  ['Sleeep', 'ACS::Sleep'],
])('%s is meant to be %s', (written, meant) => {
  expect(closestAction(written, bundledCatalog())).toBe(meant);
});

test.each(['ACS::ECS::Unlisted', 'ACS::ECS::RestoreInstance', 'ACS::Quantum::Run', 'x'])(
  '%s is like no action',
  (written) => {
    expect(closestAction(written, bundledCatalog())).toBeUndefined();
  },
);
