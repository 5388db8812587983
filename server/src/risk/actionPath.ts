import type { Catalog } from '../catalog/catalog.ts';
import type { ReachedCall } from './reachedCalls.ts';
export function actionPath({ through }: ReachedCall, _catalog: Catalog): readonly string[] {
  return through;
}
