import type { OosApi } from '../../cloud/api/oosApi.ts';
import {
  type Extras,
  findSameText,
  hasExtras,
  isPublished,
  lookUpTemplate,
  type Publication,
  type PublishedTemplate,
  publishTemplate,
} from '../../cloud/api/publish.ts';
import { OosError } from '../../cloud/oosError.ts';
import type { OpenDocument } from '../documents/documentStore.ts';
import { type CommandContext, cloudOf, confirm, openOf, templateNameFor } from './commandContext.ts';
import { CommandFault } from './commandFault.ts';
import { type GivenOptions, tagsOption, textOption } from './commandOptions.ts';

/** `oos.validateTemplate`: asks the service, and shows what it says as a diagnostic. */
export async function validateTemplate(context: CommandContext): Promise<object> {
  const open = openOf(context);
  context.tell({ en: 'Asking OOS to check the template', zh: '正在请 OOS 校验模板' });
  const { api } = await cloudOf(context);
  const answer = await withVerdict(context, open, () =>
    api.validateTemplateContent({ Content: open.document.text }, { signal: context.signal }),
  );
  const { Tasks, Parameters, Outputs, RamRole, RequestId } = answer;
  return { tasks: Tasks, parameters: Parameters, outputs: Outputs, ramRole: RamRole, requestId: RequestId };
}

/** `oos.publishTemplate`: creates the template, or a new version where the published text is another one. */
export const publish = (context: CommandContext): Promise<object> => publishing(context, 'either');

/** `oos.createTemplate`: refused by the service where there is a template of that name. */
export const create = (context: CommandContext): Promise<object> => publishing(context, 'create');

/** `oos.updateTemplate`: refused by the service where there is none. */
export const update = (context: CommandContext): Promise<object> => publishing(context, 'update');

async function publishing(context: CommandContext, way: 'either' | 'create' | 'update'): Promise<object> {
  const { given, signal } = context;
  const open = openOf(context);
  const { text: content } = open.document;
  refuseChangedText(context, open);
  refuseErrors(context, open);
  const name = templateNameFor(context);
  const publication = { TemplateName: name, Content: content, ...extrasOf(given) };
  context.tell({ en: `Looking up ${name}`, zh: `正在查询 ${name}` });
  const cloud = await cloudOf(context);
  const { same, existing } = way === 'create' ? nothing : await findPublished(cloud.api, publication, signal);
  refuseChangedTemplate(context, (same ?? existing?.Template)?.TemplateVersion);
  if (same) return { outcome: 'unchanged', name, version: same.TemplateVersion, hash: same.Hash };
  const isUpdate = existing !== undefined || way === 'update';
  await confirm(context, cloud, isUpdate ? updateWords(name, existing) : createWords(name));
  context.tell({ en: `Publishing ${name}`, zh: `正在发布 ${name}` });
  const answer = await withVerdict(context, open, () =>
    isUpdate && !existing
      ? cloud.api.updateTemplate(publication, { signal })
      : publishTemplate(cloud.api, publication, existing, { signal }),
  );
  const { TemplateVersion, Hash } = answer.Template;
  return {
    outcome: isUpdate ? 'updated' : 'created',
    name,
    version: TemplateVersion,
    hash: Hash,
    requestId: answer.RequestId,
  };
}

interface Found {
  /** What is published already: the same text, with what goes with it. */
  readonly same: PublishedTemplate['Template'] | undefined;
  /** What is published, where the text or something else differs. */
  readonly existing: PublishedTemplate | undefined;
}

const nothing: Found = { same: undefined, existing: undefined };

/** The content is fetched only where the hash does not tell that nothing has changed. */
async function findPublished(api: OosApi, publication: Publication, signal: AbortSignal): Promise<Found> {
  const { TemplateName: name, Content: content } = publication;
  const hashed = await findSameText(api, name, content, { signal });
  if (hashed && hasExtras(hashed, publication)) return { ...nothing, same: hashed };
  const existing = await lookUpTemplate(api, name, { signal });
  const isSame = existing && isPublished(existing, content) && hasExtras(existing.Template, publication);
  return isSame ? { ...nothing, same: existing.Template } : { ...nothing, existing };
}

const extrasOf = (given: GivenOptions): Extras => ({
  Tags: tagsOption(given),
  VersionName: textOption(given, 'versionName'),
  ResourceGroupId: textOption(given, 'resourceGroupId'),
});

/** Nothing else is sent than the text that somebody has agreed to. */
function refuseChangedText({ given }: CommandContext, { lines }: OpenDocument): void {
  if (typeof given.documentVersion !== 'number' || given.documentVersion === lines.version) return;
  throw new CommandFault('TextChanged', {
    en: 'The text has changed since you were asked, so nothing was sent.',
    zh: '确认之后文本有改动，因此没有发送。',
  });
}

/** What is certain to be refused is not sent, unless the client insists. */
function refuseErrors({ session, given }: CommandContext, open: OpenDocument): void {
  if (given.force === true) return;
  const { length } = session.diagnose(open).filter(({ severity }) => severity === 'error');
  if (length === 0) return;
  throw new CommandFault('TemplateHasErrors', {
    en: `The template has ${length} ${length === 1 ? 'error' : 'errors'}. Repair them first.`,
    zh: `该模板有 ${length} 个错误，请先修复。`,
  });
}

/** `basedOn`: the version that the person has compared the text with. */
function refuseChangedTemplate({ given }: CommandContext, version: string | undefined): void {
  const basedOn = textOption(given, 'basedOn');
  if (basedOn === undefined || basedOn === version) return;
  throw new CommandFault('TemplateChanged', {
    en: `The published template is now ${version ?? 'gone'}, and was ${basedOn} when it was compared. Compare again.`,
    zh: `比较时已发布的版本是 ${basedOn}，现在是 ${version ?? '已不存在'}。请重新比较。`,
  });
}

/** Takes what the service says about the text into the diagnostics. */
async function withVerdict<T>({ session }: CommandContext, open: OpenDocument, call: () => Promise<T>): Promise<T> {
  try {
    const answer = await call();
    session.verdicts.accepted(open);
    return answer;
  } catch (error) {
    if (error instanceof OosError && error.facts.code === 'TemplateValidationError') {
      session.verdicts.refused(open, error, session.client.language);
    }
    throw error;
  } finally {
    session.scheduler.schedule(open.lines.uri);
  }
}

const createWords = (name: string) => ({
  en: `Create the template ${name} in OOS?`,
  zh: `是否在 OOS 中创建模板 ${name}？`,
});

function updateWords(name: string, existing: PublishedTemplate | undefined) {
  const version = existing?.Template.TemplateVersion;
  const after = version === undefined ? { en: '', zh: '' } : { en: ` after ${version}`, zh: `（当前为 ${version}）` };
  return {
    en: `Publish a new version of the template ${name}${after.en}?`,
    zh: `是否发布模板 ${name} 的新版本${after.zh}？`,
  };
}
