import type { OosApi } from '../../cloud/api/oosApi.ts';
import type { Sight } from '../../cloud/execution/executionWatch.ts';
import type { Wait } from '../../cloud/execution/waits.ts';
import { OosError } from '../../cloud/oosError.ts';
import type { Template } from '../../template/template.ts';
import type { Words } from '../../words/words.ts';
import type { Prompter } from '../io.ts';
import { printable } from '../terminal/terminal.ts';
import { asVerb } from './notifyVerbs.ts';
import type { Screen } from './screen.ts';
import { waitDetails } from './waitDetails.ts';
import { type Choice, choicesFor, typedWords, waitWords } from './waitWords.ts';

/** `acted`: look again at once. `interrupted`: Ctrl-C, or the input has ended. */
type Attended = 'watching' | 'acted' | 'left' | 'interrupted';

export interface Surroundings {
  readonly api: OosApi;
  /** Values that no error may repeat. */
  readonly secrets: readonly string[];
  readonly screen: Screen;
  /** Undefined: nobody can be asked. */
  readonly prompter: Prompter | undefined;
  readonly template: Template | undefined;
  /** The command line for these words, with the connection of this one. */
  readonly lineFor: (...words: readonly string[]) => string;
}

/** The service may take a while to show what it was told, so nobody is asked the same again before so many looks. */
const LOOKS_BEFORE_ASKING_AGAIN = 10;

/** Stands in for the person whom an execution waits for: tells what it waits for, asks what to do, and does it. */
export class Attendant {
  readonly #around: Surroundings;
  /** The waits that have been told, or answered, and how often they have been met since. */
  readonly #known = new Map<string, number>();

  constructor(around: Surroundings) {
    this.#around = around;
  }

  /** One after the other. What the service refuses is told. */
  async attend(sight: Sight): Promise<Attended> {
    for (const wait of sight.waits) {
      const attended = await this.#attendTo(wait, sight);
      if (attended !== 'watching') return attended;
    }
    return 'watching';
  }

  async #attendTo(wait: Wait, sight: Sight): Promise<Attended> {
    const { prompter, template } = this.#around;
    const key = keyOf(wait, sight);
    const met = this.#known.get(key) ?? 0;
    this.#known.set(key, met + 1);
    const choices = choicesFor(wait, wait.execution === sight.execution ? sight.tasks : [], template);
    const mayAsk = prompter !== undefined && choices.length > 0;
    if (met === 0) await this.#tell(wait, mayAsk ? [] : choices);
    if (!mayAsk || met % LOOKS_BEFORE_ASKING_AGAIN !== 0) return 'watching';
    const attended = await this.#ask(choices, prompter);
    if (attended !== 'looking') return attended;
    this.#known.delete(key);
    return 'acted';
  }

  async #tell(wait: Wait, choices: readonly Choice[]): Promise<void> {
    const { api, secrets, screen, lineFor } = this.#around;
    const details = await waitDetails(wait, api, { secrets });
    screen.say(waitWords(wait));
    for (const it of details) screen.line(`  ${printable(it)}`);
    for (const it of choices) screen.line(`  ${printable(lineFor(...typedWords(it), '--yes'))}`);
  }

  async #ask(choices: readonly Choice[], prompter: Prompter): Promise<Attended | 'looking'> {
    const { screen } = this.#around;
    for (;;) {
      screen.clear();
      const answer = (await prompter.ask(`${screen.words(questionFor(choices))} `))?.trim().toLowerCase();
      if (answer === undefined) return 'interrupted';
      if (answer === '') return 'looking';
      if ('leave'.startsWith(answer)) return 'left';
      const choice = choices.find(
        ({ key, request }) => key === answer || (answer.length > 1 && asVerb(request.NotifyType).startsWith(answer)),
      );
      if (choice) return this.#notify(choice);
      screen.say(notUnderstood);
    }
  }

  async #notify({ request }: Choice): Promise<Attended> {
    const { api, screen, secrets } = this.#around;
    try {
      await api.notifyExecution(request, { secrets });
    } catch (error) {
      if (!(error instanceof OosError)) throw error;
      screen.say(error.words);
    }
    return 'acted';
  }
}

/** Another one when anything has happened to what it waits for. */
function keyOf({ kind, execution, tasks }: Wait, { tasks: all }: Sight): string {
  const facts =
    kind === 'approval'
      ? tasks.map(({ TaskExecutionId }) => TaskExecutionId)
      : [tasks.map(({ TaskExecutionId, StatusMessage, UpdateDate }) => [TaskExecutionId, StatusMessage, UpdateDate])];
  return JSON.stringify([execution.ExecutionId, kind, facts, kind === 'debug' ? all.length : 0]);
}

function questionFor(choices: readonly Choice[]): Words {
  return {
    en: `${choices.map(({ words }) => words.en).join(', ')}, [l]eave it waiting, or Enter to look again:`,
    zh: `${choices.map(({ words }) => words.zh).join('，')}，[l] 任其等待并退出，直接回车则再次查看：`,
  };
}

const notUnderstood: Words = {
  en: 'That is not one of the answers. Type the letter in brackets.',
  zh: '无法识别该回答，请输入方括号中的字母。',
};
