import type { ActionSpec, Catalog } from '../catalog/catalog.ts';
import { productName } from '../catalog/products.ts';
import type { Words } from '../words/words.ts';
import { actionSummary } from './completion/actionDocumentation.ts';

interface ListedAction {
  readonly name: string;
  readonly summary: Words;
}

export interface ActionGroup {
  /** `atomic`, or the code of a product in upper case. */
  readonly id: string;
  readonly label: Words;
  readonly actions: readonly ListedAction[];
}

const atomic = 'atomic';

/** All actions: the atomic ones first, then those of the products in the order of their codes. */
export function actionGroups(catalog: Catalog): ActionGroup[] {
  const groups = new Map<string, ActionSpec[]>([[atomic, []]]);
  for (const name of catalog.actionNames) {
    const spec = catalog.action(name);
    if (!spec) continue;
    const id = groupOf(spec);
    groups.set(id, [...(groups.get(id) ?? []), spec]);
  }
  return [...groups]
    .sort(([a], [b]) => Number(b === atomic) - Number(a === atomic) || (a < b ? -1 : 1))
    .map(([id, specs]) => ({ id, label: labelOf(id), actions: specs.sort(byName).map(listed) }));
}

/** `ACS::ECS::RebootInstance` belongs to ECS. */
const groupOf = ({ atomic: isAtomic, name, type }: ActionSpec): string =>
  isAtomic ? atomic : (name.split('::').at(1) ?? type.replace(/^Product\./, '')).toUpperCase();

function labelOf(id: string): Words {
  if (id === atomic) return { en: 'Atomic actions', zh: '原子动作' };
  const known = productName(id);
  return known ? { en: `${id}: ${known.en}`, zh: `${id}：${known.zh}` } : { en: id, zh: id };
}

const byName = (a: ActionSpec, b: ActionSpec): number => (a.name < b.name ? -1 : 1);

const listed = (spec: ActionSpec): ListedAction => ({ name: spec.name, summary: actionSummary(spec) });
