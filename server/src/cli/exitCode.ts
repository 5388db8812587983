/** The exit codes that scripts may rely on. */
export const exitCode = {
  clean: 0,
  /** Findings of severity error, or more warnings than allowed. */
  findings: 1,
  /** Wrong usage, or input that cannot be checked. */
  unusable: 2,
} as const;
