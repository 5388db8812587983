import type { Call, Handler } from '../house.ts';
import { invalid, missing, notFound, quotaExceeded } from '../serviceError.ts';
import { type Change, type Tags, templateKey } from '../store/state.ts';
import { hasTags } from './filters.ts';

/** A template or an execution, as far as its tags go. */
interface Tagged {
  /** Of a template its name. */
  readonly id: string;
  readonly tags: Tags;
  change(tags: Tags): Change;
}

/** How many tags a resource may have. */
const mostTags = 20;
const pageSize = 50;

export const tagResources: Handler = (call) => {
  const added = call.parameters.tags() ?? {};
  const changes = resources(call).map((it) => {
    const tags = { ...it.tags, ...added };
    if (Object.keys(tags).length > mostTags) throw quotaExceeded('tags', mostTags);
    return it.change(tags);
  });
  for (const change of changes) call.store.commit(change);
  return {};
};

export const untagResources: Handler = (call) => {
  const keys = call.parameters.list('TagKeys');
  if (keys === undefined && !call.parameters.flag('All')) throw missing('TagKeys');
  const left = ({ tags }: Tagged) =>
    Object.fromEntries(Object.entries(tags).filter(([key]) => keys !== undefined && !keys.includes(key)));
  for (const it of resources(call)) call.store.commit(it.change(left(it)));
  return {};
};

export const listTagResources: Handler = (call) => {
  const { parameters, operation, pages } = call;
  const { items, nextToken } = pages.cut(
    operation,
    parameters,
    () =>
      resources(call)
        .filter(({ tags }) => hasTags(tags, parameters.tags()))
        .flatMap(({ id, tags }) =>
          Object.entries(tags).map(([key, value]) => ({
            ResourceType: parameters.given('ResourceType'),
            ResourceId: id,
            TagKey: key,
            TagValue: value,
          })),
        ),
    pageSize,
  );
  return { TagResources: { TagResource: items }, NextToken: nextToken };
};

/** Those that are named, all of which have to exist; without names, all of the type. */
function resources(call: Call): Tagged[] {
  const all = allResources(call);
  const ids = call.parameters.list('ResourceIds');
  if (ids === undefined) return all;
  return [...new Set(ids)].map((id) => {
    const found = all.find((it) => it.id === id);
    if (!found) throw notFound(call.parameters.given('ResourceType') === 'template' ? 'Template' : 'Execution', id);
    return found;
  });
}

function allResources({ parameters, region, store }: Call): Tagged[] {
  const here = <T extends { readonly region: string }>(entries: Iterable<T>) =>
    [...entries].filter((it) => it.region === region);
  switch (parameters.given('ResourceType')) {
    case 'template':
      return here(store.state.templates.values()).map(({ name, tags }) => ({
        id: name,
        tags,
        change: (changed) => ({ kind: 'templateTags', key: templateKey(region, name), tags: changed }),
      }));
    case 'execution':
      return here(store.state.executions.values()).map(({ id, tags }) => ({
        id,
        tags,
        change: (changed) => ({ kind: 'executionTags', id, tags: changed }),
      }));
    default:
      throw invalid('ResourceType', 'the Local OOS has only templates and executions');
  }
}
