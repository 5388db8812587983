import * as vscode from 'vscode';
import { sourceWords } from '../../../server/src/cloud/connection.ts';
import type { Profile } from '../../../server/src/cloud/profile.ts';
import { listProfiles } from '../../../server/src/cloud/profiles.ts';
import { regions } from '../../../server/src/cloud/regions.ts';
import { say } from '../say.ts';
import type { ChosenConnection } from './chosenConnection.ts';
import type { Connections } from './connections.ts';
import { askForKeys, listOwnKeys, type OwnKeys, removeOwnKeys, saveOwnKeys } from './ownKeys.ts';

interface Item extends vscode.QuickPickItem {
  /** Why it cannot be chosen. */
  readonly problem?: string;
  /** Absent: it cannot be chosen. Answers whether something was chosen. */
  readonly choose?: () => Promise<boolean>;
}

/** Lets the person choose among all connections of this machine. `purpose`: why this is asked. Answers whether one was chosen. */
export async function pickConnection(connections: Connections, purpose?: string): Promise<boolean> {
  for (;;) {
    const items = await connectionItems(connections);
    const picked = await vscode.window.showQuickPick(items, {
      title: vscode.l10n.t('OOS: Choose a connection'),
      placeHolder: purpose ?? vscode.l10n.t('Who calls OOS, and where? Nothing is sent until a command needs it.'),
      matchOnDescription: true,
      matchOnDetail: true,
    });
    if (!picked) return false;
    if (picked.choose) return picked.choose();
    // What cannot be used says why, and the list comes again.
    vscode.window.showWarningMessage(picked.problem ?? picked.detail ?? picked.label);
  }
}

async function connectionItems(connections: Connections): Promise<Item[]> {
  const { t } = vscode.l10n;
  const [{ profiles, problems }, own] = await Promise.all([
    listProfiles(process.env),
    listOwnKeys(connections.secrets),
  ]);
  const separator = (label: string): Item => ({ label, kind: vscode.QuickPickItemKind.Separator });
  return [
    separator(t('Profiles of this machine')),
    ...(profiles.length + problems.length === 0 ? [noProfiles()] : []),
    ...profiles.map((it) => profileItem(connections, it)),
    ...problems.map((it): Item => ({ label: `$(error) ${t('A file cannot be read')}`, detail: say(it) })),
    ...(own.length > 0 ? [separator(t('Keys in the secret storage'))] : []),
    ...own.map((it) => ownItem(connections, it)),
    separator(t('Without an account')),
    {
      label: `$(vm) ${t('Local OOS')}`,
      description: describing([], connections.choice?.kind === 'local'),
      detail: t('Runs on this machine, and changes nothing anywhere else.'),
      choose: chosen(connections, { kind: 'local' }),
    },
    separator(t('More')),
    { label: `$(key) ${t('Add access keys...')}`, choose: () => addKeys(connections) },
    ...(own.length > 0
      ? [{ label: `$(trash) ${t('Remove access keys...')}`, choose: () => removeKeys(connections) }]
      : []),
  ];
}

const noProfiles = (): Item => ({
  label: `$(info) ${vscode.l10n.t('There are none')}`,
  detail: vscode.l10n.t(
    'Profiles of the Alibaba Cloud CLI ("aliyun configure"), or keys in the environment of VS Code, are shown here.',
  ),
});

const describing = (parts: readonly (string | undefined)[], isChosen: boolean): string =>
  [...parts, isChosen && vscode.l10n.t('in use now')].filter(Boolean).join(' · ');

const chosen = (connections: Connections, choice: ChosenConnection) => async () => {
  await connections.choose(choice);
  return true;
};

function profileItem(connections: Connections, profile: Profile): Item {
  const { name, mode, region, source, accessKeyId, problem } = profile;
  const { choice } = connections;
  const isChosen = choice?.kind === 'profile' && choice.name === name && choice.source === source.kind;
  const description = describing([mode, accessKeyId, region], isChosen);
  const place = say(sourceWords(source));
  if (problem) {
    return { label: `$(warning) ${name}`, description, detail: `${say(problem)} · ${place}`, problem: say(problem) };
  }
  return {
    label: `$(account) ${name}`,
    description,
    detail: place,
    choose: async () => {
      const other = region === undefined ? await pickRegion() : undefined;
      if (region === undefined && other === undefined) return false;
      await connections.choose({
        kind: 'profile',
        name,
        source: source.kind,
        ...(region !== undefined && { ownRegion: region }),
        ...(other !== undefined && { region: other }),
      });
      return true;
    },
  };
}

const ownItem = (connections: Connections, { name, region }: OwnKeys): Item => ({
  label: `$(key) ${name}`,
  description: describing([region], connections.choice?.kind === 'own' && connections.choice.name === name),
  choose: chosen(connections, { kind: 'own', name, region }),
});

async function addKeys(connections: Connections): Promise<boolean> {
  const keys = await askForKeys(regions);
  if (!keys) return false;
  await saveOwnKeys(connections.secrets, keys);
  await connections.choose({ kind: 'own', name: keys.name, region: keys.region });
  return true;
}

/** Removing is no choice, but the list of connections may be asked for again. */
async function removeKeys(connections: Connections): Promise<boolean> {
  const own = await listOwnKeys(connections.secrets);
  const name = await vscode.window.showQuickPick(
    own.map((it) => it.name),
    { title: vscode.l10n.t('OOS: Remove access keys') },
  );
  if (name === undefined) return false;
  await removeOwnKeys(connections.secrets, name);
  const { choice } = connections;
  if (choice?.kind === 'own' && choice.name === name) await connections.choose(undefined);
  return false;
}

/** Lets the person choose a region, also one that is not in our list. */
export function pickRegion(current?: string): Promise<string | undefined> {
  return new Promise((resolve) => {
    const pick = vscode.window.createQuickPick();
    pick.title = vscode.l10n.t('OOS: Choose a region');
    pick.placeholder = vscode.l10n.t('A region, such as cn-hangzhou');
    const known = regions.map((label) => ({ label, ...(label === current && { description: '$(check)' }) }));
    pick.items = known;
    pick.onDidChangeValue((value) => {
      const own = /^[a-z]{2,}(?:-[a-z0-9]+)+$/.test(value) && !regions.includes(value) ? [{ label: value }] : [];
      // Behind the others: VS Code tells which one is taken by its place, which must not change while somebody types.
      pick.items = [...known, ...own];
    });
    pick.onDidAccept(() => {
      resolve(pick.selectedItems[0]?.label);
      pick.hide();
    });
    pick.onDidHide(() => {
      resolve(undefined);
      pick.dispose();
    });
    pick.show();
  });
}
