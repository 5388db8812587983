import { levels, presets } from '../analysis/levels.ts';
import type { AnyRule } from '../analysis/rule.ts';
import { rules } from '../analysis/rules/index.ts';
import type { JsonSchema } from '../catalog/catalog.ts';
import type { Words } from '../words/words.ts';

const both = ({ en, zh }: Words): string => `${en}\n${zh}`;

/** The JSON Schema of a settings file. `schemas/oosrc.schema.json` is this, written down for editors. */
export const settingsSchema: JsonSchema = {
  $schema: 'http://json-schema.org/draft-07/schema#',
  title: 'OOS Template Toolkit settings',
  description: both({
    en: 'Settings of OOS Template Toolkit for the templates in this folder and below.',
    zh: 'OOS Template Toolkit 的设置，适用于本文件夹及其子文件夹中的模板。',
  }),
  type: 'object',
  additionalProperties: false,
  properties: {
    $schema: { description: both({ en: 'The schema of this file.', zh: '本文件的 Schema。' }), type: 'string' },
    extends: {
      description: both({
        en: 'The set of rules to start from: recommended (the default), or strict, which adds rules about style.',
        zh: '作为起点的规则集：recommended（默认），或 strict（另加风格规则）。',
      }),
      enum: presets,
    },
    rules: {
      description: both({
        en: 'How single rules report, by rule id; off switches a rule off.',
        zh: '各条规则的报告级别，以规则 ID 为键；off 表示关闭该规则。',
      }),
      type: 'object',
      additionalProperties: false,
      properties: Object.fromEntries(rules.map((rule) => [rule.id, ruleSchema(rule)])),
    },
  },
  definitions: {
    level: {
      description: both({ en: 'How a rule reports, or off.', zh: '规则的报告级别，或 off（关闭）。' }),
      enum: levels,
    },
  },
};

function ruleSchema({ summary, severity, strict }: AnyRule): JsonSchema {
  const usual: Words = strict
    ? { en: `Default: off, in strict: ${severity}.`, zh: `默认：off，strict 中为 ${severity}。` }
    : { en: `Default: ${severity}.`, zh: `默认：${severity}。` };
  const description = both({ en: `${summary.en} ${usual.en}`, zh: `${summary.zh}${usual.zh}` });
  return { description, $ref: '#/definitions/level' };
}
