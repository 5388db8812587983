import type { Cloud } from './connections.ts';

/** Whether what was said about one connection holds for another one: the same account, region and address. */
export function sameCaller({ connection: one }: Cloud, { connection: other }: Cloud): boolean {
  return (
    one.name === other.name &&
    one.mode === other.mode &&
    one.accessKeyId === other.accessKeyId &&
    one.region === other.region &&
    one.endpoint.href === other.endpoint.href
  );
}
