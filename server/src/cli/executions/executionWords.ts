import type { Execution } from '../../cloud/api/answers.ts';
import type { Words } from '../../words/words.ts';

/** An execution in a sentence, so that nobody takes it for another one. */
export function executionWords({ ExecutionId, TemplateName, TemplateVersion, Status, StartDate }: Execution): Words {
  // One that runs a text which is not published has a version all the same, which says nothing.
  const template = TemplateName ? [TemplateName, TemplateVersion].filter(Boolean).join(' ') : '';
  return {
    en: `the execution ${ExecutionId}${template ? ` of ${template}` : ''}, started ${StartDate || '?'}, now ${Status ?? '?'}`,
    zh: `执行 ${ExecutionId}（${template ? `模板 ${template}，` : ''}开始于 ${StartDate || '?'}，当前状态 ${Status ?? '?'}）`,
  };
}
