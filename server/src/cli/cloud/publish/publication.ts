import { encodeRequest } from '../../../cloud/api/encodeRequest.ts';
import type { RequestOf } from '../../../cloud/api/operations.ts';
import { templateNameOf } from '../../../cloud/templateName.ts';
import type { Words } from '../../../words/words.ts';
import { UsageError } from '../../usageError.ts';
import { tagsFrom } from '../tagPairs.ts';
import type { PublishArguments } from './options.ts';

/** What is to be published as what. */
export interface Publication {
  /** Of the file; `-` for standard input. */
  readonly path: string;
  readonly name: string;
}

/** What goes with the content of every template that is published. */
export type Extras = Pick<RequestOf<'UpdateTemplate'>, 'Tags' | 'VersionName' | 'ResourceGroupId'>;

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
    // The content is looked at when the file is read; any will do until then.
    encodeRequest('UpdateTemplate', { TemplateName: it.name, Content: 'FormatVersion', ...extrasFrom(given) });
  }
  return publications;
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
const sameName = (name: string, one: string, other: string): Words => ({
  en: `"${one}" and "${other}" would both be published as ${name}. Rename one, or publish them one by one with --name.`,
  zh: `“${one}”和“${other}”都会发布为 ${name}。请重命名其中一个，或用 --name 逐个发布。`,
});
