import { structureFrom } from './convert.ts';
import { checkLength, Fault } from './fault.ts';
import { listAt, mapAt, numberAt, textAt } from './functionArguments.ts';
import { select } from './jqPath.ts';
import { canonical, isList, isMap, type Json, type JsonMap, textOf } from './json.ts';

type Args = readonly Json[];

/** Functions over lists and maps, by name in lower case. */
export const collectionFunctions: Readonly<Record<string, (args: Args) => Json>> = {
  'fn::select': ([index = null, container = null]) => selected(index, structureFrom(container)),
  'fn::jq': jq,
  'fn::listjoin': (args) => args,
  // An item of a loop that found nothing has null for its list.
  'fn::mergelist': (args) =>
    spread(args).flatMap((it, at, lists) => (it === null ? [] : listAt('Fn::MergeList', lists, at))),
  'fn::mergemap': (args) =>
    Object.fromEntries(spread(args).flatMap((_, at, maps) => Object.entries(mapAt('Fn::MergeMap', maps, at)))),
  'fn::mergemaptolist': (args) => zipped(spread(args).map((_, at, maps) => mapAt('Fn::MergeMapToList', maps, at))),
  'fn::mapjoin': (args) => {
    const values = listAt('Fn::MapJoin', args, 1);
    return Object.fromEntries(listAt('Fn::MapJoin', args, 0).map((key, at) => [textOf(key), values[at] ?? null]));
  },
  'fn::convertmaptolist': (args) =>
    Object.entries(mapAt('Fn::ConvertMapToList', args, 0)).map(([Key, Value]) => ({ Key, Value })),
  'fn::first': (args) => listAt('Fn::First', args, 0).at(0) ?? null,
  'fn::last': (args) => listAt('Fn::Last', args, 0).at(-1) ?? null,
  'fn::min': (args) => sorted(args)[0] ?? null,
  'fn::max': (args) => sorted(args).at(-1) ?? null,
  'fn::intersection': (args) => {
    const [first = [], ...others] = args.map((_, at) => listAt('Fn::Intersection', args, at));
    return common(first, others, (isInAll) => isInAll);
  },
  'fn::union': (args) => unique(args.flatMap((_, at) => listAt('Fn::Union', args, at))),
  'fn::difference': (args) => {
    const lists = args.map((_, at) => listAt('Fn::Difference', args, at));
    return common(lists.flat(), lists, (isInAll) => !isInAll);
  },
  'fn::rangeselect': (args) =>
    listAt('Fn::RangeSelect', args, 2).slice(
      numberAt('Fn::RangeSelect', args, 0),
      numberAt('Fn::RangeSelect', args, 1),
    ),
  'fn::calculatebatch': (args) => {
    const batches = Math.max(1, numberAt('Fn::CalculateBatch', args, 0));
    return Math.max(1, Math.ceil(listAt('Fn::CalculateBatch', args, 1).length / batches));
  },
};

/** A key that a map lacks gives null, as in jq; an element that a list lacks is a mistake. */
function selected(index: Json, container: Json): Json {
  if (isMap(container)) return Object.hasOwn(container, textOf(index)) ? (container[textOf(index)] ?? null) : null;
  if (!isList(container)) throw new Fault('Fn::Select takes a list or a map as its second argument.');
  const at = numberAt('Fn::Select', [index], 0);
  const element = Number.isInteger(at) && at >= 0 ? container[at] : undefined;
  if (element !== undefined) return element;
  throw new Fault(`Fn::Select: there is no element ${at} in a list of ${container.length}.`);
}

function jq(args: Args): Json {
  const mode = textAt('Fn::Jq', args, 0);
  if (mode !== 'First' && mode !== 'All') throw new Fault('The mode of Fn::Jq is First or All.');
  const { results } = select(textAt('Fn::Jq', args, 1), structureFrom(args[2] ?? null));
  return mode === 'All' ? results : (results[0] ?? null);
}

/** Published templates give the lists one by one, or as the only argument a list of all of them. */
function spread(args: Args): Args {
  const [only] = args;
  return args.length === 1 && isList(only) && only.every((it) => it === null || isList(it) || isMap(it)) ? only : args;
}

/** The values of all maps at one position make one map; shorter lists repeat their last value. */
function zipped(maps: readonly JsonMap[]): Json {
  const columns = maps.flatMap((map) =>
    Object.entries(map).map(([key, values]) => ({ key, values: isList(values) ? values : [values] })),
  );
  const length = columns.reduce((longest, { values }) => Math.max(longest, values.length), 0);
  checkLength(length * columns.length);
  return Array.from({ length }, (_, at) =>
    Object.fromEntries(columns.map(({ key, values }) => [key, values[at] ?? values.at(-1) ?? null])),
  );
}

function sorted(args: Args): Args {
  const [only] = args;
  const values = args.length === 1 && isList(only) ? only : args;
  const numeric = values.every((it) => typeof it === 'number');
  return [...values].sort((a, b) => {
    if (numeric) return Number(a) - Number(b);
    return textOf(a) < textOf(b) ? -1 : 1;
  });
}

/** Those elements, each once, of which it is wanted that they are, or are not, in all of some lists. */
function common(list: Args, others: readonly Args[], wanted: (isInAll: boolean) => boolean): Args {
  const keys = others.map((it) => new Set(it.map(canonical)));
  return unique(list).filter((it) => wanted(keys.every((known) => known.has(canonical(it)))));
}

const unique = (list: Args): Args => [...new Map(list.map((it) => [canonical(it), it])).values()];
