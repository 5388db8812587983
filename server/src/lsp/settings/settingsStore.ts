import { layered, type RuleChoices, type RuleSettings } from '../../analysis/levels.ts';
import type { SettingsFile } from '../../workspace/settings.ts';
import { SettingsCache } from '../../workspace/settingsCache.ts';
import { filePath } from '../documents/documentUri.ts';
import type { EditorSettings } from './editorSettings.ts';

interface Combined {
  readonly editor: RuleChoices;
  readonly file: SettingsFile | undefined;
  readonly settings: RuleSettings;
}

/** The settings that count for each text: those of the editor, and over them those of the settings file. */
export class SettingsStore {
  readonly #editor: EditorSettings;
  readonly #files = new SettingsCache();
  readonly #combined = new Map<string, Combined>();
  readonly #seen = new WeakSet<SettingsFile>();
  readonly #onProblems: (file: SettingsFile) => void;

  /** `onProblems` is called once for each state of a settings file that has any. */
  constructor(editor: EditorSettings, onProblems: (file: SettingsFile) => void) {
    this.#editor = editor;
    this.#onProblems = onProblems;
  }

  /** The same object until something has changed. */
  of(uri: string): RuleSettings {
    const editor = this.#editor.of(uri);
    const file = this.#fileFor(uri);
    const known = this.#combined.get(uri);
    if (known && known.editor === editor && known.file === file) return known.settings;
    const settings = layered(editor, ...(file ? [file.choices] : []));
    this.#combined.set(uri, { editor, file, settings });
    return settings;
  }

  /** Whether settings files have come, gone or changed on the disk. */
  refresh(): boolean {
    return this.#files.refresh();
  }

  forget(uri: string): void {
    this.#editor.forget(uri);
    this.#combined.delete(uri);
  }

  #fileFor(uri: string): SettingsFile | undefined {
    const path = filePath(uri);
    const file = path === undefined ? undefined : this.#files.settingsFor(path);
    if (file && file.problems.length > 0 && !this.#seen.has(file)) {
      this.#seen.add(file);
      this.#onProblems(file);
    }
    return file;
  }
}
