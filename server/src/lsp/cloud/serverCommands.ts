/** The commands of the server. A client registers them by itself, so none may be a command of our extension. */
export const serverCommands = [
  'oos.validateTemplate',
  'oos.publishTemplate',
  'oos.createTemplate',
  'oos.updateTemplate',
  'oos.startExecution',
  'oos.listRiskyTasks',
  'oos.generatePolicy',
  'oos.refreshActions',
] as const;

export type ServerCommand = (typeof serverCommands)[number];
