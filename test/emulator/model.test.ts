import { existsSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { localOos } from '../support/localOos.ts';
import { type Body, type Caller, coreCaller } from './callers.ts';
import { everyOperation } from './everyOperation.ts';

/** The answers of today's API as its model declares them: `Templates[].TemplateName` is a string. */
type Model = Readonly<
  Record<string, { readonly response: readonly { readonly path: string; readonly wire: string }[] }>
>;

const file = process.env.OOS_API_OPERATIONS ?? '';
const model: Model | undefined = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')).operations : undefined;

function kindOf(value: unknown): string {
  if (Array.isArray(value)) return 'array';
  return typeof value === 'object' ? 'object' : typeof value;
}

/** Every member with its kind; what is inside a map is not looked at. */
function members(value: object, declared: ReadonlyMap<string, string>, path = ''): string[] {
  return Object.entries(value).flatMap(([name, member]): string[] => {
    const here = path ? `${path}.${name}` : name;
    const wire = declared.get(here);
    if (wire === 'map') return [`${here} ${kindOf(member) === 'object' ? 'map' : kindOf(member)}`];
    const own = `${here} ${kindOf(member)}`;
    if (Array.isArray(member))
      return [own, ...member.flatMap((it) => (kindOf(it) === 'object' ? members(it, declared, `${here}[]`) : []))];
    return kindOf(member) === 'object' ? [own, ...members(member, declared, here)] : [own];
  });
}

test('answers have only members that the model of the API declares, of its kinds', async ({ skip }) => {
  if (model === undefined)
    skip('OOS_API_OPERATIONS names no table of the reference, so answers are not compared with it');
  const local = await localOos();
  const call = coreCaller(local, local.accounts.owner);
  const seen: (readonly [string, Body])[] = [];
  const recording: Caller = async (operation, parameters) => {
    const answer = await call(operation, parameters);
    seen.push([operation, answer]);
    return answer;
  };
  await everyOperation(recording);
  const undeclared = seen.flatMap(([operation, answer]) => {
    const declared = new Map(model?.[operation]?.response.map(({ path, wire }) => [path, wire]));
    const known = new Set([...declared].map(([path, wire]) => `${path} ${wire}`));
    return members(answer, declared)
      .filter((it) => !known.has(it))
      .map((it) => `${operation} ${it}`);
  });
  expect([...new Set(undeclared)]).toEqual([]);
});
