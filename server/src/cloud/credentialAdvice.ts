import type { Words } from '../words/words.ts';
import type { OosErrorFacts } from './oosError.ts';

/** Codes about who calls and with which keys. The first that fits counts. */
export const credentialAdvice: readonly (readonly [RegExp, (facts: OosErrorFacts) => Words])[] = [
  [/^(?:User\.)?NoPermission|^Forbidden\b/, noPermission],
  [/^InvalidAccountType/, () => accountType],
  [/^(?:ExpiredStsToken|InvalidSecurityToken\.Expired)/, () => expiredToken],
  [/^(?:InvalidStsToken|InvalidSecurityToken|MissingSecurityToken)/, () => wrongToken],
  [/^InvalidAccessKeyId\.Inactive/, () => inactiveKey],
  [/^InvalidAccessKeyId/, () => unknownKey],
  [/^(?:SignatureDoesNotMatch|IncompleteSignature)/, () => wrongSecret],
  [/^InvalidTimeStamp/, wrongClock],
  [/^SignatureNonceUsed/, () => usedNonce],
];

/** The status 401 or 403 of these is not about the keys: they are right, the user behind them may not do this. */
function noPermission({ operation = '', subject, accessDenied }: OosErrorFacts): Words {
  const told = accessDenied?.AuthAction;
  const action = typeof told === 'string' && told !== '' ? told : `oos:${operation}`;
  const deny = denial(accessDenied);
  const allowed = accessDenied?.NoPermissionType === 'ExplicitDeny' ? { en: '', zh: '' } : statementFor(action);
  return {
    en: `This user or role may not call ${action}${subject === undefined ? '' : ` on "${subject}"`}.${deny.en} Ask the administrator of the account to allow ${action} in a RAM policy${allowed.en}.`,
    zh: `当前用户或角色无权${subject === undefined ? '' : `对“${subject}”`}调用 ${action}。${deny.zh}请让账号管理员在 RAM 权限策略中授权 ${action}${allowed.zh}。`,
  };
}

/** Of a policy, to be handed on as it is. */
function statementFor(action: string): Words {
  if (!/^[\w-]+:\w+$/.test(action)) return { en: '', zh: '' };
  const statement = JSON.stringify({ Effect: 'Allow', Action: [action], Resource: ['*'] });
  return { en: `, with the statement ${statement}`, zh: `，策略语句为 ${statement}` };
}

function denial(accessDenied: OosErrorFacts['accessDenied']): Words {
  const { NoPermissionType: type, PolicyType: policy } = accessDenied ?? {};
  const where = typeof policy === 'string' && policy !== '' ? policy : undefined;
  if (type === 'ExplicitDeny') {
    return {
      en: ` A policy${where === undefined ? '' : ` (${where})`} forbids it expressly.`,
      zh: `有权限策略${where === undefined ? '' : `（${where}）`}明确拒绝了该操作。`,
    };
  }
  if (type !== 'ImplicitDeny') return { en: '', zh: '' };
  return {
    en: ` No policy${where === undefined ? '' : ` (${where})`} allows it.`,
    zh: `没有权限策略${where === undefined ? '' : `（${where}）`}允许该操作。`,
  };
}

const accountType: Words = {
  en: 'OOS does not serve this kind of account. Use a RAM user or role of an ordinary account.',
  zh: 'OOS 不支持该类型的账号。请使用普通账号下的 RAM 用户或角色。',
};

const expiredToken: Words = {
  en: 'The temporary credentials have expired. Sign in again or fetch new ones, then repeat the call.',
  zh: '临时凭证已过期。请重新登录或获取新的凭证后重试。',
};

const wrongToken: Words = {
  en: 'The security token does not belong to this access key, or is damaged. Fetch new temporary credentials, key and token together.',
  zh: '安全令牌与该 AccessKey 不匹配，或已损坏。请重新获取临时凭证，AccessKey 与令牌须成对使用。',
};

const inactiveKey: Words = {
  en: 'The access key is disabled. Enable it in RAM, or use another profile.',
  zh: '该 AccessKey 已被禁用。请在 RAM 中启用，或改用其他配置。',
};

const unknownKey: Words = {
  en: 'There is no such access key. Check the profile, and whether the key belongs to the site of the endpoint: the China site and the international site have separate accounts.',
  zh: '该 AccessKey 不存在。请检查所用的配置，以及 AccessKey 所属站点是否与接入点一致：中国站与国际站的账号互相独立。',
};

const wrongSecret: Words = {
  en: 'The access key secret does not fit the access key ID. Check the profile for a secret that is cut off, mistyped, or ends in a blank.',
  zh: 'AccessKey Secret 与 AccessKey ID 不匹配。请检查配置中的 Secret 是否不完整、有误或末尾带有空格。',
};

function wrongClock({ clockAhead }: OosErrorFacts): Words {
  const minutes = Math.round(Math.abs(clockAhead ?? 0) / 60_000);
  const off = (clockAhead ?? 0) > 0 ? { en: 'ahead', zh: '快' } : { en: 'behind', zh: '慢' };
  return {
    en: `The clock of this machine is too far off${minutes > 0 ? ` (${minutes} minutes ${off.en})` : ''}, so the service does not accept the signature. Set the clock and try again.`,
    zh: `本机时钟偏差过大${minutes > 0 ? `（${off.zh} ${minutes} 分钟）` : ''}，服务不接受该签名。请校准时钟后重试。`,
  };
}

const usedNonce: Words = {
  en: 'The service has seen this very request before and did not carry it out again. Look whether the first one took effect.',
  zh: '服务此前已收到过同一请求，未重复执行。请确认第一次请求是否已生效。',
};
