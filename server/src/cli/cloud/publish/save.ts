import type { OosApi } from '../../../cloud/api/oosApi.ts';
import {
  type Extras,
  isPublished,
  lookUpTemplate,
  type PublishedTemplate,
  publishTemplate,
} from '../../../cloud/api/publish.ts';
import { OosError, type OosErrorKind } from '../../../cloud/oosError.ts';
import type { Saved } from './outcome.ts';
import { isSame } from './published.ts';

interface Wanted {
  readonly text: string;
  readonly extras: Extras;
  /** What is published; undefined: nothing. */
  readonly seen: PublishedTemplate | undefined;
}

/** Creates or updates the template. Rejects with an OosError; then what was published is still there. */
export async function save(name: string, wanted: Wanted, api: OosApi): Promise<Omit<Saved, 'diff'>> {
  const { text, extras, seen } = wanted;
  const request = { TemplateName: name, Content: text, ...extras };
  const known = { result: seen ? ('updated' as const) : ('created' as const), from: seen?.Template.TemplateVersion };
  try {
    const { Template, RequestId } = await publishTemplate(api, request, seen);
    return { ...known, to: Template.TemplateVersion, requestId: RequestId };
  } catch (error) {
    const arrived = isDoubtful(error) ? await lookUpTemplate(api, name).catch(() => undefined) : undefined;
    // The answer was lost, but not the request.
    if (!arrived || isSame(seen, arrived) || !isPublished(arrived, text)) throw error;
    return { ...known, to: arrived.Template.TemplateVersion, requestId: undefined };
  }
}

/** Something has happened to the template since it was looked at. */
export function isRace(error: unknown, seen: PublishedTemplate | undefined): error is OosError {
  const code = error instanceof OosError ? (error.facts.code ?? '') : '';
  if (code.startsWith('TemplateUpdateFailed')) return true;
  return seen ? code === 'EntityNotExists.Template' : code.startsWith('EntityAlreadyExists');
}

const doubtful: ReadonlySet<OosErrorKind> = new Set<OosErrorKind>(['network', 'timeout', 'server', 'protocol']);

/** The call may have taken effect all the same. */
function isDoubtful(error: unknown): boolean {
  return error instanceof OosError && doubtful.has(error.facts.kind);
}
