import type { Run } from '../../server/src/execution/run.ts';

/** Three tasks in a row. What the second one does is given as YAML in braces. */
export const three = (second: string) => `
Tasks:
  - { Name: a, Action: 'ACS::Notify', Properties: { NotifyType: Mail } }
  - { Name: b, ${second} }
  - { Name: c, Action: 'ACS::Notify', Properties: { NotifyType: Mail } }
Outputs: { done: { Type: Boolean, Value: true } }
`;

/** Does something risky. */
export const calling = "Action: 'ACS::ExecuteAPI', Properties: { Service: ECS, API: DeleteInstance }";

/** Each task that has begun, with its status. */
export const tasks = ({ tasks: all }: Run) => all.map(({ name, status }) => `${name} ${status}`).join(', ');
