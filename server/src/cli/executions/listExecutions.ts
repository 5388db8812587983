import type { Execution } from '../../cloud/api/answers.ts';
import type { RequestOf } from '../../cloud/api/operations.ts';
import type { Language, Words } from '../../words/words.ts';
import { connect } from '../cloud/connect.ts';
import { during } from '../cloud/during.ts';
import { beginningOf, limitFrom, tellMore } from '../cloud/limit.ts';
import { tagsFrom } from '../cloud/tagPairs.ts';
import { exitCode } from '../exitCode.ts';
import { formatTable } from '../formats/table.ts';
import { formatValue } from '../formats/value.ts';
import type { Io } from '../io.ts';
import { terminalOf } from '../terminal/terminal.ts';
import { isAgo, momentFrom } from './moment.ts';
import { modes, statuses } from './names.ts';
import type { ExecutionArguments } from './options.ts';
import { serviceTime } from './serviceTime.ts';

type Request = RequestOf<'ListExecutions'>;

/** `oos executions list`: the youngest first. */
export async function listExecutions(given: ExecutionArguments, io: Io, language: Language): Promise<number> {
  const limit = limitFrom(given);
  const written = requestFrom(given);
  const { api } = await connect(given, io);
  const isRelative = isAgo(given.value('since')) || isAgo(given.value('until'));
  const request = isRelative ? requestFrom(given, await during(asking, io, language, serviceTime(api))) : written;
  const listing = beginningOf(limit, (most) => api.each('ListExecutions', request, { most }));
  const found = await during(asking, io, language, listing);
  if (given.value('format') === 'json') {
    io.stdout.write(formatValue({ version: 1, executions: found.items, more: found.more }));
    return exitCode.clean;
  }
  io.stdout.write(formatTable(titles, found.items.map(rowOf), terminalOf(io.stdout, io.env), language));
  tellMore(found, io, language);
  return exitCode.clean;
}

/** `now`: for times that are told as so long ago. Throws a UsageError. */
function requestFrom(given: ExecutionArguments, now?: number): Request {
  return {
    Status: statuses[given.value('status') ?? ''],
    TemplateName: given.value('template'),
    StartDateAfter: momentFrom('since', given.value('since'), now),
    StartDateBefore: momentFrom('until', given.value('until'), now),
    Mode: modes[given.value('mode') ?? ''],
    Tags: tagsFrom(given.values('tag')),
    IncludeChildExecution: given.has('all') || undefined,
  };
}

const asking: Words = { en: 'Asking for the executions...', zh: '正在查询执行…' };

const titles: readonly Words[] = [
  { en: 'ID', zh: 'ID' },
  { en: 'Status', zh: '状态' },
  { en: 'Template', zh: '模板' },
  { en: 'Version', zh: '版本' },
  { en: 'Mode', zh: '模式' },
  { en: 'Started', zh: '开始时间' },
  { en: 'Ended', zh: '结束时间' },
  { en: 'By', zh: '执行者' },
];

const rowOf = (it: Execution) => [
  it.ExecutionId,
  it.Status,
  it.TemplateName,
  it.TemplateVersion,
  it.Mode,
  it.StartDate || it.CreateDate,
  it.EndDate,
  it.ExecutedBy,
];
