import type { ActionSpec, PropertySpec } from '../../catalog/catalog.ts';
import type { Handler } from '../house.ts';

/** ListActions, out of the catalogue of this program. */
export const listActions: Handler = ({ parameters, operation, pages, catalog }) => {
  const part = (parameters.text('OOSActionName') ?? '').toLowerCase();
  const { items, maxResults, nextToken } = pages.cut(operation, parameters, () =>
    catalog.actionNames.filter((name) => name.toLowerCase().includes(part)).toSorted(),
  );
  const listed = items.flatMap((name) => catalog.action(name) ?? []).map(listedAction);
  return { Actions: listed, MaxResults: maxResults, NextToken: nextToken };
};

/** The catalogue does not know when an action was made. */
const made = '2019-06-01T00:00:00Z';

const listedAction = (action: ActionSpec) => ({
  OOSActionName: action.name,
  ActionType: action.type,
  Description: action.summary?.en ?? action.description ?? action.name.replace(/.*::/, ''),
  CreatedDate: made,
  TemplateVersion: action.atomic ? undefined : 'v1',
  Properties: Object.fromEntries([...action.properties].map(([name, it]) => [name, listedProperty(it)])),
  Popularity: Math.round(action.popularity),
});

const listedProperty = ({ types, required, summary, description, allowedValues, defaultValue }: PropertySpec) => ({
  Type: types[0] ?? 'String',
  Description: summary?.en ?? description,
  Required: required || undefined,
  AllowedValues: allowedValues,
  Default: defaultValue,
});
