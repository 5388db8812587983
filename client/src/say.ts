import * as vscode from 'vscode';
import { inLanguage, type Language, type Words } from '../../server/src/words/words.ts';

/** The language of what comes from shared code; our own texts go through `vscode.l10n`. */
const language: Language = vscode.env.language.toLowerCase().startsWith('zh') ? 'zh-cn' : 'en';

/** Words of shared code in the language of the editor. */
export const say = (words: Words): string => inLanguage(words, language);
