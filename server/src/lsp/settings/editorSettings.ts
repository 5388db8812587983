import type { RuleChoices } from '../../analysis/levels.ts';
import type { Words } from '../../words/words.ts';
import { type ParsedSettings, parseSettings } from '../../workspace/settingsText.ts';

/** The editor as far as its settings go. */
export interface SettingsSource {
  /** Asks what the settings are for a text. Undefined: this editor cannot be asked. */
  ask(uri: string): Promise<unknown> | undefined;
  /** Called when the settings for a text are known, and whenever they have changed. */
  changed(uri: string): void;
  /** Called for whatever is wrong with the settings. */
  wrong(message: Words): void;
}

/** In milliseconds. Editors answer in a few; one that does not answer must not keep the findings back. */
const PATIENCE = 400;

const none: RuleChoices = { rules: {} };

/**
 * What the editor wants of the rules. It is asked for each text if it can be, and counts on what it has sent by itself
 * otherwise.
 */
export class EditorSettings {
  readonly #source: SettingsSource;
  /** By text. Undefined: the editor has nothing to say about it in particular. */
  readonly #answers = new Map<string, RuleChoices | undefined>();
  /** The last question about each text. */
  readonly #questions = new Map<string, Promise<unknown>>();
  /** Who waits for the settings for a text. */
  readonly #waiting = new Map<string, (() => void)[]>();
  #sent = none;
  /** Not waited for a second time, until it answers after all. */
  #isSilent = false;

  constructor(source: SettingsSource) {
    this.#source = source;
  }

  /** The settings as far as they are known. */
  of(uri: string): RuleChoices {
    return this.#answers.get(uri) ?? this.#sent;
  }

  /** Whether the settings for a text are known. If not, the editor is asked, and `changed` tells of its answer. */
  isKnown(uri: string): boolean {
    if (!this.#answers.has(uri) && !this.#questions.has(uri)) this.#ask(uri);
    return this.#answers.has(uri);
  }

  /** Resolves when the settings for a text are known, the editor had its time to tell them, or the text is forgotten. */
  async known(uri: string): Promise<void> {
    if (this.isKnown(uri)) return;
    await new Promise<void>((resolve) => {
      this.#waiting.set(uri, [...(this.#waiting.get(uri) ?? []), resolve]);
    });
  }

  /** Takes settings that come unasked: with the start, or with the news that they have changed. */
  send(settings: unknown): void {
    const known = [...this.#answers.keys()].map((uri) => ({ uri, before: this.of(uri) }));
    this.#sent = this.#read(settings) ?? this.#sent;
    for (const { uri, before } of known) {
      if (!isSame(before, this.of(uri))) this.#source.changed(uri);
      this.#ask(uri);
    }
  }

  forget(uri: string): void {
    this.#answers.delete(uri);
    this.#questions.delete(uri);
    this.#letGo(uri);
  }

  #letGo(uri: string): void {
    const waiting = this.#waiting.get(uri) ?? [];
    this.#waiting.delete(uri);
    for (const it of waiting) it();
  }

  #ask(uri: string): void {
    const question = this.#source.ask(uri);
    if (!question || (this.#isSilent && !this.#answers.has(uri))) this.#answers.set(uri, undefined);
    if (!question) return;
    this.#questions.set(uri, question);
    // An answer to a question that was asked again since, or about a text that is closed, comes too late.
    const settle = (answer: unknown): void => {
      clearTimeout(patience);
      this.#isSilent = false;
      if (this.#questions.get(uri) === question) this.#settle(uri, this.#read(answer));
    };
    const giveUp = (): void => {
      this.#isSilent = true;
      if (this.#questions.get(uri) === question && !this.#answers.has(uri)) this.#settle(uri, undefined);
    };
    const patience = setTimeout(giveUp, PATIENCE).unref();
    question.then(settle, () => settle(undefined));
  }

  #settle(uri: string, choices: RuleChoices | undefined): void {
    const isFirst = !this.#answers.has(uri);
    const before = this.of(uri);
    this.#answers.set(uri, choices);
    this.#letGo(uri);
    if (isFirst || !isSame(before, this.of(uri))) this.#source.changed(uri);
  }

  #read(settings: unknown): RuleChoices | undefined {
    const parsed = parseEditorSettings(settings);
    for (const { message } of parsed?.problems ?? []) this.#source.wrong(message);
    return parsed?.choices;
  }
}

const isSame = (a: RuleChoices, b: RuleChoices): boolean => JSON.stringify(a) === JSON.stringify(b);

/**
 * Reads `{ preset, rules }`, or the same under `oos`, in whatever an editor has sent. Undefined: there is nothing for us.
 */
function parseEditorSettings(sent: unknown): ParsedSettings | undefined {
  const { preset, rules } = membersOf(membersOf(sent).oos ?? sent);
  if ((preset ?? rules ?? undefined) === undefined) return undefined;
  try {
    return parseSettings(JSON.stringify({ extends: preset ?? undefined, rules: rules ?? undefined }));
  } catch {
    // Nested so deeply that it cannot be written down.
    return undefined;
  }
}

const membersOf = (value: unknown): Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>) : {};
