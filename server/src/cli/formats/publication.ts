import { inLanguage, type Language, type Words } from '../../words/words.ts';
import type { Outcome } from '../cloud/publish/outcome.ts';
import { printable, type Style, type Terminal } from '../terminal/terminal.ts';
import { failureValue } from './serviceFailure.ts';

/** One line for a person: `restart-web: v3 -> v4`. */
export function formatOutcome(outcome: Outcome, { paint }: Terminal, language: Language): string {
  const { name, path } = outcome;
  const words = paint(styleOf(outcome), printable(inLanguage(wordsOf(outcome), language)));
  return inLanguage(
    { en: `${printable(`${name} (${path})`)}: ${words}\n`, zh: `${printable(`${name}（${path}）`)}：${words}\n` },
    language,
  );
}

function styleOf({ result }: Outcome): Style {
  if (result === 'created' || result === 'updated') return 'green';
  return bad.has(result) ? 'red' : 'dim';
}

const bad: ReadonlySet<Outcome['result']> = new Set<Outcome['result']>(['failed', 'errors', 'unusable', 'unknown']);

function wordsOf(outcome: Outcome): Words {
  switch (outcome.result) {
    case 'created':
      return { en: `created as ${outcome.to}`, zh: `已创建，版本为 ${outcome.to}` };
    case 'updated':
      return { en: `updated from ${outcome.from} to ${outcome.to}`, zh: `已从 ${outcome.from} 更新到 ${outcome.to}` };
    case 'unchanged':
      return { en: `unchanged, ${outcome.from} is the same`, zh: `无更改，与 ${outcome.from} 相同` };
    case 'dry-run':
      return outcome.from === undefined
        ? { en: 'would be created (dry run)', zh: '将会创建（未实际执行）' }
        : {
            en: `would be updated from ${outcome.from} (dry run)`,
            zh: `将会在 ${outcome.from} 之上更新（未实际执行）`,
          };
    case 'declined':
    case 'stopped':
      return { en: 'not published', zh: '未发布' };
    case 'unknown':
      return { en: 'sent, but not known whether it was published', zh: '已发送，但无法确定是否已发布' };
    case 'errors':
      return {
        en: 'not published because of the errors above. Correct them, or add --force.',
        zh: '存在以上错误，未发布。请修正，或加上 --force。',
      };
    case 'unusable':
    case 'failed':
      return { en: 'not published, for the reason above', zh: '因以上原因未发布' };
  }
}

/** One outcome for programs. Other programs rely on this shape; it only grows. */
export function outcomeValue(outcome: Outcome, language: Language) {
  if (outcome.result === 'failed') return { ...outcome, error: failureValue(outcome.error, language) };
  return outcome.result === 'unusable' ? { ...outcome, why: inLanguage(outcome.why, language) } : outcome;
}
