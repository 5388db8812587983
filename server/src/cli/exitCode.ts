/** The exit codes that scripts may rely on. */
export const exitCode = {
  clean: 0,
  /** Findings of severity error, or more warnings than allowed; the service finds the template invalid. */
  findings: 1,
  /** Wrong usage, input that cannot be used, or the person said no or left (Ctrl-C) before the answer. */
  unusable: 2,
  /** The service could not be asked, or refused. */
  service: 3,
} as const;
