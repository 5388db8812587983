/** A refusal as the service words it. Codes and statuses are those of the documentation, or the usual ones of this cloud's gateway. */
export class ServiceError extends Error {
  readonly code: string;
  readonly status: number;
  /** Further members of the answer, such as AccessDeniedDetail. */
  readonly more: Readonly<Record<string, unknown>>;

  constructor(code: string, status: number, message: string, more: Readonly<Record<string, unknown>> = {}) {
    super(message);
    this.name = 'ServiceError';
    this.code = code;
    this.status = status;
    this.more = more;
  }
}

export const missing = (name: string) =>
  new ServiceError(`Missing${name}`, 400, `${name} is mandatory for this action.`);

export const invalid = (name: string, reason: string) =>
  new ServiceError(`InvalidParameter.${name}`, 400, `The specified parameter ${name} is not valid: ${reason}.`);

export const notFound = (kind: 'Template' | 'TemplateVersion' | 'Execution' | 'TaskExecution', name: string) =>
  new ServiceError(`EntityNotExists.${kind}`, 404, `The specified ${kind.toLowerCase()} ${name} does not exist.`);

export const quotaExceeded = (key: string, value: number) =>
  new ServiceError('QuotaExceed', 403, `The Quota (${key}) exceeded (${value}).`);

export const updateFailed = (name: string) =>
  new ServiceError(
    'TemplateUpdateFailed',
    403,
    `The template ${name} update failed due to concurrence. Please try again.`,
  );

export const invalidTemplate = (reason: string) => new ServiceError('TemplateValidationError', 400, reason);
