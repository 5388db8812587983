import type { ActionSpec, ApiCall, Catalog } from '../catalog/catalog.ts';

/**
 * The product actions on the way from one of them to an operation that it reaches, that one first. Where both an action and
 * one that it runs make the call, the longer way is named, since it says more about why.
 */
export function actionPath(from: string, call: ApiCall, catalog: Catalog): readonly string[] {
  const path: string[] = [];
  for (let at = catalog.action(from); at && !path.includes(at.name); at = nextOf(at, call, catalog)) path.push(at.name);
  return path;
}

function nextOf({ actions = [] }: ActionSpec, call: ApiCall, catalog: Catalog): ActionSpec | undefined {
  return actions
    .flatMap((name) => catalog.action(name) ?? [])
    .find(({ calls }) => calls.some((it) => isSame(it, call)));
}

const isSame = (a: ApiCall, b: ApiCall): boolean =>
  a.service.toLowerCase() === b.service.toLowerCase() && a.api.toLowerCase() === b.api.toLowerCase();
