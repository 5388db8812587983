/** The environment of a process. Names are as the official tools use them. */
export type Environment = Readonly<Record<string, string | undefined>>;

/** The home folder that the environment names. There is no other source: tests and hosts decide where files are looked for. */
export function homeOf(env: Environment): string | undefined {
  return (process.platform === 'win32' ? env.USERPROFILE || env.HOME : env.HOME || env.USERPROFILE) || undefined;
}

/** Whether a switch like ALIBABA_CLOUD_DISABLE_EXTERNAL_PROCESS is on. */
export function isOn(env: Environment, name: string): boolean {
  return /^(?:true|1|yes|on)$/i.test(env[name]?.trim() ?? '');
}
