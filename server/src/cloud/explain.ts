import type { Words } from '../words/words.ts';
import { isReadOnly } from './api/operations.ts';
import { adviceForCode } from './errorAdvice.ts';
import type { OosErrorFacts } from './oosError.ts';

/** Longer texts of the service are shown in part; the facts of the error have them whole. */
const MOST_SHOWN = 600;

/**
 * What happened and what to do, from what an answer of the service tells: our words for the code, then the words of the
 * service, then code, status and request id, which support asks for.
 */
export function explain(facts: OosErrorFacts): Words {
  const advice = adviceForCode(facts) ?? adviceForKind(facts);
  const said = facts.serviceMessage?.replace(/\s+/g, ' ').slice(0, MOST_SHOWN);
  const reference = referenceOf(facts);
  return {
    en: `${advice.en}${said ? ` The service says: "${said}"` : ''}${reference.en && ` (${reference.en})`}`,
    zh: `${advice.zh}${said ? `服务返回：“${said}”` : ''}${reference.zh && `（${reference.zh}）`}`,
  };
}

function referenceOf({ code, httpStatus, requestId }: OosErrorFacts): Words {
  const parts = [code, httpStatus && `HTTP ${httpStatus}`].filter((it) => it !== undefined);
  return {
    en: [...parts, ...(requestId ? [`request ID ${requestId}`] : [])].join(', '),
    zh: [...parts, ...(requestId ? [`请求 ID ${requestId}`] : [])].join('，'),
  };
}

/** For codes that nobody has documented, and for answers without one. */
function adviceForKind({ kind, operation = 'OOS', httpStatus = 0 }: OosErrorFacts): Words {
  switch (kind) {
    case 'throttled':
      return {
        en: `The service had too many calls and did not carry out ${operation}. Wait a minute, then try again.`,
        zh: `调用过于频繁，服务未执行 ${operation}。请稍等一分钟后重试。`,
      };
    case 'server':
      return isReadOnly(operation)
        ? {
            en: `The service has trouble and did not answer ${operation} properly. Try again later.`,
            zh: `服务出现故障，未能正常响应 ${operation}。请稍后再试。`,
          }
        : {
            en: `The service has trouble and did not answer ${operation} properly. Look whether it took effect, and try again later.`,
            zh: `服务出现故障，未能正常响应 ${operation}。请确认操作是否已生效，稍后再试。`,
          };
    case 'proxy':
      return {
        en: 'The proxy wants a user name and a password. Put them into the address of the proxy.',
        zh: '代理要求用户名和密码。请在代理地址中填写。',
      };
    case 'protocol':
      return {
        en: `${operation} was answered with status ${httpStatus}, but not by the service. Check the endpoint and whether a proxy or a sign-in page stands in between.`,
        zh: `${operation} 得到状态 ${httpStatus} 的响应，但并非来自该服务。请检查接入点，以及中间是否有代理或登录页面。`,
      };
    default:
      return {
        en: `The service refused ${operation}. If its reason does not help, give the request ID to support.`,
        zh: `服务拒绝了 ${operation}。如果返回的原因不足以解决问题，请向技术支持提供请求 ID。`,
      };
  }
}
