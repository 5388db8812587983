import { type Connection, describeConnection } from '../../cloud/connection.ts';
import { inLanguage, type Language, type Words } from '../../words/words.ts';
import type { Arguments } from '../commandLine/arguments.ts';
import { UsageError } from '../commandLine/usageError.ts';
import type { Io } from '../io.ts';
import { Stopped } from '../terminal/stopped.ts';
import { printableText } from '../terminal/terminal.ts';
import type { ConsentOption } from './options.ts';

/** Something that is about to happen to the account. */
export interface Change {
  readonly connection: Connection;
  /** What, in one sentence, with the name of what it happens to. Made printable here. */
  readonly what: Words;
  /** What is to be typed instead of yes, for what cannot be undone. */
  readonly typed?: string | undefined;
  /** What a person is told who says no; without it that nothing was changed. Made printable here. */
  readonly declined?: Words | undefined;
}

/**
 * Shows who is about to change what, and where, and asks. False: the person said no, and has been told that nothing changed.
 * With `--yes` nobody is asked. Throws a `UsageError` where nobody can be asked, and `Stopped` when the person leaves.
 */
export async function confirmChange(
  change: Change,
  given: Arguments<ConsentOption>,
  { stderr, prompter }: Io,
  language: Language,
): Promise<boolean> {
  const say = (words: Words) => printableText(inLanguage(words, language));
  stderr.write(`${say(describeConnection(change.connection))}\n${say(change.what)}\n`);
  if (given.has('yes')) return true;
  if (!prompter) throw new UsageError(needsYes);
  const answer = (await prompter.ask(`${say(questionOf(change))} `))?.trim();
  const agreed = change.typed === undefined ? /^(?:y|yes|是|好)$/i.test(answer ?? '') : answer === change.typed;
  if (!agreed) stderr.write(`${say(change.declined ?? unchanged)}\n`);
  if (answer === undefined) throw new Stopped();
  return agreed;
}

const questionOf = ({ typed }: Change): Words =>
  typed === undefined
    ? { en: 'Go on? [y/N]', zh: '是否继续？[y/N]' }
    : { en: `This cannot be undone. Type ${typed} to go on:`, zh: `此操作无法撤销。请输入 ${typed} 以继续：` };

const needsYes: Words = {
  en: 'Nothing was changed, since nobody can be asked here. Add --yes to go on without a question.',
  zh: '此处无法询问，因此未作任何更改。如需不经询问直接执行，请加上 --yes。',
};

const unchanged: Words = { en: 'Nothing was changed.', zh: '未作任何更改。' };
