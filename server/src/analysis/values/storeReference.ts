/** A reference to the parameter store as ROS templates write it: `resolve:oos:name:version`; what OOS writes instead. */
export function foreignStoreReference(body: string): string | undefined {
  const [, store, name] = /^resolve\s*:\s*(oos|oos-secret)\s*:\s*([\w./-]+)(?::\d*)?$/.exec(body.trim()) ?? [];
  return store === undefined ? undefined : `${store}:${name}`;
}
