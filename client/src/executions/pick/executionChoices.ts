import type { QuickPickItem } from 'vscode';
import type { Execution } from '../../../../server/src/cloud/api/answers.ts';
import { instant } from '../../../../server/src/cloud/instant.ts';
import { type LookParts, nodeLook } from '../tree/nodes.ts';

export interface ExecutionChoice extends QuickPickItem {
  /** `open`: the execution with `id`; `typed`: the same, but nobody knows whether there is one. */
  readonly does: 'open' | 'typed' | 'more' | 'again' | 'nothing';
  readonly id?: string;
}

export interface ChoiceParts extends LookParts {
  readonly executions: readonly Execution[];
  readonly hasMore: boolean;
  readonly isLooking: boolean;
  /** What was typed. */
  readonly text: string;
  /** Why they could not be found out; empty when all is well. */
  readonly trouble: string;
  /** A time as people read it. */
  readonly moment: (time: Date) => string;
}

/** The entries to choose an execution from. The editor hides those that do not fit what was typed, unless they help on. */
export function executionChoices(parts: ChoiceParts): ExecutionChoice[] {
  const { executions, hasMore, isLooking, text, trouble, t } = parts;
  const typed = /^exec-[\w-]+$/i.test(text) && !executions.some(({ ExecutionId }) => ExecutionId === text);
  const isEmpty = executions.length === 0 && !isLooking && trouble === '';
  const help = { alwaysShow: true };
  return [
    ...executions.map((it) => executionChoice(it, parts)),
    ...(typed ? [{ ...help, does: 'typed', id: text, label: `$(search) ${t('Open {0}', text)}` } as const] : []),
    ...(hasMore ? [{ ...help, does: 'more', label: `$(ellipsis) ${t('Load more')}` } as const] : []),
    ...(trouble === ''
      ? []
      : [{ ...help, does: 'again', label: `$(refresh) ${t('Try again')}`, detail: trouble } as const]),
    ...(isEmpty ? [{ ...help, does: 'nothing', label: `$(info) ${t('There are no executions.')}` } as const] : []),
  ];
}

const icons = { good: 'pass', bad: 'error', busy: 'sync', waiting: 'watch', off: 'circle-slash' };

function executionChoice(execution: Execution, parts: ChoiceParts): ExecutionChoice {
  const { ExecutionId: id, StartDate } = execution;
  const { label, description, status } = nodeLook({ kind: 'execution', execution, parent: undefined }, parts);
  const start = instant(StartDate);
  const icon = status ? `$(${icons[status.tone]}) ` : '';
  const detail = [id, start ? parts.moment(start) : StartDate].filter(Boolean).join(' · ');
  return { does: 'open', id, label: `${icon}${label}`, description, detail };
}
