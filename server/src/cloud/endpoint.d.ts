/** The address of the service in a region; `vpc` for callers inside a private network of that region. */
export declare function serviceEndpoint(region: string, endpointType?: string): URL;
/** A region is part of a host name that gets signed requests, so nothing else may slip in by it. */
export declare function checkedRegion(region: string): string;
/**
 * Reads an endpoint: a host, a host with a port, or a URL without a path. Requests are signed but not secret, so https is
 * demanded everywhere but on this machine.
 */
export declare function endpointUrl(text: string): URL;
/** `host` as URLs have it: in lower case, IPv6 in brackets. */
export declare function isLoopback(host: string): boolean;
