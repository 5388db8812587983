import * as vscode from 'vscode';
import type { Credential } from '../../../server/src/cloud/credential.ts';
import { membersOf } from '../membersOf.ts';

/** Keys that the person has given to this extension, by name. They live in the store of secrets and nowhere else. */
export interface OwnKeys extends Credential {
  readonly name: string;
  readonly region: string;
}

/** The store cannot be listed in all versions of VS Code, so all keys are one secret. */
const secretName = 'oos.keys';

/** A store that cannot be read has nothing for us. */
export async function listOwnKeys(secrets: vscode.SecretStorage): Promise<readonly OwnKeys[]> {
  try {
    return await readOwnKeys(secrets);
  } catch {
    return [];
  }
}

/** Rejects where the store cannot be read, since the other keys in it would be lost. */
export async function saveOwnKeys(secrets: vscode.SecretStorage, keys: OwnKeys): Promise<void> {
  const others = (await readOwnKeys(secrets)).filter(({ name }) => name !== keys.name);
  await secrets.store(secretName, JSON.stringify([...others, keys]));
}

/** Rejects where the store cannot be read. */
export async function removeOwnKeys(secrets: vscode.SecretStorage, name: string): Promise<void> {
  const others = (await readOwnKeys(secrets)).filter((it) => it.name !== name);
  await secrets.store(secretName, JSON.stringify(others));
}

async function readOwnKeys(secrets: vscode.SecretStorage): Promise<readonly OwnKeys[]> {
  const text = await secrets.get(secretName);
  return text === undefined ? [] : keysIn(text);
}

/** What somebody else wrote holds no keys of ours. */
function keysIn(text: string): readonly OwnKeys[] {
  try {
    const found: unknown = JSON.parse(text);
    return Array.isArray(found) ? found.filter(isOwnKeys) : [];
  } catch {
    return [];
  }
}

function isOwnKeys(value: unknown): value is OwnKeys {
  const { name, region, accessKeyId, accessKeySecret } = membersOf(value);
  return [name, region, accessKeyId, accessKeySecret].every((it) => typeof it === 'string' && it !== '');
}

/** Asks for a pair of keys, one box after the other. Undefined: the person left. */
export async function askForKeys(regions: readonly string[]): Promise<OwnKeys | undefined> {
  const { t } = vscode.l10n;
  const ask = (title: string, prompt: string, password: boolean) =>
    vscode.window.showInputBox({ title, prompt, password, ignoreFocusOut: true, validateInput: needed });
  const title = t('OOS: Add access keys');
  const name = await ask(title, t('A name for these keys, such as "test account"'), false);
  if (name === undefined) return undefined;
  const accessKeyId = await ask(title, t('The access key id'), false);
  if (accessKeyId === undefined) return undefined;
  const accessKeySecret = await ask(
    title,
    t('The access key secret. It is kept in the secret storage of VS Code.'),
    true,
  );
  if (accessKeySecret === undefined) return undefined;
  const region = await vscode.window.showQuickPick([...regions], { title, placeHolder: t('The region') });
  if (region === undefined) return undefined;
  return { name: name.trim(), accessKeyId: accessKeyId.trim(), accessKeySecret: accessKeySecret.trim(), region };
}

const needed = (value: string): string | undefined =>
  value.trim() === '' ? vscode.l10n.t('This cannot be empty.') : undefined;
