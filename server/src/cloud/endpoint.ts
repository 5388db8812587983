import { connectionError } from './connectionError.ts';

/** The address of the service in a region; `vpc` for callers inside a private network of that region. */
export function serviceEndpoint(region: string, endpointType?: string): URL {
  const prefix = endpointType?.toLowerCase() === 'vpc' ? 'oos-vpc' : 'oos';
  return new URL(`https://${prefix}.${checkedRegion(region)}.aliyuncs.com`);
}

/** A region is part of a host name that gets signed requests, so nothing else may slip in by it. */
export const isRegion = (text: string): boolean => /^[a-z]+(?:-[a-z0-9]+)+$/.test(text);

/** Throws for what is no region, with what was written. */
export function checkedRegion(region: string): string {
  if (isRegion(region)) return region;
  throw connectionError({
    en: `"${region}" is not the id of a region. Ids look like cn-hangzhou or ap-southeast-1.`,
    zh: `“${region}”不是地域 ID。地域 ID 形如 cn-hangzhou 或 ap-southeast-1。`,
  });
}

/**
 * Reads an endpoint: a host, a host with a port, or a URL without a path. Requests are signed but not secret, so https is
 * demanded everywhere but on this machine.
 */
export function endpointUrl(text: string): URL {
  const url = parsed(text.trim());
  if (url === undefined || !isBare(url)) {
    throw connectionError({
      en: `The endpoint must be a host name or an address like https://oos.cn-hangzhou.aliyuncs.com, without a path.`,
      zh: '接入点必须是主机名或形如 https://oos.cn-hangzhou.aliyuncs.com 的地址，不带路径。',
    });
  }
  if (url.protocol === 'https:' || (url.protocol === 'http:' && isLoopback(url.hostname))) return url;
  throw connectionError({
    en: `The endpoint ${url.host} must be called by https. Plain http is only for this machine.`,
    zh: `接入点 ${url.host} 必须使用 https。只有本机可以使用 http。`,
  });
}

/** Without a scheme it is https, on this machine http. */
function parsed(text: string): URL | undefined {
  if (text.includes('://')) return urlOf(text);
  const secure = urlOf(`https://${text}`);
  return secure && isLoopback(secure.hostname) ? urlOf(`http://${text}`) : secure;
}

function urlOf(text: string): URL | undefined {
  return URL.canParse(text) ? new URL(text) : undefined;
}

function isBare({ host, pathname, search, hash, username, password }: URL): boolean {
  return host !== '' && pathname.length <= 1 && `${search}${hash}${username}${password}` === '';
}

/** `host` as URLs have it: in lower case, IPv6 in brackets. */
export function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '[::1]' || /^127(?:\.\d{1,3}){3}$/.test(host);
}
