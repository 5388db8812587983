import type { ActionSpec, Catalog } from '../../catalog/catalog.ts';
import type { Words } from '../../words/words.ts';
import { actionDocumentation } from './actionDocumentation.ts';
import { actionInsertion } from './actionInsertion.ts';
import type { InsertionContext } from './insertionContext.ts';
import { likenessTo } from './likeness.ts';
import type { Proposal } from './proposal.ts';

/**
 * All actions: the atomic ones, then those of products, in both the often used ones first. `hint`: the name of the task,
 * which often says what it does. `trigger`: one may stand there.
 */
export function actionProposals(
  catalog: Catalog,
  context: InsertionContext,
  hint?: string,
  trigger = true,
): Proposal[] {
  const likeness = likenessTo(hint);
  return catalog.actionNames.flatMap((name) => {
    const spec = catalog.action(name);
    return spec && (trigger || !spec.trigger) ? [actionProposal(spec, context, likeness(lastSegment(name)))] : [];
  });
}

/** `likeness`: to what is probably meant, from 0 to 1. */
function actionProposal(spec: ActionSpec, context: InsertionContext, likeness: number): Proposal {
  return {
    label: spec.name,
    kind: 'action',
    detail: typeWords(spec),
    documentation: () => actionDocumentation(spec),
    // A name that says what is meant outweighs that the action is rarely used.
    rank: (spec.atomic ? 0 : 1) + (10 - spec.popularity) / 11 - 1.6 * likeness,
    insertion: actionInsertion(spec, context),
  };
}

const lastSegment = (name: string): string => name.slice(name.lastIndexOf(':') + 1);

const atomicTypes: Readonly<Record<string, Words>> = {
  'Atomic.API': { en: 'API', zh: 'API' },
  'Atomic.Trigger': { en: 'trigger', zh: '触发器' },
  'Atomic.Control': { en: 'control', zh: '流程控制' },
  'Atomic.Embedded': { en: 'nested template', zh: '嵌套模板' },
};

function typeWords({ type }: ActionSpec): Words {
  const product = type.replace(/^Product\./, '');
  return atomicTypes[type] ?? { en: product, zh: product };
}
