import type { ApiOperation } from '../../catalog/openApi/openApi.ts';
import { type InsertionContext, parameterNamed } from './insertionContext.ts';
import type { Proposal } from './proposal.ts';
import { hole } from './skeletons.ts';

/** How an operation that is addressed by path is called: its method, or its path with references for what stands in braces. */
export function requestAddressProposals(
  { method, path }: ApiOperation,
  part: 'Method' | 'URI',
  context: InsertionContext,
): Proposal[] {
  if (part === 'Method') {
    const others = methods.filter((it) => it !== method);
    return [...(method === undefined ? [] : [method]), ...others].map((value, index) => ({
      label: value,
      kind: 'value',
      rank: index - 0.5,
      insertion: { kind: 'scalar', value },
    }));
  }
  if (path === undefined) return [];
  const filled = path.replace(/\{([\w-]+)\}/g, (braces, name: string) => {
    const parameter = parameterNamed(name, context);
    return parameter === undefined ? braces : `{{ ${parameter} }}`;
  });
  return [{ label: path, kind: 'value', rank: -0.5, insertion: { kind: 'structure', value: hole(filled) } }];
}

const methods = ['GET', 'POST', 'PUT', 'DELETE'];
