import type { Tags } from '../store/state.ts';
import type { Parameters } from '../wire/parameters.ts';

/** Has all of the tags, with these values. */
export const hasTags = (tags: Tags, wanted: Tags | undefined): boolean =>
  Object.entries(wanted ?? {}).every(([key, value]) => Object.hasOwn(tags, key) && tags[key] === value);

/** `person` is `name(uid)`; people ask for it, for the name, or for the uid. */
export const matchesPerson = (wanted: string | undefined, person: string): boolean =>
  wanted === undefined || [person, person.replace(/\(.*/, ''), /\((.*)\)/.exec(person)?.[1]].includes(wanted);

/** Nothing is wanted in particular, or exactly this. */
export const isOrAny = (wanted: string | undefined, value: string | undefined): boolean =>
  wanted === undefined || wanted === value;

/** By `<name>After` and `<name>Before`, both inclusive. What has no date yet fits neither. */
export function isBetween(parameters: Parameters, name: string, time: number | undefined): boolean {
  const after = parameters.text(`${name}After`);
  const before = parameters.text(`${name}Before`);
  if (time === undefined) return after === undefined && before === undefined;
  // Answers have no fractions of a second, so comparing has none either.
  const shown = Math.floor(time / 1000) * 1000;
  return (after === undefined || shown >= Date.parse(after)) && (before === undefined || shown <= Date.parse(before));
}
