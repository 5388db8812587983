import type { Words } from '../words/words.ts';
import { OosError } from './oosError.ts';
import { kindOfAnswer } from './requestId.ts';
import { isRead } from './retry.ts';

export function cancelled(operation: string): OosError {
  return new OosError(
    { en: `${operation} was cancelled.`, zh: `${operation} 已取消。` },
    { kind: 'cancelled', operation },
  );
}

/** `limit` in milliseconds. */
export function timedOut(operation: string, host: string, limit: number): OosError {
  const seconds = limit / 1000;
  const doubt = doubtAbout(operation);
  return new OosError(
    {
      en: `${host} did not answer ${operation} within ${seconds} seconds.${doubt.en}`,
      zh: `${host} 未在 ${seconds} 秒内响应 ${operation}。${doubt.zh}`,
    },
    { kind: 'timeout', operation },
  );
}

/** Codes of the system for connections that never came about, so that nothing was sent. */
const neverArrived = /^(?:ENOTFOUND|EAI_AGAIN|ECONNREFUSED|EHOSTUNREACH|ENETUNREACH)$|CERT|SIGNATURE/;

/** `code` of the system, such as ENOTFOUND. `status` where an answer had begun. */
export function unreachable(operation: string, host: string, code: string | undefined, status?: number): OosError {
  const reason = reasonOf(code);
  const doubt = neverArrived.test(code ?? '') ? { en: '', zh: '' } : doubtAbout(operation);
  const suffix = code === undefined ? '' : ` (${code})`;
  return new OosError(
    {
      en: `${operation} cannot reach ${host}${suffix}: ${reason.en}${doubt.en}`,
      zh: `${operation} 无法访问 ${host}${suffix}：${reason.zh}${doubt.zh}`,
    },
    { kind: 'network', code, httpStatus: status, operation },
  );
}

/** It comes from sign-in pages, broken gateways, or a wrong host. */
export function notOfService(operation: string, host: string, status: number, body: unknown): OosError {
  const what = kindOfAnswer(body);
  return new OosError(
    {
      en: `${host} answered ${operation} with status ${status}, but with something else than the service sends: ${what.en}. Check the endpoint and whether a proxy or a sign-in page stands in between.`,
      zh: `${host} 以状态 ${status} 响应了 ${operation}，但内容并非该服务的响应，而是${what.zh}。请检查接入点，以及中间是否有代理或登录页面。`,
    },
    { kind: 'protocol', httpStatus: status, operation },
  );
}

export function tooLarge(operation: string, host: string, status: number | undefined): OosError {
  return new OosError(
    {
      en: `${host} answered ${operation} with more than 16 MiB, which the service never does.`,
      zh: `${host} 对 ${operation} 的响应超过 16 MiB，该服务不会这样响应。`,
    },
    { kind: 'protocol', httpStatus: status, operation },
  );
}

/** The proxy said no, or is not there. `status` of its answer to CONNECT, `code` of the system. */
export function proxyFailed(
  operation: string,
  proxy: string,
  { status, code }: { readonly status?: number | undefined; readonly code?: string | undefined },
): OosError {
  const hint: Words =
    status === 407
      ? { en: 'It wants a user name and a password.', zh: '代理要求用户名和密码。' }
      : { en: 'Check HTTPS_PROXY and NO_PROXY.', zh: '请检查 HTTPS_PROXY 和 NO_PROXY。' };
  const suffix = code ?? (status === undefined ? undefined : `HTTP ${status}`);
  const said: Words = suffix === undefined ? { en: 'no answer', zh: '无响应' } : { en: suffix, zh: suffix };
  return new OosError(
    {
      en: `${operation} did not get through the proxy ${proxy} (${said.en}). ${hint.en}`,
      zh: `${operation} 未能通过代理 ${proxy}（${said.zh}）。${hint.zh}`,
    },
    { kind: 'proxy', code, httpStatus: status, operation },
  );
}

/** The library could not even make a request of it. */
export function notSendable(operation: string, code: string | undefined): OosError {
  const suffix = code === undefined ? '' : ` (${code})`;
  return new OosError(
    {
      en: `${operation} could not be sent${suffix}. Check the keys of the connection: they may hold blanks or other characters that no key has.`,
      zh: `${operation} 无法发送${suffix}。请检查连接的密钥，其中可能含有空格或其他不应出现的字符。`,
    },
    { kind: 'connection', code, operation },
  );
}

function doubtAbout(operation: string): Words {
  if (isRead(operation)) return { en: '', zh: '' };
  return {
    en: ' It is not certain whether it took effect: look before you try again.',
    zh: '无法确定操作是否已生效，重试前请先查看。',
  };
}

function reasonOf(code: string | undefined): Words {
  switch (code) {
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
      return {
        en: 'no address is known for it. Check the region, the endpoint and the network.',
        zh: '无法解析其地址。请检查地域、接入点和网络。',
      };
    case 'ECONNREFUSED':
      return { en: 'nothing answers there. Check the endpoint.', zh: '该地址没有服务响应。请检查接入点。' };
    case 'ECONNRESET':
    case 'EPIPE':
      return { en: 'the connection broke.', zh: '连接中断。' };
    default:
      return /CERT|SIGNATURE|SSL|TLS/.test(code ?? '')
        ? {
            en: 'its certificate is not trusted here. NODE_EXTRA_CA_CERTS names a file with more authorities.',
            zh: '其证书不受信任。可用 NODE_EXTRA_CA_CERTS 指定额外的证书颁发机构文件。',
          }
        : { en: 'check the network and the endpoint.', zh: '请检查网络和接入点。' };
  }
}
