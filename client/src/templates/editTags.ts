import * as vscode from 'vscode';
import type { ListedTemplate } from '../../../server/src/cloud/api/answers.ts';
import type { Toolkit } from '../toolkit.ts';
import { formatTags, parseTags, type ReadTags, type Tags, tagChanges } from './tagPairs.ts';

/** Shows the tags of a template in a box, and sends what was changed there. Answers whether something was. */
export async function editTags(toolkit: Toolkit, { TemplateName = '' }: ListedTemplate): Promise<boolean> {
  const { t } = vscode.l10n;
  const { api, connection } = await toolkit.connections.cloud();
  const target = { RegionId: connection.region, ResourceType: 'template', ResourceIds: [TemplateName] } as const;
  const before = await tagsOf(api.each('ListTagResources', target, { most: 200 }));
  const text = await vscode.window.showInputBox({
    title: t('OOS: Tags of {0}', TemplateName),
    prompt: t(
      'Pairs such as env=prod, team=web. What you take away is removed from the template in {0}.',
      target.RegionId,
    ),
    value: formatTags(before),
    ignoreFocusOut: true,
    validateInput: (value) => problemText(parseTags(value)),
  });
  // What nobody has touched is not sent, whatever became of it on its way through the box.
  const read = text === undefined || text === formatTags(before) ? undefined : parseTags(text);
  if (!read || 'problem' in read) return false;
  const { set, remove } = tagChanges(before, read.tags);
  if (Object.keys(set).length > 0) await api.tagResources({ ...target, Tags: set });
  if (remove.length > 0) await api.untagResources({ ...target, TagKeys: remove });
  return Object.keys(set).length + remove.length > 0;
}

interface TagResource {
  readonly TagKey: string | undefined;
  readonly TagValue: string | undefined;
}

async function tagsOf(resources: AsyncIterable<TagResource>): Promise<Tags> {
  const found: [string, string][] = [];
  for await (const { TagKey, TagValue } of resources) if (TagKey !== undefined) found.push([TagKey, TagValue ?? '']);
  return Object.fromEntries(found);
}

function problemText(read: ReadTags): string | undefined {
  if ('tags' in read) return undefined;
  const { t } = vscode.l10n;
  if (read.problem === 'twice') return t('A key can stand there once only: {0}', read.pair);
  return read.problem === 'noKey' ? t('The key is missing: {0}', read.pair) : t('Write key=value: {0}', read.pair);
}
