import { connectionError } from './connectionError.ts';
import type { OosError } from './oosError.ts';
import type { RawProfile } from './profile.ts';
import { modeOf } from './profileModes.ts';

/** `code` is of the system, of a service, or the name of the field at fault; never more than that. */
export function notIssued(profile: RawProfile, code: string | undefined): OosError {
  const suffix = code === undefined ? '' : ` (${code})`;
  return connectionError({
    en: `Profile "${profile.name}" of mode ${modeOf(profile)} gave no keys${suffix}. Try it with the Alibaba Cloud CLI, or choose another profile.`,
    zh: `${modeOf(profile)} 模式的配置“${profile.name}”未能提供密钥${suffix}。请用阿里云 CLI 试用该配置，或改用其他配置。`,
  });
}

export function noKeysInAnswer(profile: RawProfile): OosError {
  return connectionError({
    en: `Profile "${profile.name}" of mode ${modeOf(profile)}: what came back holds no keys. It must be a JSON object with an access key id and secret.`,
    zh: `${modeOf(profile)} 模式的配置“${profile.name}”返回的内容中没有密钥，应为包含 AccessKey ID 和 Secret 的 JSON 对象。`,
  });
}
