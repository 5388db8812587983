import { encodeRequest } from '../../cloud/api/encodeRequest.ts';
import type { RequestOf } from '../../cloud/api/operations.ts';
import { inLanguage, type Language, type Words } from '../../words/words.ts';
import { whileChanging } from '../cloud/change.ts';
import { confirmChange } from '../cloud/confirm.ts';
import { type Cloud, connect } from '../cloud/connect.ts';
import { during } from '../cloud/during.ts';
import { beginningOf, limitFrom, limitOptions, tellMore } from '../cloud/limit.ts';
import { cloudOptions, consentOptions } from '../cloud/options.ts';
import { tagOptions, tagsFrom } from '../cloud/tagPairs.ts';
import type { Arguments, OptionTable } from '../commandLine/arguments.ts';
import { UsageError } from '../commandLine/usageError.ts';
import { commandOfVerbs, namesOf, type Verbs } from '../commandLine/verbs.ts';
import { exitCode } from '../exitCode.ts';
import { formatTable } from '../formats/table.ts';
import { formatValue } from '../formats/value.ts';
import type { Io } from '../io.ts';
import { printable, terminalOf } from '../terminal/terminal.ts';

const options = {
  type: {
    choices: ['template', 'execution', 'parameter', 'secretparameter', 'stateconfiguration', 'application'],
    summary: {
      en: 'What the names are of; without it executions where they begin with exec-, else templates',
      zh: '名称所属的资源类型；默认以 exec- 开头的为执行，否则为模板',
    },
  },
  ...tagOptions,
  key: { value: 'KEY', summary: { en: 'The key of a tag; may be repeated', zh: '标签键，可重复使用' } },
  all: { summary: { en: 'All tags', zh: '全部标签' } },
  ...limitOptions,
  ...consentOptions,
  ...cloudOptions,
} as const satisfies OptionTable;

type Option = keyof typeof options;
type Given = Arguments<Option>;
type Names = readonly string[];

const common: Option[] = [...namesOf(cloudOptions), 'type'];

const verbs: Verbs<Option> = {
  list: { operands: '[NAME...]', options: [...common, 'tag', 'limit'], run: list },
  add: { operands: 'NAME...', options: [...common, 'tag', 'yes'], run: add },
  remove: { operands: 'NAME...', options: [...common, 'key', 'all', 'yes'], run: remove },
};

/** `oos tags list|add|remove`: the tags of templates and executions. */
export const tags = commandOfVerbs('tags', verbs, {
  about: {
    en: 'The tags of templates (by name), executions (by id) and other things. list shows them, add sets them, remove takes them away.',
    zh: '模板（按名称）、执行（按 ID）及其他资源的标签。list 列出，add 设置，remove 移除。',
  },
  options,
  examples: [
    { line: 'oos tags list restart-web', does: { en: 'The tags of a template', zh: '列出某个模板的标签' } },
    { line: 'oos tags list --tag env=prod', does: { en: 'The templates with a tag', zh: '列出带有某个标签的模板' } },
    {
      line: 'oos tags add restart-web stop-web --tag env=prod --tag team=web',
      does: { en: 'Two tags for two templates', zh: '为两个模板各设置两个标签' },
    },
    { line: 'oos tags remove exec-1234 --key env', does: { en: 'Take a tag away', zh: '移除一个标签' } },
  ],
});

async function list([first, ...more]: Names, given: Given, io: Io, language: Language): Promise<number> {
  const names = first ? [first, ...more] : [];
  const limit = limitFrom(given);
  const wanted = { ResourceIds: names.length > 0 ? names : undefined, Tags: tagsFrom(given.values('tag')) };
  const { api, connection } = await connect(given, io);
  const request = { RegionId: connection.region, ResourceType: typeOf(names, given), ...wanted };
  const listing = beginningOf(limit, (most) => api.each('ListTagResources', request, { most }));
  const found = await during(asking, io, language, listing);
  if (given.value('format') === 'json') {
    io.stdout.write(formatValue({ version: 1, tags: found.items, more: found.more }));
    return exitCode.clean;
  }
  const rows = found.items.map((it) => [it.ResourceType, it.ResourceId, it.TagKey, it.TagValue]);
  io.stdout.write(formatTable(titles, rows, terminalOf(io.stdout, io.env), language));
  tellMore(found, io, language);
  return exitCode.clean;
}

async function add(names: Names, given: Given, io: Io, language: Language): Promise<number> {
  const Tags = tagsFrom(given.values('tag'));
  if (!Tags) throw new UsageError(noTag);
  const cloud = await connect(given, io);
  const request = { ...target(names, given, cloud), Tags };
  encodeRequest('TagResources', request);
  const pairs = Object.entries(Tags).map(([key, value]) => `${key}=${value}`);
  const what = {
    en: `Set ${pairs.join(', ')} on the ${request.ResourceType} ${names.join(', ')}.`,
    zh: `为 ${request.ResourceType} ${names.join('、')} 设置标签 ${pairs.join('、')}。`,
  };
  return change({ what, request, send: () => cloud.api.tagResources(request) }, cloud, given, io, language);
}

async function remove(names: Names, given: Given, io: Io, language: Language): Promise<number> {
  const keys = given.values('key');
  const all = given.has('all');
  if (all === keys.length > 0) throw new UsageError(keysOrAll);
  const cloud = await connect(given, io);
  const request = { ...target(names, given, cloud), ...(all ? { All: true } : { TagKeys: keys }) };
  encodeRequest('UntagResources', request);
  const what = {
    en: `Take ${all ? 'all tags' : keys.join(', ')} away from the ${request.ResourceType} ${names.join(', ')}.`,
    zh: `移除 ${request.ResourceType} ${names.join('、')} 的${all ? '全部标签' : `标签 ${keys.join('、')}`}。`,
  };
  return change({ what, request, send: () => cloud.api.untagResources(request) }, cloud, given, io, language);
}

interface TagChange {
  readonly what: Words;
  readonly request: ReturnType<typeof target>;
  send(): Promise<{ readonly RequestId: string | undefined }>;
}

async function change(
  { what, request, send }: TagChange,
  { connection }: Cloud,
  given: Given,
  io: Io,
  language: Language,
): Promise<number> {
  if (!(await confirmChange({ connection, what }, given, io, language))) return exitCode.unusable;
  const look = ['tags', 'list', ...request.ResourceIds, '--type', request.ResourceType];
  const sent = { what: changing, answer: send(), look };
  const { RequestId } = await whileChanging(sent, given, io, language);
  const done = `${printable(inLanguage(changed, language))}\n`;
  io.stdout.write(given.value('format') === 'json' ? formatValue({ version: 1, requestId: RequestId }) : done);
  return exitCode.clean;
}

type ResourceType = RequestOf<'TagResources'>['ResourceType'];

function target(names: Names, given: Given, { connection }: Cloud) {
  return { RegionId: connection.region, ResourceType: typeOf(names, given), ResourceIds: names };
}

function typeOf(names: Names, given: Given): ResourceType {
  const executions = names.length > 0 && names.every((it) => it.startsWith('exec-'));
  return (given.value('type') as ResourceType | undefined) ?? (executions ? 'execution' : 'template');
}

const titles: readonly Words[] = [
  { en: 'Type', zh: '类型' },
  { en: 'Name', zh: '名称' },
  { en: 'Key', zh: '标签键' },
  { en: 'Value', zh: '标签值' },
];

const asking: Words = { en: 'Asking for the tags...', zh: '正在查询标签…' };
const changing: Words = { en: 'Changing the tags...', zh: '正在更改标签…' };
const changed: Words = { en: 'The tags are changed.', zh: '标签已更改。' };
const noTag: Words = { en: 'Say which tags: --tag KEY=VALUE', zh: '请指定标签：--tag KEY=VALUE' };
const keysOrAll: Words = {
  en: 'Say which tags: either --key KEY, which may be repeated, or --all.',
  zh: '请指定标签：用 --key KEY（可重复使用），或用 --all。',
};
