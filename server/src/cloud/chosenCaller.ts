import { chooseProfile } from './chooseProfile.ts';
import { connectionError } from './connectionError.ts';
import { type Environment, homeOf } from './environment.ts';
import { OosError } from './oosError.ts';
import { findProfiles } from './profiles.ts';
import { type ConnectionChoice, regionOf } from './resolveConnection.ts';

/** As whom the service would be called, and where. */
export interface ChosenCaller {
  /** The name of a profile, with which `callerName` begins. */
  readonly account: string | undefined;
  readonly region: string | undefined;
}

/**
 * Whom `resolveConnection` would choose, by the names alone: no key is got, nobody is asked. Nothing is known where the machine
 * has no connection. Rejects with an OosError of kind `connection` where `choice` names a profile that does not exist, or what is no
 * region.
 */
export async function chosenCaller(
  choice: ConnectionChoice,
  env: Environment,
  home = homeOf(env),
): Promise<ChosenCaller> {
  const chosen = chooseProfile(await findProfiles(env, home), env, choice);
  if ('profile' in chosen) return { account: chosen.profile.name, region: regionIn(chosen, choice, env) };
  if (choice.profile) throw connectionError(chosen);
  return { account: undefined, region: choice.region };
}

function regionIn(...[chosen, choice, env]: Parameters<typeof regionOf>): string | undefined {
  try {
    return regionOf(chosen, choice, env);
  } catch (error) {
    if (choice.region !== undefined || !(error instanceof OosError)) throw error;
    return undefined;
  }
}
