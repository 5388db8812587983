import { readFileSync } from 'node:fs';
import { join } from 'node:path';

type Data = Readonly<Record<string, unknown>>;

const read = (file: string): Data => JSON.parse(readFileSync(join(import.meta.dirname, '../..', file), 'utf8'));
const english = read('package.nls.json');
const chinese = read('package.nls.zh-cn.json');

interface Command {
  readonly command: string;
  readonly title: string;
  readonly category: string;
}

interface Manifest {
  readonly capabilities: Readonly<Record<string, { readonly description: string }>>;
  readonly contributes: {
    readonly commands: readonly Command[];
    readonly views: Readonly<Record<string, readonly { readonly id: string; readonly name: string }[]>>;
    readonly viewsWelcome: readonly { readonly view: string; readonly contents: string }[];
    readonly walkthroughs: readonly {
      readonly title: string;
      readonly steps: readonly { readonly title: string; readonly description: string }[];
    }[];
    readonly configuration: { readonly properties: Readonly<Record<string, Setting>> };
  };
}

interface Setting {
  readonly type: string;
  readonly default: unknown;
  readonly scope: string;
  readonly enum?: readonly string[];
  readonly enumDescriptions?: readonly string[];
  readonly markdownDescription: string;
}

/** Both texts of a key such as `%command.publish%`. What is no key is said alike in both languages. */
function both(text: string): [en: string, zh: string] {
  const [, key] = /^%(.+)%$/.exec(text) ?? [];
  return key === undefined ? [text, text] : [String(english[key]), String(chinese[key])];
}

const cell = (text: string): string => text.replaceAll('|', '\\|').replaceAll('\n', '<br>');
const row = (...cells: readonly string[]): string => `| ${cells.map(cell).join(' | ')} |`;
const table = (head: readonly string[], rows: readonly string[]): string =>
  [row(...head), row(...head.map(() => '---')), ...rows].join('\n');

/** Everything that the extension adds to VS Code, in both languages. */
export function manifestPage(): string {
  const { capabilities, contributes } = read('package.json') as unknown as Manifest;
  const { commands, views, viewsWelcome, walkthroughs, configuration } = contributes;
  const ids = Object.values(views).flat();
  return [
    '# VS Code: commands, views, settings · VS Code：命令、视图、设置',
    'Written by `npm run docs` from package.json. · 由 `npm run docs` 根据 package.json 生成。',
    '## Commands · 命令',
    table(
      ['English', '中文', 'id'],
      commands.map(({ command, title, category }) => {
        const [en, zh] = both(title);
        return row(`${category}: ${en}`, `${category}: ${zh}`, `\`${command}\``);
      }),
    ),
    '## Views · 视图',
    table(
      ['English', '中文', 'id'],
      ids.map(({ id, name }) => row(...both(name), `\`${id}\``)),
    ),
    'What a view says while it is empty: · 视图为空时的提示：',
    table(
      ['English', '中文', 'id'],
      viewsWelcome.map(({ view, contents }) => row(...both(contents), `\`${view}\``)),
    ),
    '## Settings · 设置',
    ...Object.entries(configuration.properties).map(([name, setting]) => settingText(name, setting)),
    '## Walkthrough · 入门',
    ...walkthroughs.map(({ title, steps }) =>
      table(
        both(title),
        steps.map((it) => {
          const [en, zh] = both(it.title);
          const [aboutEn, aboutZh] = both(it.description);
          return row(`**${en}** ${aboutEn}`, `**${zh}** ${aboutZh}`);
        }),
      ),
    ),
    '## Workspaces with limits · 受限的工作区',
    ...Object.values(capabilities).map(({ description }) => both(description).join('\n\n')),
    '',
  ].join('\n\n');
}

function settingText(name: string, setting: Setting): string {
  const { type, default: usual, scope, enum: values = [], enumDescriptions = [], markdownDescription } = setting;
  const choices = values.map((value, index) => `- \`${value}\`: ${both(enumDescriptions[index] ?? '').join(' · ')}`);
  return [
    `### \`${name}\``,
    `${type}, \`${JSON.stringify(usual)}\`, ${scope}`,
    ...both(markdownDescription),
    ...(choices.length > 0 ? [choices.join('\n')] : []),
  ].join('\n\n');
}
