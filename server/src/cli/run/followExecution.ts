import type { Execution } from '../../cloud/api/answers.ts';
import { isFinal } from '../../cloud/api/executionStatus.ts';
import { type ExecutionWatch, nextPause, type Sight } from '../../cloud/execution/executionWatch.ts';
import { instant } from '../../cloud/instant.ts';
import { OosError, type OosErrorKind } from '../../cloud/oosError.ts';
import type { Words } from '../../words/words.ts';
import { formatLogLine, formatTaskLine, timeOfTask } from '../formats/taskLine.ts';
import type { Io } from '../io.ts';
import { Attendant, type Surroundings } from './attend.ts';
import type { Interruption } from './interruption.ts';

export interface FollowOptions extends Surroundings {
  readonly watch: ExecutionWatch;
  readonly interruption: Interruption;
  readonly io: Pick<Io, 'wait'>;
  /** Milliseconds after which to leave. */
  readonly timeout: number | undefined;
}

/** How often in a row the service may give no answer; each time the transport has tried several times by itself. */
const MOST_TROUBLES = 5;

/** What may pass. */
const passing: ReadonlySet<OosErrorKind> = new Set<OosErrorKind>([
  'network',
  'timeout',
  'server',
  'throttled',
  'proxy',
]);

/**
 * Watches an execution until it is over, or the person leaves, or the time is up; answers how it stood then. The execution goes
 * on whatever happens here, unless the person cancels it. Rejects with an OosError when the service gives no answer for long.
 */
export async function followExecution(started: Execution, options: FollowOptions): Promise<Execution> {
  const { io, timeout } = options;
  const over = new AbortController();
  const late = new AbortController();
  const timer = timeout === undefined ? undefined : io.wait(timeout, over.signal).then(() => late.abort());
  try {
    return await new Follower(options, late.signal).follow(started);
  } finally {
    options.screen.clear();
    over.abort();
    await timer;
  }
}

class Follower {
  readonly #options: FollowOptions;
  readonly #late: AbortSignal;
  readonly #attendant: Attendant;
  #pause: number | undefined;
  #troubles = 0;

  constructor(options: FollowOptions, late: AbortSignal) {
    this.#options = options;
    this.#late = late;
    this.#attendant = new Attendant(options);
  }

  async follow(started: Execution): Promise<Execution> {
    const { interruption, io } = this.#options;
    for (let last = started; ; ) {
      const sight = await this.#look(started.ExecutionId);
      last = sight?.execution ?? last;
      if (isFinal(last.Status)) return last;
      const attended = sight ? await this.#attendant.attend(sight) : 'watching';
      const isInterrupted = attended === 'interrupted' || interruption.signal.aborted;
      const why = await this.#reasonToLeave(attended === 'left', isInterrupted, last);
      if (why) return this.#leave(last, why);
      if (attended === 'watching' && !isInterrupted) await io.wait(this.#pause ?? 0, this.#signal());
    }
  }

  async #reasonToLeave(isLeft: boolean, isInterrupted: boolean, last: Execution) {
    if (isLeft || (isInterrupted && (await this.#wantsToLeave(last)))) return stopped;
    return this.#late.aborted ? timeIsUp : undefined;
  }

  /** Whatever wants an end of the waiting. */
  #signal(): AbortSignal {
    return AbortSignal.any([this.#options.interruption.signal, this.#late]);
  }

  /** Undefined: no answer this time. */
  async #look(id: string): Promise<Sight | undefined> {
    const { watch, screen } = this.#options;
    try {
      const sight = await watch.look(this.#signal());
      this.#troubles = 0;
      this.#show(sight);
      this.#pause = nextPause(this.#pause, sight.changed.length + sight.logs.length > 0);
      return sight;
    } catch (error) {
      if (!(error instanceof OosError)) throw error;
      if (error.facts.kind === 'cancelled') return undefined;
      this.#troubles += 1;
      if (!passing.has(error.facts.kind) || this.#troubles > MOST_TROUBLES) {
        screen.say(outOfSight(id));
        throw error;
      }
      if (this.#troubles === 1) screen.say(noAnswer(error.words));
      this.#pause = nextPause(this.#pause, false);
      return undefined;
    }
  }

  #show({ execution, tasks, changed, logs }: Sight): void {
    const { screen } = this.#options;
    const { terminal, language } = screen;
    const lines = [
      ...logs.map((it) => ({ time: it.log.Timestamp, text: formatLogLine(it, terminal) })),
      ...changed.map((it) => ({ time: timeOfTask(it), text: formatTaskLine(it, terminal, language) })),
    ];
    for (const { text } of lines.sort((a, b) => comparable(a.time) - comparable(b.time))) screen.line(text);
    if (isFinal(execution.Status)) return;
    const done = tasks.filter(({ Status }) => isFinal(Status) || Status === 'Skipped').length;
    screen.status(standing(execution.Status ?? '?', done, tasks.length));
  }

  /** Ctrl-C: true when the person wants to leave. */
  async #wantsToLeave({ ExecutionId }: Execution): Promise<boolean> {
    const { api, screen, secrets, prompter, interruption } = this.#options;
    if (!prompter || interruption.insistent.aborted) return true;
    screen.clear();
    const answer = (await prompter.ask(`${screen.words(cancelOrLeave)} `))?.trim().toLowerCase();
    const insists = interruption.insistent.aborted;
    interruption.forget();
    if (answer === undefined || insists) return true;
    if (answer !== '' && 'stop'.startsWith(answer)) return true;
    if (answer !== '' && 'cancel'.startsWith(answer)) {
      try {
        await api.cancelExecution({ ExecutionId }, { secrets });
        screen.say(cancelling);
      } catch (error) {
        if (!(error instanceof OosError)) throw error;
        screen.say(error.words);
      }
    }
    return false;
  }

  #leave(last: Execution, why: (status: string) => Words): Execution {
    const { screen, lineFor } = this.#options;
    screen.say(why(last.Status ?? '?'));
    const { ExecutionId: id } = last;
    for (const words of [
      ['executions', 'show', id],
      ['logs', id, '--follow'],
      ['cancel', id],
    ]) {
      screen.line(`  ${lineFor(...words)}`);
    }
    return last;
  }
}

/** What tells no time comes last. */
const comparable = (time: string | undefined): number => instant(time)?.getTime() ?? Number.MAX_SAFE_INTEGER;

const standing = (status: string, done: number, all: number): Words => ({
  en: `${status}: ${done} of ${all} tasks so far are done. Ctrl-C to stop or cancel.`,
  zh: `${status}：目前 ${all} 个任务中已完成 ${done} 个。按 Ctrl-C 停止跟踪或取消。`,
});
const cancelOrLeave: Words = {
  en: 'Cancel the execution, or just stop watching? [c]ancel, [s]top watching, or Enter to go on watching:',
  zh: '取消执行，还是仅停止跟踪？[c] 取消执行，[s] 停止跟踪，直接回车则继续跟踪：',
};
const cancelling: Words = { en: 'The execution was told to stop.', zh: '已请求取消执行。' };
const stopped = (status: string): Words => ({
  en: `Not watching any more. The execution goes on; it is ${status}.`,
  zh: `已停止跟踪，执行仍在继续，当前状态为 ${status}。`,
});
const timeIsUp = (status: string): Words => ({
  en: `The time is up. The execution goes on; it is ${status}.`,
  zh: `跟踪时间已到，执行仍在继续，当前状态为 ${status}。`,
});
const noAnswer = ({ en, zh }: Words): Words => ({
  en: `${en} Trying again; the execution goes on meanwhile.`,
  zh: `${zh}正在重试，执行仍在继续。`,
});
const outOfSight = (id: string): Words => ({
  en: `The execution ${id} cannot be watched any more. It goes on nevertheless.`,
  zh: `无法继续跟踪执行 ${id}，但执行不受影响。`,
});
