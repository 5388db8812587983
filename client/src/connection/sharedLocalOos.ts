/** What the Local OOS prints when it is ready. */
export interface Ready {
  readonly endpoint: string;
  readonly accessKeyId: string;
  readonly accessKeySecret: string;
  readonly region: string;
}

/**
 * A Local OOS that runs already, so that several windows can share one, as those of `npm run playground` do. The variable
 * `OOS_LOCAL_OOS` holds the line that it has printed. Undefined: there is none on this machine by that variable.
 */
export function sharedLocalOos({ OOS_LOCAL_OOS: line }: NodeJS.ProcessEnv): Ready | undefined {
  if (!line) return undefined;
  try {
    const { endpoint, accessKeyId, accessKeySecret, region }: Partial<Ready> = { ...JSON.parse(line) };
    const isComplete = [accessKeyId, accessKeySecret, region].every((it) => typeof it === 'string' && it !== '');
    // What is called local must not lead to another machine.
    if (!isComplete || !/^http:\/\/127\.0\.0\.1:\d+$/.test(String(endpoint))) return undefined;
    return { endpoint, accessKeyId, accessKeySecret, region } as Ready;
  } catch {
    return undefined;
  }
}
