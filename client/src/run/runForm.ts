import * as vscode from 'vscode';
import { OosError, type OosErrorKind } from '../../../server/src/cloud/oosError.ts';
import { withoutLinks } from '../../../server/src/words/withoutLinks.ts';
import { callerFacts } from '../connection/callerFacts.ts';
import type { Cloud } from '../connection/connections.ts';
import { failureText } from '../failure.ts';
import type { Toolkit } from '../toolkit.ts';
import type { Notice } from '../webview/pageMessages.ts';
import { Panel } from '../webview/panel.ts';
import { ClientTokens } from './clientTokens.ts';
import { type Filled, type FromForm, readFromForm, type ToForm } from './formMessages.ts';
import { givenTexts } from './formValues.ts';
import { formView } from './formView.ts';
import { type Judgement, judge } from './judgement.ts';
import { rememberedFor, rememberFilled } from './rememberedState.ts';
import { reviewView } from './reviewView.ts';
import { openScene, type Scene, templateLines, warningsAbout, withOffers } from './scene.ts';
import { showRisk } from './showRisk.ts';
import { factsOf, type LoadedTemplate, type RunSource, sourceKey } from './source.ts';
import { type StartRequest, startRequest } from './startRequest.ts';

/** An execution that was started from a form. */
export interface StartedRun {
  readonly executionId: string;
  readonly cloud: Cloud;
  readonly template: LoadedTemplate;
  readonly source: RunSource;
  /** Values of NoEcho parameters, which nothing that is shown may contain. */
  readonly secrets: readonly string[];
}

export interface RunFormOptions {
  readonly toolkit: Toolkit;
  readonly source: RunSource;
  /** What the fields hold at first, in place of what was filled in last time. */
  readonly filled?: Filled | undefined;
  readonly onStarted: (run: StartedRun) => void;
  readonly onClosed: () => void;
}

/** What the person has been shown, and what is sent when they agree. */
interface Pending {
  readonly scene: Scene;
  readonly request: StartRequest;
  readonly secrets: readonly string[];
  readonly filled: Filled;
}

/** The call may have taken effect all the same. */
const doubtful: ReadonlySet<OosErrorKind> = new Set<OosErrorKind>(['network', 'timeout', 'server', 'protocol']);

/** In milliseconds, after the last change of the text. */
const EDITING_PAUSE = 400;

/** The tab in which an execution is prepared: the parameters, then what is about to be started, then the start. */
export class RunForm implements vscode.Disposable {
  readonly #options: RunFormOptions;
  readonly #panel: Panel<ToForm>;
  readonly #subscriptions: vscode.Disposable[] = [];
  #scene: Scene | undefined;
  #pending: Pending | undefined;
  readonly #tokens = new ClientTokens();
  #checks = 0;
  /** How often the template was looked at: what an earlier look finds comes too late. */
  #loads = 0;
  #isStarting = false;
  #isClosed = false;
  #timer: NodeJS.Timeout | undefined;

  constructor(options: RunFormOptions) {
    this.#options = options;
    const { toolkit, source } = options;
    this.#panel = new Panel(
      { context: toolkit.context, name: 'runForm', title: vscode.l10n.t('Run'), icon: 'tab.svg', retained: true },
      (message) => this.#hear(message),
    );
    this.#subscriptions.push(
      toolkit.connections.onDidChange(() => this.#reload()),
      vscode.workspace.onDidChangeTextDocument(({ document: { uri }, contentChanges }) => {
        // VS Code tells of saving as well.
        if (contentChanges.length === 0) return;
        if (source.kind !== 'file' || uri.toString() !== source.uri.toString()) return;
        clearTimeout(this.#timer);
        this.#timer = setTimeout(() => this.#reload(), EDITING_PAUSE);
      }),
      this.#panel.onDidClose(() => this.dispose()),
    );
    this.#reload();
  }

  /** Brings it to the front. What is newest may have changed since. */
  reveal(): void {
    const { source } = this.#options;
    this.#panel.reveal();
    if (source.kind === 'published' && source.version === undefined) this.#reload();
  }

  dispose(): void {
    this.#isClosed = true;
    this.#options.onClosed();
    clearTimeout(this.#timer);
    this.#loads += 1;
    for (const it of this.#subscriptions.splice(0)) it.dispose();
    this.#pending = undefined;
    this.#panel.dispose();
  }

  #hear(message: unknown): void {
    const said = readFromForm(message);
    if (said) this.#answer(said).catch((error) => this.#tell(error));
  }

  async #answer(said: FromForm): Promise<void> {
    switch (said.type) {
      case 'changed':
        return this.#check(said);
      case 'review':
        return this.#review(said);
      case 'start':
        return this.#start();
      case 'back':
        return this.#edit();
      case 'changeConnection':
        await vscode.commands.executeCommand('oos.chooseConnection');
        return;
      case 'showRisk':
        return this.#showRisk(said.index);
    }
  }

  /** Looks at the template anew. What is filled in stays. `news`: why it does, if that is to be told. */
  #reload(news = ''): void {
    this.#loads += 1;
    this.#checks += 1;
    const load = this.#loads;
    this.#load(load, news).catch((error) => {
      if (load === this.#loads) this.#tell(error);
    });
  }

  async #load(load: number, news: string): Promise<void> {
    const { toolkit, source, filled } = this.#options;
    const { t } = vscode.l10n;
    this.#edit();
    this.#notice('busy', t('Looking at the template...'));
    const scene = await openScene(toolkit, source);
    if (load !== this.#loads) return;
    this.#scene = scene;
    this.#panel.title = t('Run {0}', scene.template.label);
    const remembered = filled ?? rememberedFor(toolkit.context.workspaceState, sourceKey(source));
    this.#showForm(scene, remembered);
    this.#notice(news === '' ? 'none' : 'failure', news);
    const more = await withOffers(scene, toolkit.log);
    if (more === scene || this.#scene !== scene) return;
    this.#scene = more;
    this.#showForm(more, remembered);
  }

  #showForm(scene: Scene, remembered: Filled | undefined): void {
    const { t } = vscode.l10n;
    const form = formView(
      {
        heading: t('Run {0}', scene.template.label),
        facts: [...callerFacts(scene.cloud.connection), ...templateLines(scene.template)],
        warnings: warningsAbout(scene),
        template: scene.facts,
        offered: scene.offered,
        remembered,
      },
      t,
    );
    this.#panel.post({ type: 'form', form });
  }

  async #check(filled: Filled): Promise<void> {
    if (!this.#scene) return;
    this.#checks += 1;
    const check = this.#checks;
    const { problems, doubts } = await this.#judge(this.#scene, filled);
    if (check === this.#checks) this.#panel.post({ type: 'problems', problems, doubts, all: false });
  }

  #judge({ template, facts }: Scene, filled: Filled): Promise<Judgement> {
    return judge(this.#options.toolkit, template, facts.parameters, filled);
  }

  async #review(filled: Filled): Promise<void> {
    if (!this.#scene || this.#isStarting) return;
    const scene = this.#scene;
    const { cloud, template, facts } = scene;
    const load = this.#loads;
    this.#checks += 1;
    const { problems, doubts, options, values } = await this.#judge(scene, filled);
    if (load !== this.#loads) return;
    this.#panel.post({ type: 'problems', problems, doubts, all: true });
    if (Object.keys(problems).length > 0) return;
    const start = { values, SafetyCheck: options.SafetyCheck };
    const { riskyTasks } = await factsOf(this.#options.toolkit, template, start);
    if (load !== this.#loads) return;
    const { parameters } = facts;
    const given = givenTexts(parameters, filled.values);
    const clientToken = this.#tokens.tokenFor([template.request, values, given, options]);
    const request = startRequest({ loaded: template, parameters, values, given, options, clientToken });
    this.#pending = { scene, request, secrets: Object.values(given.secrets), filled };
    const { t } = vscode.l10n;
    const review = reviewView(
      {
        heading: t('Start an execution of {0}?', template.label),
        facts: [...callerFacts(cloud.connection), ...templateLines(template)],
        warnings: warningsAbout(scene),
        template: { ...facts, riskyTasks },
        given,
        options,
        doubts,
      },
      t,
    );
    this.#notice('none', '');
    this.#panel.post({ type: 'review', review });
  }

  /** Back to the fields; what was to be sent is forgotten. */
  #edit(): void {
    this.#pending = undefined;
    this.#panel.withdraw('review');
    this.#panel.post({ type: 'edit' });
  }

  async #start(): Promise<void> {
    const pending = this.#pending;
    if (!pending || this.#isStarting) return;
    // From here on, so that a second click does not start it while the first one still looks.
    this.#isStarting = true;
    let isOutdated: boolean;
    try {
      isOutdated = await this.#isOutdated(pending);
      // Whoever has gone back to the fields meanwhile does not want it.
      if (!isOutdated && this.#pending === pending) await this.#send(pending);
    } finally {
      this.#isStarting = false;
    }
    const { t } = vscode.l10n;
    if (isOutdated) this.#reload(t('Something has changed since. Look through it again before you start.'));
  }

  async #send(pending: Pending): Promise<void> {
    this.#notice('busy', vscode.l10n.t('Starting...'));
    let executionId: string;
    try {
      const { scene, request, secrets } = pending;
      executionId = (await scene.cloud.api.startExecution(request, { secrets })).Execution.ExecutionId;
    } catch (error) {
      this.#tell(error, true);
      return;
    }
    await this.#finish(pending, executionId);
  }

  /** What is started must be what was looked at: by the same account, and the same text. */
  async #isOutdated({ scene, request }: Pending): Promise<boolean> {
    const { toolkit, source } = this.#options;
    if ((await toolkit.connections.cloud()) !== scene.cloud) return true;
    if (source.kind !== 'file') return false;
    const document = await vscode.workspace.openTextDocument(source.uri);
    return document.getText() !== request.TemplateContent;
  }

  async #finish({ scene, filled, secrets }: Pending, executionId: string): Promise<void> {
    const { toolkit, source, onStarted } = this.#options;
    this.dispose();
    onStarted({ executionId, cloud: scene.cloud, template: scene.template, source, secrets });
    await rememberFilled(toolkit.context.workspaceState, sourceKey(source), filled, scene.facts.parameters);
  }

  async #showRisk(index: number): Promise<void> {
    const { beside } = this.#panel;
    if (this.#scene) await showRisk(this.#scene, this.#options.source, { index, beside });
  }

  #notice(tone: Notice['tone'], text: string): void {
    this.#panel.post({ type: 'notice', tone, text });
  }

  /** `wasSent`: the call may have arrived. Whoever has closed the form is told all the same. */
  #tell(error: unknown, wasSent = false): void {
    const text = failureText(error);
    this.#options.toolkit.log.error(text ?? 'The form was left.');
    const isDoubtful = wasSent && error instanceof OosError && doubtful.has(error.facts.kind);
    const more = isDoubtful
      ? [vscode.l10n.t('It is not known whether the execution has started. A second try does not start a second one.')]
      : [];
    const words = [text ?? vscode.l10n.t('No connection was chosen.'), ...more].join(' ');
    if (wasSent && this.#isClosed) vscode.window.showErrorMessage(withoutLinks(words)).then(undefined, () => undefined);
    else this.#notice('failure', words);
  }
}
