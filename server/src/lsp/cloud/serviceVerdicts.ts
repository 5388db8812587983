import { DiagnosticSeverity, type Diagnostic as LspDiagnostic } from 'vscode-languageserver/node';
import type { OosError } from '../../cloud/oosError.ts';
import { locateServiceError } from '../../features/serviceError.ts';
import { inLanguage, type Language } from '../../words/words.ts';
import { toRange } from '../convert.ts';
import type { OpenDocument } from '../documentStore.ts';

/**
 * What the service found wrong with texts. A verdict belongs to the version that was sent, and is gone with the next one, since
 * the service is asked only on command.
 */
export class ServiceVerdicts {
  readonly #verdicts = new Map<string, { readonly version: number; readonly found: LspDiagnostic }>();

  of({ lines }: OpenDocument): LspDiagnostic[] {
    const verdict = this.#verdicts.get(lines.uri);
    return verdict?.version === lines.version ? [verdict.found] : [];
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
    this.#verdicts.set(lines.uri, { version: lines.version, found });
    return found;
  }

  accepted({ lines }: OpenDocument): void {
    this.#verdicts.delete(lines.uri);
  }

  forget(uri: string): void {
    this.#verdicts.delete(uri);
  }
}

const requestId = { en: 'request id', zh: '请求 ID' };
