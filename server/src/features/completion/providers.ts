import { stringOf, valueFor } from '../../syntax/navigate.ts';
import { actionProposals } from './actionProposals.ts';
import {
  associationMetadataProposals,
  associationMetadataValueProposals,
  associationPropertyProposals,
} from './associationProperties.ts';
import { constructProposals } from './constructProposals.ts';
import { functionArgumentProposals, functionProposals, takesCondition } from './functionProposals.ts';
import {
  aggregateFieldProposals,
  conditionNameProposals,
  consoleReferenceProposals,
  defaultValueProposals,
  desiredValueProposals,
  groupParameterProposals,
  jumpTargetProposals,
  newParameterProposals,
  newTaskProposals,
  ramRoleProposals,
  templateNameProposals,
  templateParameterProposals,
  templateParameterValueProposals,
  unknownRequestProposals,
} from './nameProposals.ts';
import { operationProposals, serviceProposals, usedOperationProposals } from './operationProposals.ts';
import type { CompletionPlace, PlaceOf } from './place.ts';
import { propertyProposals } from './propertyProposals.ts';
import { propertyValueProposals } from './propertyValueProposals.ts';
import type { Proposal } from './proposal.ts';
import { referenceProposals } from './referenceProposals.ts';
import { regionProposals } from './regions.ts';
import { requestAddressProposals } from './requestAddress.ts';
import { requestParameter, requestParameterProposals, requestValueProposals } from './requestProposals.ts';
import { propertyText, type Scene, takesTrigger } from './scene.ts';
import { templateKeyProposals, templateValueProposals } from './templateProposals.ts';

type Provider<K extends CompletionPlace['kind']> = (place: PlaceOf<K>, scene: Scene) => readonly Proposal[];

/** Who knows what may stand at a place of each kind. */
const providers: { readonly [K in CompletionPlace['kind']]: Provider<K> } = {
  templateKey: templateKeyProposals,
  templateValue: templateValueProposals,
  actionName: (_, { catalog, insertion, location: { task, template } }) =>
    actionProposals(catalog, insertion, task?.name, !task || takesTrigger(template, task.list, task.index, catalog)),
  actionProperty: ({ action, path, present }, { insertion }) => propertyProposals(action, path, present, insertion),
  actionPropertyValue: ({ action, path, siblings, item }, { insertion }) =>
    propertyValueProposals(action, path, siblings, insertion, item),
  service: ({ api }, { catalog, location }) =>
    serviceProposals(catalog.openApi, { api, others: calledServices(location.template) }),
  operation: ({ service }, { catalog, insertion, location }) => {
    if (service === undefined) return usedOperationProposals(catalog.openApi, location.task?.name);
    const known = catalog.openApi.service(service);
    return known ? operationProposals(catalog.openApi, known, insertion, location.task?.name) : [];
  },
  requestParameter: ({ operation, path, present }, { insertion }) =>
    requestParameterProposals(operation, path, present, insertion),
  unknownRequest: ({ present }, { insertion }) => unknownRequestProposals(present, insertion),
  requestValue: ({ operation, path, item }) => {
    const parameter = requestParameter(operation, path);
    return parameter
      ? requestValueProposals(item ? { ...parameter, type: parameter.itemType ?? 'any' } : parameter)
      : [];
  },
  requestAddress: ({ operation, part }, { insertion }) => requestAddressProposals(operation, part, insertion),
  region: regionProposals,
  selectorStep: ({ proposals }) => proposals,
  desiredValue: desiredValueProposals,
  jumpTarget: jumpTargetProposals,
  conditionName: (_, scene) => conditionNameProposals(scene),
  reference: ({ expected, strict, hint, rare }, scene) => {
    const proposals = referenceProposals(scene, { expected, strict, hint, bare: false });
    return rare ? proposals.map((it) => ({ ...it, rank: it.rank + 2 })) : proposals;
  },
  expression: ({ expected, hint }, scene) => referenceProposals(scene, { expected, hint, bare: true }),
  answerPath: ({ proposals }) => proposals,
  functionCall: functionProposals,
  functionArgument: ({ name, index }, scene) => [
    ...functionArgumentProposals(name, index),
    ...(takesCondition(name, index) ? conditionNameProposals(scene) : []),
  ],
  association: ({ parameter }, { insertion: { parameters } }) =>
    associationPropertyProposals({ name: parameter?.name, type: typeOf(parameter), parameters }),
  associationMetadata: ({ parameter, present }, { insertion: { parameters } }) =>
    associationMetadataProposals(stringOf(valueFor(parameter?.attributes, 'AssociationProperty')), present, parameters),
  associationMetadataValue: ({ key }, { insertion: { parameters } }) =>
    associationMetadataValueProposals(key, parameters),
  consoleReference: (_, scene) => consoleReferenceProposals(scene),
  defaultValue: defaultValueProposals,
  groupParameter: groupParameterProposals,
  aggregateField: aggregateFieldProposals,
  templateName: (_, scene) => templateNameProposals(scene),
  templateParameter: templateParameterProposals,
  templateParameterValue: templateParameterValueProposals,
  ramRole: (_, scene) => ramRoleProposals(scene),
  newParameter: (_, scene) => newParameterProposals(scene),
  newTask: (_, scene) => newTaskProposals(scene),
  construct: constructProposals,
};

/** What may be written at a place. */
export function proposalsFor<K extends CompletionPlace['kind']>(place: PlaceOf<K>, scene: Scene): readonly Proposal[] {
  const provider = providers[place.kind] as Provider<K>;
  return provider(place, scene);
}

const typeOf = (parameter: PlaceOf<'association'>['parameter']): string | undefined =>
  stringOf(valueFor(parameter?.attributes, 'Type'));

const calledServices = ({ allTasks }: Scene['location']['template']): string[] =>
  allTasks.flatMap((task) => propertyText(task, 'Service') ?? []);
