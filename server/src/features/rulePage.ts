import type { AnyRule, Severity, ValidExample } from '../analysis/rule.ts';
import type { Notation } from '../syntax/node.ts';
import { inLanguage, type Language, type Words } from '../words/words.ts';

const severityWords: Readonly<Record<Severity, Words>> = {
  error: { en: 'error', zh: '错误' },
  warning: { en: 'warning', zh: '警告' },
  information: { en: 'information', zh: '信息' },
  hint: { en: 'hint', zh: '提示' },
};

const words = {
  severity: { en: 'Severity: ', zh: '级别：' },
  strictOnly: { en: 'only in the preset strict', zh: '仅在 strict 预设中启用' },
  fixable: { en: 'has a quick fix', zh: '可快速修复' },
  only: { en: 'only in', zh: '仅适用于' },
  why: { en: 'Why', zh: '原因' },
  wrong: { en: 'Wrong', zh: '错误示例' },
  right: { en: 'Right', zh: '正确示例' },
  silence: { en: 'To silence it', zh: '如何屏蔽' },
} satisfies Record<string, Words>;

/** The page of one rule as Markdown, in one language. Headings begin at level 1. */
export function rulePage(rule: AnyRule, language: Language): string {
  const say = (it: Words) => inLanguage(it, language);
  const heading = (it: Words) => `## ${say(it)}`;
  const wrong = rule.invalid.map((it) => block(withoutMarks(it.text), it.notation ?? rule.notation ?? 'yaml'));
  const right = rule.valid.map((it) => validBlock(it, rule.notation ?? 'yaml'));
  return `${[
    `# ${rule.id}`,
    `${say(rule.summary)}`,
    facts(rule, language),
    heading(words.why),
    say(rule.why),
    heading(words.wrong),
    ...wrong,
    heading(words.right),
    ...right,
    heading(words.silence),
    say(silencing(rule)),
  ].join('\n\n')}\n`;
}

/** The list of all rules as Markdown, in both languages, each with a link to its page. */
export function rulesIndex(rules: readonly AnyRule[]): string {
  const rows = rules.map((rule) => {
    const severity = rule.strict ? `${rule.severity} (strict)` : rule.severity;
    return `| [${rule.id}](${rule.id}.md) | ${severity} | ${cell(rule.summary.en)} | ${cell(rule.summary.zh)} |`;
  });
  return `# Rules · 规则

${rules.length} rules. Those marked *strict* are off unless the preset \`strict\` or a setting turns them on.
共 ${rules.length} 条规则。标有 *strict* 的规则默认关闭，需启用 \`strict\` 预设或在设置中开启。

| id | severity | what it finds | 检查内容 |
|---|---|---|---|
${rows.join('\n')}
`;
}

function facts(rule: AnyRule, language: Language): string {
  const say = (it: Words) => inLanguage(it, language);
  const list = [`${say(words.severity)}${say(severityWords[rule.severity])}`];
  if (rule.strict) list.push(say(words.strictOnly));
  if (rule.notation) list.push(`${say(words.only)} ${rule.notation.toUpperCase()}`);
  if (rule.invalid.some(({ fixed }) => fixed !== undefined)) list.push(say(words.fixable));
  return list.join(language === 'zh-cn' ? '，' : '; ');
}

function silencing({ id, notation }: AnyRule): Words {
  const comment = `\`# oos-disable-next-line ${id}\``;
  const setting = `\`"rules": { "${id}": "off" }\``;
  if (notation === 'json') return { en: `In \`.oosrc.json\`: ${setting}.`, zh: `在 \`.oosrc.json\` 中：${setting}。` };
  return {
    en: `In YAML, the comment ${comment} in the line above. Everywhere, in \`.oosrc.json\`: ${setting}.`,
    zh: `在 YAML 中，于上一行写注释 ${comment}。任何格式都可在 \`.oosrc.json\` 中设置：${setting}。`,
  };
}

const withoutMarks = (marked: string): string => marked.replace(/<\||\|>/g, '');

const validBlock = (example: string | ValidExample, notation: Notation): string =>
  typeof example === 'string' ? block(example, notation) : block(example.text, example.notation);

/** Examples that are large on purpose are cut. */
function block(text: string, notation: Notation): string {
  const most = 100;
  const lines = text.replace(/^\n/, '').trimEnd().split('\n');
  const shown = lines.map((line) => (line.length > most * 2 ? `${line.slice(0, most)}...` : line));
  return `\`\`\`${notation}\n${shown.join('\n')}\n\`\`\``;
}

const cell = (text: string): string => text.replaceAll('|', '\\|');
