/** The titles of the commands that call the service, or ask by whom it shall be called. */
export const cloudCommands = [
  'OOS: Validate with OOS',
  'OOS: Publish',
  'OOS: Compare with Published',
  'OOS: Open a Published Version',
  'OOS: Run a Template...',
  'OOS: Open an Execution...',
  'OOS: Refresh Actions',
  'OOS: Test the Connection',
];
