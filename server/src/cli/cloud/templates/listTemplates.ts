import type { ListedTemplate, TemplateVersion } from '../../../cloud/api/answers.ts';
import type { RequestOf } from '../../../cloud/api/operations.ts';
import type { Language, Words } from '../../../words/words.ts';
import { momentFrom } from '../../executions/moment.ts';
import { exitCode } from '../../exitCode.ts';
import { described } from '../../formats/described.ts';
import { formatTable } from '../../formats/table.ts';
import { formatValue } from '../../formats/value.ts';
import type { Io } from '../../io.ts';
import { terminalOf } from '../../terminal/terminal.ts';
import { connect } from '../connect.ts';
import { during } from '../during.ts';
import { beginningOf, limitFrom, tellMore } from '../limit.ts';
import { tagsFrom } from '../tagPairs.ts';
import type { TemplateArguments } from './options.ts';

type Request = RequestOf<'ListTemplates'>;

/** `oos templates list [WORD]`. */
export async function listTemplates(word: string, given: TemplateArguments, io: Io, language: Language) {
  const limit = limitFrom(given);
  const request = requestFrom(word, given);
  const { api } = await connect(given, io);
  const listing = beginningOf(limit, (most) => api.each('ListTemplates', request, { most }));
  const found = await during(asking, io, language, listing);
  if (given.value('format') === 'json') {
    io.stdout.write(formatValue({ version: 1, templates: found.items, more: found.more }));
    return exitCode.clean;
  }
  io.stdout.write(
    formatTable(
      titles,
      found.items.map((it) => rowOf(it, language)),
      terminalOf(io.stdout, io.env),
      language,
    ),
  );
  tellMore(found, io, language);
  return exitCode.clean;
}

function requestFrom(word: string, given: TemplateArguments): Request {
  const trigger = given.value('has-trigger');
  return {
    TemplateName: word,
    ShareType: shareTypes[given.value('share-type') ?? ''],
    CreatedBy: given.value('created-by'),
    CreatedDateAfter: momentFrom('created-after', given.value('created-after')),
    CreatedDateBefore: momentFrom('created-before', given.value('created-before')),
    TemplateFormat: notations[given.value('notation') ?? ''],
    HasTrigger: trigger === undefined ? undefined : trigger === 'true',
    Tags: tagsFrom(given.values('tag')),
    SortField: sortFields[given.value('sort') ?? ''],
    SortOrder: sortOrders[given.value('order') ?? ''],
  };
}

type Meaning<N extends keyof Request> = Readonly<Record<string, Request[N]>>;

const shareTypes: Meaning<'ShareType'> = { public: 'Public', private: 'Private' };
const notations: Meaning<'TemplateFormat'> = { yaml: 'YAML', json: 'JSON' };
const sortOrders: Meaning<'SortOrder'> = { ascending: 'Ascending', descending: 'Descending' };
const sortFields: Meaning<'SortField'> = {
  executions: 'TotalExecutionCount',
  popularity: 'Popularity',
  name: 'TemplateName',
  created: 'CreatedDate',
};

const asking: Words = { en: 'Asking for the templates...', zh: '正在查询模板…' };

const titles: readonly Words[] = [
  { en: 'Name', zh: '名称' },
  { en: 'Version', zh: '版本' },
  { en: 'Format', zh: '格式' },
  { en: 'Share', zh: '共享' },
  { en: 'Updated', zh: '更新时间' },
  { en: 'Description', zh: '描述' },
];

const rowOf = (it: ListedTemplate, language: Language) => [
  it.TemplateName,
  it.TemplateVersion,
  it.TemplateFormat,
  it.ShareType,
  it.UpdatedDate,
  described(it.Description, language),
];

/** `oos templates versions NAME`. */
export async function listVersions(name: string, given: TemplateArguments, io: Io, language: Language) {
  const limit = limitFrom(given);
  const { api } = await connect(given, io);
  const listing = beginningOf(limit, (most) => api.each('ListTemplateVersions', { TemplateName: name }, { most }));
  const found = await during(asking, io, language, listing);
  if (given.value('format') === 'json') {
    io.stdout.write(formatValue({ version: 1, name, versions: found.items, more: found.more }));
    return exitCode.clean;
  }
  io.stdout.write(
    formatTable(
      versionTitles,
      found.items.map((it) => versionRow(it, language)),
      terminalOf(io.stdout, io.env),
      language,
    ),
  );
  tellMore(found, io, language);
  return exitCode.clean;
}

const versionTitles: readonly Words[] = [
  { en: 'Version', zh: '版本' },
  { en: 'Name', zh: '版本名' },
  { en: 'Format', zh: '格式' },
  { en: 'Updated', zh: '更新时间' },
  { en: 'By', zh: '更新者' },
  { en: 'Description', zh: '描述' },
];

const versionRow = (it: TemplateVersion, language: Language) => [
  it.TemplateVersion,
  it.VersionName,
  it.TemplateFormat,
  it.UpdatedDate,
  it.UpdatedBy,
  described(it.Description, language),
];
