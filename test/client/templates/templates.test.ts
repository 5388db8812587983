import { expect, test } from 'vitest';
import { described } from '../../../client/src/templates/described.ts';
import { formatTags, parseTags, tagChanges, tagSteps } from '../../../client/src/templates/tagPairs.ts';
import { type FetchPage, type LoadedTemplates, TemplatePages } from '../../../client/src/templates/templatePages.ts';
import { createOosApi } from '../../../server/src/cloud/api/oosApi.ts';
import { explicitConnection } from '../../../server/src/cloud/connection.ts';
import { createTransport } from '../../../server/src/cloud/createTransport.ts';
import { localOos } from '../../support/localOos.ts';

const content = `FormatVersion: OOS-2019-06-01
Tasks:
  - Name: wait
    Action: ACS::Sleep
    Properties: {Duration: PT1M}
`;

const namesOf = ({ templates }: LoadedTemplates) => templates.map(({ TemplateName }) => TemplateName);

test('loads the templates of the Local OOS page by page, each once, and searches by a part of the name', async () => {
  const { endpoint, region, accessKeyId, accessKeySecret } = await localOos();
  const connection = explicitConnection({
    name: 'local',
    region,
    endpoint,
    credential: { accessKeyId, accessKeySecret },
  });
  const api = createOosApi(createTransport(connection));
  const names = Array.from({ length: 25 }, (_, index) => `web-${String(index).padStart(2, '0')}`);
  for (const TemplateName of [...names, 'other']) await api.createTemplate({ TemplateName, Content: content });
  const fetch: FetchPage = async (ShareType, TemplateName, NextToken) => {
    const answer = await api.listTemplates({
      ShareType,
      TemplateName,
      NextToken,
      MaxResults: 10,
      SortField: 'TemplateName',
      SortOrder: 'Ascending',
    });
    return { templates: answer.Templates, token: answer.NextToken };
  };
  const pages = new TemplatePages(fetch, 'Private', 'web');
  const first = await pages.loaded();
  expect(namesOf(first)).toEqual(names.slice(0, 10));
  expect(first.more).toBe(true);
  expect(await pages.loaded()).toBe(first);
  await pages.more();
  const all = await pages.more();
  expect(namesOf(all)).toEqual(names);
  expect(all.more).toBe(false);
  expect(await pages.more()).toBe(all);
});

test('asks once for several who ask at once, drops what comes twice, and tries again after a failure', async () => {
  const asked: (string | undefined)[] = [];
  let fails = true;
  const fetch: FetchPage = async (_, __, token) => {
    asked.push(token);
    if (token === 'second' && fails) throw new Error('gone');
    const name = (TemplateName: string) => ({ TemplateName }) as LoadedTemplates['templates'][number];
    return token === undefined
      ? { templates: [name('a'), name('b')], token: 'second' }
      : { templates: [name('b'), name('c')], token: undefined };
  };
  const pages = new TemplatePages(fetch, 'Public', '');
  const [one, other] = await Promise.all([pages.loaded(), pages.loaded()]);
  expect(one).toBe(other);
  await expect(pages.more()).rejects.toThrow('gone');
  expect(namesOf(await pages.loaded())).toEqual(['a', 'b']);
  fails = false;
  expect(namesOf(await pages.more())).toEqual(['a', 'b', 'c']);
  expect(asked).toEqual([undefined, 'second', 'second']);
});

test('tags are written as pairs and read back, commas, equals signs and backslashes too', () => {
  const tags = { env: 'prod', kind: 'a,b', path: 'c:\\d', 'c:\\=d,': '=\\=', empty: '', 'x=': '' };
  expect(parseTags(formatTags(tags))).toEqual({ tags });
  expect(parseTags('path=c:\\d\\, \\')).toEqual({ tags: { path: 'c:\\d, \\' } });
  expect(formatTags({ env: 'prod', team: 'web' })).toBe('env=prod, team=web');
  expect(parseTags(' env = prod ,, team=a=b, ')).toEqual({ tags: { env: 'prod', team: 'a=b' } });
  expect(parseTags('')).toEqual({ tags: {} });
});

test.each([
  ['env', { problem: 'noEquals', pair: 'env' }],
  ['a=1, =2', { problem: 'noKey', pair: '=2' }],
  ['a=1, a=2', { problem: 'twice', pair: 'a=2' }],
])('says what is wrong with %s', (text, problem) => {
  expect(parseTags(text)).toEqual(problem);
});

test('sends only the tags that changed', () => {
  expect(tagChanges({ a: '1', b: '2', c: '3' }, { a: '1', b: '5', toString: '6' })).toEqual({
    set: { b: '5', toString: '6' },
    remove: { c: '3' },
  });
  expect(tagChanges({ a: '1' }, { a: '1' })).toEqual({ set: {}, remove: {} });
});

test('sets tags before it takes others away, unless there is no room for them until then', () => {
  const order = (before: Record<string, string>, after: Record<string, string>) =>
    tagSteps(before, tagChanges(before, after));
  const many = Object.fromEntries(Array.from({ length: 19 }, (_, index) => [`key${index}`, '1']));
  expect(order({ ...many, old: '1' }, { ...many, old: '2' })).toEqual(['set']);
  expect(order({ ...many, old: '1' }, many)).toEqual(['remove']);
  expect(order({ old: '1' }, { new: '1' })).toEqual(['set', 'remove']);
  expect(order({ ...many, old: '1' }, { ...many, new: '1' })).toEqual(['remove', 'set']);
  expect(order(many, many)).toEqual([]);
});

test.each([
  ['{"en": "Waits", "zh-cn": "等待"}', 'Waits', '等待'],
  ['{"en": "Waits"}', 'Waits', 'Waits'],
  ['{"ja": "待つ"}', '待つ', '待つ'],
  ['{}', '{}', '{}'],
  ['Waits', 'Waits', 'Waits'],
  ['{broken', '{broken', '{broken'],
  [undefined, '', ''],
])('a description %s is %s, %s', (text, english, chinese) => {
  expect(described(text)).toEqual({ en: english, zh: chinese });
});
