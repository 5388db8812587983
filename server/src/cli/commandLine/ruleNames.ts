import { type Level, levels } from '../../analysis/levels.ts';
import type { AnyRule } from '../../analysis/rule.ts';
import { rules } from '../../analysis/rules/index.ts';
import { didYouMean } from './didYouMean.ts';
import { UsageError } from './usageError.ts';

/** The rule of this id. Throws `UsageError` where there is none. */
export function ruleNamed(id: string): AnyRule {
  const rule = rules.find((it) => it.id === id);
  if (rule) return rule;
  const guess = didYouMean(
    id,
    rules.map((it) => it.id),
  );
  throw new UsageError({
    en: `There is no rule ${id}.${guess.en} oos rules lists all of them.`,
    zh: `没有规则 ${id}。${guess.zh}用 oos rules 可列出全部规则。`,
  });
}

/** Reads the values of `--rule`, such as `unknown-task=warning`; of two for one rule the last wins. */
export function readRuleLevels(values: readonly string[]): Record<string, Level> {
  return Object.fromEntries(values.map(readRuleLevel));
}

function readRuleLevel(written: string): [id: string, level: Level] {
  const equals = written.indexOf('=');
  if (equals < 0) {
    const { id } = ruleNamed(written);
    throw new UsageError({
      en: `--rule ${id} says no level: write --rule ${id}=off, or ${levels.slice(0, -1).join(', ')} for off.`,
      zh: `--rule ${id} 缺少级别：请写作 --rule ${id}=off，其中 off 也可以是 ${levels.slice(0, -1).join('、')}。`,
    });
  }
  const { id } = ruleNamed(written.slice(0, equals));
  const said = written.slice(equals + 1);
  const level = levels.find((it) => it === said.toLowerCase());
  if (level) return [id, level];
  const guess = didYouMean(said, levels);
  throw new UsageError({
    en: `--rule ${id} cannot be "${said}".${guess.en} It can be: ${levels.join(', ')}.`,
    zh: `--rule ${id} 不能是“${said}”。${guess.zh}可选值：${levels.join('、')}。`,
  });
}
