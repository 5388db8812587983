import {
  type Extras,
  findSameText,
  hasExtras,
  isPublished,
  lookUpTemplate,
  type PublishedTemplate,
} from '../../../cloud/api/publish.ts';
import { OosError } from '../../../cloud/oosError.ts';
import { inLanguage, type Language, type Words } from '../../../words/words.ts';
import type { TemplateFile } from '../../files/templateFile.ts';
import { formatDiff, unifiedDiff } from '../../formats/diff.ts';
import type { Io } from '../../io.ts';
import { printable, terminalOf } from '../../terminal/terminal.ts';
import { confirmChange } from '../confirm.ts';
import type { Cloud } from '../connect.ts';
import { during } from '../during.ts';
import { isCancelled } from '../leaving.ts';
import type { PublishArguments } from './options.ts';
import type { Outcome } from './outcome.ts';
import type { Publication } from './publication.ts';
import { isSame } from './published.ts';
import { isRace, save } from './save.ts';

/** What all templates of one command line have in common. */
export interface Surroundings {
  readonly cloud: Cloud;
  readonly extras: Extras;
  readonly given: PublishArguments;
  /** There are others beside it. */
  readonly isOneOfMany: boolean;
  readonly io: Io;
  readonly language: Language;
}

interface Job extends Surroundings {
  readonly publication: Publication;
  readonly text: string;
}

/** How often a script tries when others save the same template at the same moment. */
const MOST_TRIES = 3;

/**
 * Publishes a template after a look at what is published, a comparison and a question. When somebody else publishes in
 * between, it looks, compares and asks again; without a person to ask it goes on only while the published version is the one
 * that was compared with. Rejects with an OosError, and with `Stopped` when the person leaves at the question.
 */
export async function publishTemplate(
  publication: Publication,
  { document }: TemplateFile,
  surroundings: Surroundings,
): Promise<Outcome> {
  const job = { ...surroundings, publication, text: document.text };
  const same = await lookAtHash(job);
  // With other tags it is published anew, and a comparison needs the text.
  if (same && hasExtras(same, job.extras)) return { ...publication, result: 'unchanged', from: same.TemplateVersion };
  let seen = await look(job);
  for (let tries = 1; ; tries++) {
    const step = await attempt(job, seen, tries);
    if ('outcome' in step) return step.outcome;
    seen = step.seen;
    job.io.stderr.write(`${printable(inLanguage(again(publication.name), job.language))}\n`);
  }
}

/** The end, or what is published by now. */
type Step = { readonly outcome: Outcome } | { readonly seen: PublishedTemplate | undefined };

async function attempt(job: Job, seen: PublishedTemplate | undefined, tries: number): Promise<Step> {
  const { publication, text, extras, given } = job;
  const from = seen?.Template.TemplateVersion;
  if (seen && isPublished(seen, text) && hasExtras(seen.Template, extras)) {
    return { outcome: { ...publication, result: 'unchanged', from } };
  }
  const diff = compare(seen, job);
  if (tries === 1 || !given.has('yes')) show(seen, diff, job);
  if (given.has('dry-run')) return { outcome: { ...publication, result: 'dry-run', from, diff } };
  if (!(await agreed(seen, job))) return { outcome: { ...publication, result: 'declined', from, diff } };
  // A person may have thought about it for a while.
  const now = given.has('yes') ? seen : await look(job);
  if (!isSame(seen, now)) return { seen: now };
  const work = save(publication.name, { text, extras, seen }, job.cloud.api);
  try {
    const saved = await during(saving(publication.name), job.io, job.language, work);
    return { outcome: { ...publication, ...saved, diff } };
  } catch (error) {
    if (isCancelled(error)) return { outcome: { ...publication, result: 'unknown', from, diff } };
    if (!isRace(error, seen)) throw error;
    return { seen: await lookAfter(error, job, seen, tries) };
  }
}

const lookAtHash = ({ publication: { name }, text, cloud, io, language }: Job) =>
  during(looking(name), io, language, findSameText(cloud.api, name, text));

const look = ({ publication: { name }, cloud, io, language }: Job) =>
  during(looking(name), io, language, lookUpTemplate(cloud.api, name));

/** What is published after a race. Rejects where a script would overwrite what nobody has seen, or has tried too often. */
async function lookAfter(race: OosError, job: Job, seen: PublishedTemplate | undefined, tries: number) {
  const fresh = await look(job);
  if (!job.given.has('yes')) return fresh;
  if (!isSame(seen, fresh)) throw new OosError(overtaken(job.publication.name), race.facts);
  if (tries >= MOST_TRIES) throw race;
  await job.io.wait(500 * tries, job.cloud.leaving);
  return fresh;
}

function compare(seen: PublishedTemplate | undefined, { publication: { name, path }, text }: Job): string | undefined {
  if (!seen) return undefined;
  const title = `${name} ${seen.Template.TemplateVersion ?? ''}`.trim();
  return unifiedDiff({ title, text: seen.Content ?? '' }, { title: path, text });
}

/** In the answer for people; where the answer is for a program, only somebody who is asked wants to see it. */
function show(seen: PublishedTemplate | undefined, diff: string | undefined, job: Job): void {
  const { publication, given, io, language } = job;
  const { name, path } = publication;
  const forProgram = given.value('format') === 'json';
  if (forProgram && (!io.prompter || given.has('yes') || given.has('dry-run'))) return;
  const out = forProgram ? io.stderr : io.stdout;
  const say = (words: Words) => out.write(`${printable(inLanguage(words, language))}\n`);
  if (!seen) say(isNew(name, path));
  else if (diff === undefined) say(allDifferent(name, path));
  else out.write(formatDiff(diff, terminalOf(out, io.env)));
  if (seen && !seen.ContentIsOriginal) say(rewritten);
}

function agreed(seen: PublishedTemplate | undefined, job: Job): Promise<boolean> {
  const { publication, cloud, given, extras, isOneOfMany, io, language } = job;
  const { name, path } = publication;
  const tags = Object.entries(extras.Tags ?? {}).map(([key, value]) => `${key}=${value}`);
  const also: Words = {
    en: tags.length > 0 ? `, with the tags ${tags.join(', ')}` : '',
    zh: tags.length > 0 ? `，标签为 ${tags.join('、')}` : '',
  };
  const latest = seen?.Template.TemplateVersion ?? '?';
  const what = seen
    ? {
        en: `Update the template ${name}, now ${latest}, from ${path}${also.en}.`,
        zh: `用 ${path} 更新模板 ${name}（当前版本 ${latest}）${also.zh}。`,
      }
    : {
        en: `Create the template ${name} from ${path}${also.en}.`,
        zh: `用 ${path} 创建模板 ${name}${also.zh}。`,
      };
  const declined = isOneOfMany ? notChanged(name) : undefined;
  return confirmChange({ connection: cloud.connection, what, declined }, given, io, language);
}

const looking = (name: string): Words => ({
  en: `Looking at what is published as ${name}...`,
  zh: `正在查看已发布的 ${name}…`,
});
const saving = (name: string): Words => ({ en: `Publishing ${name}...`, zh: `正在发布 ${name}…` });
const isNew = (name: string, path: string): Words => ({
  en: `${path}: nothing is published as ${name} yet.`,
  zh: `${path}：尚未发布过名为 ${name} 的模板。`,
});
const allDifferent = (name: string, path: string): Words => ({
  en: `${path} and what is published as ${name} have hardly a line in common.`,
  zh: `${path} 与已发布的 ${name} 几乎没有相同的行。`,
});
const rewritten: Words = {
  en: 'The service returned only the content of the published version, so this is not the text that was published.',
  zh: '服务只返回了已发布版本的内容结构，因此比较对象并非发布时的原文。',
};
const again = (name: string): Words => ({
  en: `Somebody else has saved ${name} at the same time, so it was compared anew.`,
  zh: `其他人同时保存了 ${name}，已重新比较。`,
});
const notChanged = (name: string): Words => ({ en: `${name} was not changed.`, zh: `未更改 ${name}。` });
const overtaken = (name: string): Words => ({
  en: `Somebody else has published ${name} since it was compared, and nothing of yours was saved. Look at the differences, then publish again.`,
  zh: `比较之后其他人发布了 ${name}，您的内容未被保存。请查看差异后重新发布。`,
});
