import { encodeRequest } from '../../cloud/api/encodeRequest.ts';
import { OosError } from '../../cloud/oosError.ts';
import { inLanguage, type Language, type Words } from '../../words/words.ts';
import { whileChanging } from '../cloud/change.ts';
import { confirmChange } from '../cloud/confirm.ts';
import { connect } from '../cloud/connect.ts';
import { exitCode } from '../exitCode.ts';
import { formatValue } from '../formats/value.ts';
import type { Io } from '../io.ts';
import { printable } from '../terminal/terminal.ts';
import type { ExecutionArguments } from './options.ts';

/** `oos executions delete ID...`: all of them or none. */
export async function deleteExecutions(
  ids: readonly string[],
  given: ExecutionArguments,
  io: Io,
  language: Language,
): Promise<number> {
  const ExecutionIds = [...new Set(ids)];
  const request = { ExecutionIds, Force: given.has('force') || undefined };
  encodeRequest('DeleteExecutions', request);
  const { api, connection } = await connect(given, io);
  const what = given.has('force') ? withForce(ExecutionIds) : plain(ExecutionIds);
  if (!(await confirmChange({ connection, what }, given, io, language))) return exitCode.unusable;
  const look = ['executions', 'show', ...ExecutionIds.slice(0, 1)];
  const answer = api.deleteExecutions(request).catch(withWayOut(given.has('force')));
  const sent = { what: deleting, answer, look };
  const { RequestId } = await whileChanging(sent, given, io, language);
  if (given.value('format') === 'json') {
    io.stdout.write(formatValue({ version: 1, deleted: ExecutionIds, requestId: RequestId }));
  } else io.stdout.write(`${printable(inLanguage(deleted(ExecutionIds.length), language))}\n`);
  return exitCode.clean;
}

/** The service says which one has not ended, but not what to type. */
const withWayOut = (forced: boolean) => (error: unknown) => {
  if (forced || !(error instanceof OosError) || error.facts.code !== 'ExecutionDeleteFailed') throw error;
  const { en, zh } = error.words;
  throw new OosError(
    {
      en: `${en} Those that have not ended can be cancelled first (oos cancel ID), or deleted with --force.`,
      zh: `${zh}未结束的执行可先取消（oos cancel ID），或加上 --force 删除。`,
    },
    error.facts,
  );
};

const plain = (ids: readonly string[]): Words => ({
  en: `Delete ${counted(ids)} with ${whose(ids)} tasks and logs, which cannot be undone: ${ids.join(', ')}.`,
  zh: `删除 ${ids.length} 个执行及其任务和日志，此操作无法撤销：${ids.join('、')}。`,
});
const withForce = (ids: readonly string[]): Words => ({
  en: `Delete ${counted(ids)} with ${whose(ids)} tasks and logs, even if still going on, which cannot be undone: ${ids.join(', ')}.`,
  zh: `删除 ${ids.length} 个执行及其任务和日志（包括正在进行的），此操作无法撤销：${ids.join('、')}。`,
});
const counted = ({ length }: readonly string[]): string => (length === 1 ? '1 execution' : `${length} executions`);
const whose = ({ length }: readonly string[]): string => (length === 1 ? 'its' : 'their');
const deleted = (count: number): Words => ({
  en: count === 1 ? 'Deleted 1 execution.' : `Deleted ${count} executions.`,
  zh: `已删除 ${count} 个执行。`,
});
const deleting: Words = { en: 'Deleting...', zh: '正在删除…' };
