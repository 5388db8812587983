import type { Catalog } from '../../catalog/catalog.ts';
import { isMap, member } from '../../execution/json.ts';
import type { ActionEffect } from '../../execution/run.ts';
import type { Quotas } from '../house.ts';
import { checkRoom } from '../operations/findExecution.ts';
import { findTemplate, versionNamed } from '../operations/findTemplate.ts';
import { newExecution, usedTemplate } from '../operations/newExecution.ts';
import { missing } from '../serviceError.ts';
import type { StoredExecution } from '../store/execution.ts';
import type { Store } from '../store/store.ts';
import type { Clock } from './clock.ts';

interface Where {
  readonly store: Store;
  readonly clock: Clock;
  readonly catalog: Catalog;
  readonly quotas: Quotas;
  readonly region: string;
}

/** The execution of a published template that a task of another execution starts. Throws a ServiceError where it cannot. */
export function startChild(
  where: Where,
  parent: StoredExecution,
  { id, task, properties }: ActionEffect,
): StoredExecution {
  const name = textAt(properties, 'TemplateName');
  if (name === undefined) throw missing('TemplateName');
  const template = findTemplate(where, name);
  const given = member(properties, 'Parameters');
  checkRoom(where);
  return newExecution(
    {
      region: where.region,
      template: usedTemplate(template, versionNamed(template, textAt(properties, 'TemplateVersion'))),
      given: isMap(given) ? given : {},
      mode: 'Automatic',
      loopMode: parent.run.loopMode,
      safetyCheck: parent.run.safetyCheck,
      executedBy: parent.executedBy,
      parent: { executionId: parent.id, effect: id, task },
      tags: {},
      description: undefined,
      resourceGroupId: parent.resourceGroupId,
      clientToken: undefined,
      call: '',
      hidden: parent.run.hidden,
    },
    where.catalog,
    where.clock.now(),
  );
}

function textAt(properties: ActionEffect['properties'], key: string): string | undefined {
  const value = member(properties, key);
  return typeof value === 'string' && value !== '' ? value : undefined;
}
