import * as vscode from 'vscode';
import type { ListedTemplate } from '../../../server/src/cloud/api/answers.ts';
import { callerName } from '../../../server/src/cloud/callerName.ts';
import { addressLine, callerLines } from '../connection/callerFacts.ts';
import type { Cloud } from '../connection/connections.ts';
import type { Toolkit } from '../toolkit.ts';
import {
  allSteps,
  formatTags,
  parseTags,
  type ReadTags,
  type TagChanges,
  type TagStep,
  type Tags,
  tagChanges,
  tagSteps,
} from './tagPairs.ts';

/** Shows the tags of a template in a box, asks whether what was changed there is meant, and sends it. */
export async function editTags(toolkit: Toolkit, { TemplateName = '' }: ListedTemplate): Promise<void> {
  const { t } = vscode.l10n;
  const cloud = await toolkit.connections.cloud();
  const { api, connection } = cloud;
  const { region } = connection;
  const before = await tagsOf(api.each('ListTagResources', targetOf(cloud, TemplateName), { most: 200 }));
  const text = await vscode.window.showInputBox({
    title: t('OOS: Tags of {0}', TemplateName),
    prompt: t(
      'Pairs such as env=prod, team=web, for {0} in {1}. You are asked before they change.',
      callerName(connection),
      region,
    ),
    value: formatTags(before),
    ignoreFocusOut: true,
    validateInput: (value) => problemText(parseTags(value)),
  });
  // What nobody has touched is not sent, whatever became of it on its way through the box.
  const read = text === undefined || text === formatTags(before) ? undefined : parseTags(text);
  if (!read || 'problem' in read) return;
  const changes = tagChanges(before, read.tags);
  const steps = tagSteps(before, changes);
  if (steps.length === 0 || !(await agrees(cloud, TemplateName, changes))) return;
  await send(cloud, TemplateName, changes, steps);
  vscode.window.showInformationMessage(t('Changed the tags of {0} in {1}.', TemplateName, region));
}

const targetOf = ({ connection }: Cloud, name: string) =>
  ({ RegionId: connection.region, ResourceType: 'template', ResourceIds: [name] }) as const;

/** The question says what will be set and taken away, by whom and where. */
async function agrees({ connection }: Cloud, name: string, changes: TagChanges): Promise<boolean> {
  const { t } = vscode.l10n;
  const lines = [
    ...allSteps.map((step) => stepText(step, changes)),
    ...callerLines(connection),
    addressLine(connection),
  ];
  const options = { modal: true, detail: lines.filter(Boolean).join('\n') };
  const yes = t('Change the tags');
  return (await vscode.window.showInformationMessage(t('Change the tags of {0}?', name), options, yes)) === yes;
}

function stepText(step: TagStep, changes: TagChanges): string {
  const tags = formatTags(changes[step]);
  if (tags === '') return '';
  return step === 'set' ? vscode.l10n.t('Set: {0}', tags) : vscode.l10n.t('Remove: {0}', tags);
}

/** Rejects as the service refuses; when that was the second call, it also tells what the first one has done. */
async function send(cloud: Cloud, name: string, changes: TagChanges, steps: readonly TagStep[]) {
  const target = targetOf(cloud, name);
  const done: string[] = [];
  const calls = {
    set: () => cloud.api.tagResources({ ...target, Tags: changes.set }),
    remove: () => cloud.api.untagResources({ ...target, TagKeys: Object.keys(changes.remove) }),
  };
  try {
    for (const step of steps) {
      await vscode.window.withProgress({ location: { viewId: 'oos.templates' } }, calls[step]);
      done.push(stepText(step, changes));
    }
  } catch (error) {
    const text = vscode.l10n.t('Only some of the tags of {0} have changed. {1}', name, done.join(' '));
    if (done.length > 0) vscode.window.showWarningMessage(text);
    throw error;
  } finally {
    await vscode.commands.executeCommand('oos.templates.refresh');
  }
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
  if (read.problem === 'twice') return t('A key can be used only once: {0}', read.pair);
  return read.problem === 'noKey' ? t('The key is missing: {0}', read.pair) : t('Write key=value: {0}', read.pair);
}
