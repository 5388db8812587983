import { DiagnosticSeverity, type Diagnostic as LspDiagnostic } from 'vscode-languageserver/node';
import type { OosError } from '../../cloud/oosError.ts';
import { locateServiceError } from '../../features/serviceError.ts';
import { inLanguage, type Language } from '../../words/words.ts';
import { toRange } from '../convert.ts';
import type { OpenDocument } from '../documents/documentStore.ts';

/**
 * What the service found wrong with texts. A verdict belongs to the version that was sent, and is gone with the next one, since
 * the service is asked only on command; it may answer when the text is long closed.
 */
export class ServiceVerdicts {
  readonly #verdicts = new WeakMap<OpenDocument, LspDiagnostic>();

  of(open: OpenDocument): LspDiagnostic[] {
    const found = this.#verdicts.get(open);
    return found ? [found] : [];
  }

  /** The place is the best one that the text of the service lets us find. */
  refused(open: OpenDocument, { facts, message }: OosError, language: Language): LspDiagnostic {
    const { lines, document } = open;
    const said = facts.serviceMessage ?? message;
    const request = facts.requestId === undefined ? '' : ` (${inLanguage(requestId, language)} ${facts.requestId})`;
    const found: LspDiagnostic = {
      range: toRange(lines, locateServiceError(document, said)),
      severity: DiagnosticSeverity.Error,
      code: facts.code ?? 'TemplateValidationError',
      source: 'OOS',
      message: `${said}${request}`,
    };
    this.#verdicts.set(open, found);
    return found;
  }

  accepted(open: OpenDocument): void {
    this.#verdicts.delete(open);
  }
}

const requestId = { en: 'request id', zh: '请求 ID' };
