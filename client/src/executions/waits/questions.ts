import type { Wait } from '../../../../server/src/cloud/execution/waits.ts';
import type { Translate } from '../../translate.ts';
import { statusView } from '../statusWords.ts';
import { type TaskPlan, valuesInQuestion, waitSentences } from './waitDetails.ts';
import { waitTitle } from './waitText.ts';
import type { Verb, VerbDetails } from './waitVerbs.ts';

export interface QuestionParts {
  /** What people call the execution. */
  readonly name: string;
  /** Undefined for what is said while a task goes on. */
  readonly wait: Wait | undefined;
  readonly details: VerbDetails;
  readonly plan: TaskPlan | undefined;
}

/** What a person is asked before an execution is told something. */
export function questionFor(verb: Verb, { name, wait, details }: QuestionParts, t: Translate): string {
  const task = wait?.tasks[0]?.TaskName ?? wait?.tasks[0]?.TaskExecutionId ?? wait?.execution.ExecutionId ?? '';
  switch (verb) {
    case 'Approve':
      return t('Approve {0} of {1}?', task, name);
    case 'Reject':
      return t('Reject {0} of {1}?', task, name);
    case 'RetryTask':
      return t('Try {0} of {1} again?', task, name);
    case 'SkipTask':
      return t('Skip {0} of {1}?', task, name);
    case 'ExecuteTask':
      return t('Execute {0} of {1}?', details.taskName ?? '', name);
    case 'CancelTask':
      return t('Cancel the running task of {0}?', name);
    case 'CompleteExecution':
      return t('End {0} as "{1}"?', name, statusView(details.status ?? 'Success', t).word);
  }
}

/** What it is about, for who has not seen its page. */
export function questionLines({ wait, plan }: QuestionParts, t: Translate): string[] {
  if (!wait) return [];
  const message = wait.tasks[0]?.StatusMessage ?? '';
  return [waitTitle(wait, t), message, waitSentences(wait, plan, t), valuesInQuestion(wait, plan)].filter(Boolean);
}
