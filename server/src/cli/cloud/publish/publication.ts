import { encodeRequest } from '../../../cloud/api/encodeRequest.ts';
import type { Extras } from '../../../cloud/api/publish.ts';
import { OosError } from '../../../cloud/oosError.ts';
import { templateNameOf } from '../../../cloud/templateName.ts';
import type { Words } from '../../../words/words.ts';
import { UsageError } from '../../commandLine/usageError.ts';
import { asTyped } from '../asTyped.ts';
import { tagsFrom } from '../tagPairs.ts';
import type { PublishArguments } from './options.ts';

/** What is to be published as what. */
export interface Publication {
  /** Of the file; `-` for standard input. */
  readonly path: string;
  readonly name: string;
}

export function extrasFrom(given: PublishArguments): Extras {
  return {
    Tags: tagsFrom(given.values('tag')),
    VersionName: given.value('version-name'),
    ResourceGroupId: given.value('resource-group'),
  };
}

/**
 * The files of the command line with the names that they get: that of `--name`, else that of the file. Throws a `UsageError`,
 * or an OosError for a name or tags that the service does not take.
 */
export function publicationsFrom(given: PublishArguments): Publication[] {
  const paths = [...new Set(given.operands)];
  const name = given.value('name');
  if (paths.length === 0) throw new UsageError(noFile);
  if (name !== undefined && paths.length > 1) throw new UsageError(oneName);
  if (name === undefined && paths.includes('-')) throw new UsageError(nameless);
  const publications = paths.map((path) => ({ path, name: name ?? templateNameOf(path) }));
  for (const [index, it] of publications.entries()) {
    const other = publications.slice(0, index).find((earlier) => earlier.name === it.name);
    if (other) throw new UsageError(sameName(it.name, other.path, it.path));
    if (name === undefined) refuseUnfitName(it);
    checkFacts({ TemplateName: it.name, ...extrasFrom(given) });
  }
  return publications;
}

/** The content is looked at when the file is read; any will do until then. */
const checkFacts = (facts: Extras & { readonly TemplateName: string }) =>
  encodeRequest('UpdateTemplate', { Content: 'FormatVersion', ...facts });

/** Throws a `UsageError` for a file whose own name gives no name that the service takes. */
function refuseUnfitName({ path, name }: Publication): void {
  if (name === '') throw new UsageError(noNameIn(path));
  try {
    checkFacts({ TemplateName: name });
  } catch (error) {
    if (!(error instanceof OosError)) throw error;
    throw new UsageError(unfitName(path, name, asTyped(error, 'templates').words));
  }
}

const noFile: Words = { en: 'Name the templates: oos publish FILE...', zh: '请指定模板：oos publish FILE...' };
const oneName: Words = {
  en: '--name is for one file. Without it each template gets the name of its file.',
  zh: '--name 只能用于一个文件。不写时每个模板以文件名命名。',
};
const nameless: Words = {
  en: 'Standard input has no name. Give one: oos publish - --name NAME',
  zh: '标准输入没有名称，请指定：oos publish - --name NAME',
};
const noNameIn = (path: string): Words => ({
  en: `The name of "${path}" has no letters or digits that the name of a template can have. Rename the file, or publish it by itself with --name NAME.`,
  zh: `文件名“${path}”中没有可用于模板名称的字母或数字。请重命名该文件，或用 --name 单独发布。`,
});
const unfitName = (path: string, name: string, why: Words): Words => ({
  en: `"${path}" cannot be published as ${name}. ${why.en} Rename the file, or publish it by itself with --name NAME.`,
  zh: `“${path}”不能发布为 ${name}。${why.zh}请重命名该文件，或用 --name 单独发布。`,
});
const sameName = (name: string, one: string, other: string): Words => ({
  en: `"${one}" and "${other}" would both be published as ${name}. Rename one, or publish them one by one with --name.`,
  zh: `“${one}”和“${other}”都会发布为 ${name}。请重命名其中一个，或用 --name 逐个发布。`,
});
