import { type Level, levels, type Preset, presets, type RuleChoices } from '../analysis/levels.ts';
import { shown } from '../analysis/literals.ts';
import { rules } from '../analysis/rules/index.ts';
import { checkPlainSchema, type SchemaProblem } from '../analysis/schemaCheck.ts';
import { syntaxWords } from '../analysis/syntaxWords.ts';
import { parseJson } from '../syntax/json.ts';
import { asMapping, keyName, toData } from '../syntax/navigate.ts';
import type { MappingNode, TextRange, ValueNode } from '../syntax/node.ts';
import { closest } from '../template/closest.ts';
import type { Words } from '../words/words.ts';
import { settingsSchema } from './settingsSchema.ts';

interface SettingsProblem {
  /** Where in the text of the file; undefined for the file as a whole. */
  readonly range: TextRange | undefined;
  readonly message: Words;
}

export interface ParsedSettings {
  /** All that is right in the text. */
  readonly choices: RuleChoices;
  /** All that is wrong with it, by position. */
  readonly problems: readonly SettingsProblem[];
}

/** All rules together, each with its level, need a fraction of it. */
export const MOST_CHARACTERS = 64 * 1024;

/** Nobody reads more of them. */
const MOST_PROBLEMS = 50;

/** Reads the text of a settings file, which anybody may have written. Never throws. */
export function parseSettings(text: string): ParsedSettings {
  if (text.length > MOST_CHARACTERS)
    return { choices: { rules: {} }, problems: [{ range: undefined, message: tooLong }] };
  const { root, problems } = parseJson(text);
  const found = problems.map(({ code, range }) => ({ range, message: syntaxWords(code, 'json') }));
  if (root) {
    const misfits = checkPlainSchema(settingsSchema, root).slice(0, MOST_PROBLEMS);
    found.push(...misfits.flatMap((it) => toProblem(it) ?? []));
    for (const mapping of [asMapping(root), rulesIn(root)]) if (mapping) found.push(...repeated(mapping));
  }
  found.sort((a, b) => a.range.start - b.range.start);
  return { choices: choicesIn(root), problems: found };
}

const ruleIds = rules.map(({ id }) => id);

function choicesIn(root: ValueNode | undefined): RuleChoices {
  const preset = lastOf(root, 'extends');
  const known = rulesIn(root)?.pairs.flatMap((pair): [string, Level][] => {
    const level = levels.find((it) => it === wordIn(pair.value));
    return level && ruleIds.includes(keyName(pair)) ? [[keyName(pair), level]] : [];
  });
  return { preset: presets.find((it): it is Preset => it === wordIn(preset)), rules: Object.fromEntries(known ?? []) };
}

const wordIn = (node: ValueNode | undefined): unknown => (node?.kind === 'scalar' ? node.value : undefined);
const rulesIn = (root: ValueNode | undefined): MappingNode | undefined => asMapping(lastOf(root, 'rules'));

/** Of a key that stands twice JSON readers take the last. */
const lastOf = (root: ValueNode | undefined, key: string): ValueNode | undefined =>
  asMapping(root)?.pairs.findLast((pair) => keyName(pair) === key)?.value;

function repeated({ pairs }: MappingNode): { range: TextRange; message: Words }[] {
  const last = new Map(pairs.map((pair) => [keyName(pair), pair]));
  return pairs
    .filter((pair) => last.get(keyName(pair)) !== pair)
    .map((pair) => ({
      range: pair.key.range,
      message: {
        en: `'${shown(keyName(pair))}' stands here more than once; the last one counts.`,
        zh: `“${shown(keyName(pair))}”出现了多次，以最后一个为准。`,
      },
    }));
}

function toProblem(problem: SchemaProblem): { range: TextRange; message: Words } | undefined {
  const [first] = problem.path;
  switch (problem.kind) {
    case 'unknown-key': {
      const message = first === 'rules' ? unknownRule(keyName(problem.key)) : unknownSetting(keyName(problem.key));
      return { range: problem.key.key.range, message };
    }
    case 'choice': {
      const written = toData(problem.node);
      return { range: problem.node.range, message: first === 'rules' ? wrongLevel(written) : wrongPreset(written) };
    }
    case 'type':
      return { range: problem.node.range, message: wrongType(first) };
    default:
      return undefined;
  }
}

const tooLong: Words = {
  en: 'This is far too long for settings, so it does not count.',
  zh: '内容远远超出设置应有的长度，不生效。',
};

function unknownRule(id: string): Words {
  const near = closest(id, ruleIds);
  const name = shown(id);
  return {
    en: `There is no rule '${name}'.${near ? ` Did you mean '${near}'?` : " 'oos rules' lists them."}`,
    zh: `没有规则“${name}”。${near ? `是否应为“${near}”？` : '可用“oos rules”查看全部规则。'}`,
  };
}

function unknownSetting(key: string): Words {
  const near = closest(key, ['extends', 'rules']);
  const name = shown(key);
  return {
    en: `There is no setting '${name}'. ${near ? `Did you mean '${near}'?` : 'There are extends and rules.'}`,
    zh: `没有设置“${name}”。${near ? `是否应为“${near}”？` : '可用的设置是 extends 和 rules。'}`,
  };
}

/** People write `warn` and `info`, as other programs have it. */
function wrongLevel(value: unknown): Words {
  const word = typeof value === 'string' ? value.toLowerCase() : '';
  const near = levels.find((it) => word.length > 2 && it.startsWith(word)) ?? closest(word, levels);
  return {
    en: `'${shown(value)}' is not a level. ${near ? `Did you mean '${near}'?` : `Write ${levels.join(', ')}.`}`,
    zh: `“${shown(value)}”不是报告级别。${near ? `是否应为“${near}”？` : `可用的级别：${levels.join('、')}。`}`,
  };
}

function wrongPreset(value: unknown): Words {
  const near = typeof value === 'string' ? closest(value, presets) : undefined;
  return {
    en: `'${shown(value)}' is not a preset. ${near ? `Did you mean '${near}'?` : `Write ${presets.join(' or ')}.`}`,
    zh: `“${shown(value)}”不是预设规则集。${near ? `是否应为“${near}”？` : `请写 ${presets.join(' 或 ')}。`}`,
  };
}

function wrongType(first: string | undefined): Words {
  if (first === '$schema') return { en: '$schema must be a text.', zh: '$schema 必须是文本。' };
  if (first === 'rules') {
    return {
      en: 'rules must be a map of rule ids to levels, such as { "unknown-task": "off" }.',
      zh: 'rules 必须是从规则 ID 到级别的映射，例如 { "unknown-task": "off" }。',
    };
  }
  return {
    en: 'Settings are a map, such as { "extends": "strict", "rules": {} }.',
    zh: '设置必须是映射，例如 { "extends": "strict", "rules": {} }。',
  };
}
