/**
 * Names that people write though OOS has no such action, in lower case, with what to write instead. Sources: the writing
 * guide that Alibaba Cloud publishes for OOS templates, and names that are in no list of actions.
 */
export const inventions: ReadonlyMap<string, readonly string[]> = new Map([
  ['acs::runcommand', ['ACS::ECS::RunCommand']],
  ['acs::executescript', ['ACS::ECS::RunCommand']],
  ['acs::flow::foreach', ['ACS::Loop']],
  ['acs::flow::repeat', ['ACS::Loop']],
  ['acs::statustrigger', ['ACS::EventTrigger', 'ACS::AlarmTrigger']],
  ['acs::http', ['ACS::ExecuteHttpRequest']],
]);
