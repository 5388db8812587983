import * as vscode from 'vscode';
import { writtenTemplates } from '../languageMode.ts';

/** What people do with a template, on top of it. */
export function registerLenses(): vscode.Disposable {
  const { t } = vscode.l10n;
  const actions = [
    { title: `$(check) ${t('Validate')}`, command: 'oos.validate', tooltip: t('Let OOS check this template') },
    {
      title: `$(cloud-upload) ${t('Publish')}`,
      command: 'oos.publish',
      tooltip: t('Show what would change, and publish'),
    },
    { title: `$(play) ${t('Run')}`, command: 'oos.run', tooltip: t('Start an execution of this template') },
    { title: `$(diff) ${t('Compare')}`, command: 'oos.compare', tooltip: t('Compare with the published version') },
  ];
  return vscode.languages.registerCodeLensProvider(writtenTemplates, {
    provideCodeLenses: ({ uri }) =>
      actions.map((action) => new vscode.CodeLens(new vscode.Range(0, 0, 0, 0), { ...action, arguments: [{ uri }] })),
  });
}
