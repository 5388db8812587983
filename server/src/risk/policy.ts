import type { Right } from './rights.ts';

/** A policy of RAM, as the console and GenerateExecutionPolicy write it. */
export interface PolicyDocument {
  readonly Version: '1';
  readonly Statement: readonly PolicyStatement[];
}

interface PolicyStatement {
  readonly Action: readonly string[];
  readonly Resource: string;
  readonly Effect: 'Allow';
}

/**
 * The policy that grants the rights: one statement for each service and resource, everything in alphabetical order, as in
 * the policies of the published templates. The same rights give the same document.
 */
export function policyOf(rights: readonly Right[]): PolicyDocument {
  const groups = new Map<string, { resource: string; actions: Set<string> }>();
  for (const { action, resource } of rights) {
    const key = `${action.split(':')[0]} ${resource}`;
    const group = groups.get(key) ?? { resource, actions: new Set() };
    group.actions.add(action);
    groups.set(key, group);
  }
  return {
    Version: '1',
    Statement: [...groups.entries()]
      .sort(([a], [b]) => byText(a, b))
      .map(([, { resource, actions }]) => ({ Action: [...actions].sort(byText), Resource: resource, Effect: 'Allow' })),
  };
}

/** By code units: the same on every machine. */
const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
