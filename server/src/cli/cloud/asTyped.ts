import { ArgumentError } from '../../cloud/api/argumentError.ts';
import { type Naming, settingOf } from '../../cloud/api/naming.ts';
import { OosError } from '../../cloud/oosError.ts';
import type { Words } from '../../words/words.ts';
import { finalStatuses, loopModes, modes, safetyChecks } from '../executions/names.ts';
import { notifyVerbs } from '../run/notifyVerbs.ts';

/**
 * The same error in the words of the command line: what was found wrong with the arguments before they were sent is told by the
 * options that were typed. `command`: such as `notify`. Other errors stay as they are.
 */
export function asTyped(error: OosError, command: string): OosError {
  return error instanceof ArgumentError ? new OosError(error.wordsBy(typedFor(command)), error.facts) : error;
}

/** What is typed for a parameter of the API: an option, or words for what has no option of its own. */
const typed: Readonly<Record<string, string | Words>> = {
  TemplateName: { en: 'the name of the template', zh: '模板名称' },
  TemplateVersion: '--version',
  Content: { en: 'the text of the template', zh: '模板内容' },
  TemplateContent: { en: 'the text of the template', zh: '模板内容' },
  Tags: '--tag',
  TagKeys: '--key',
  VersionName: '--version-name',
  ResourceGroupId: '--resource-group',
  CreatedBy: '--created-by',
  ExecutionId: 'ID',
  ExecutionIds: { en: 'the list of IDs', zh: 'ID 列表' },
  ResourceIds: { en: 'the list of names', zh: '名称列表' },
  Description: '--description',
  Mode: '--mode',
  LoopMode: '--loop-mode',
  SafetyCheck: '--safety-check',
  TaskName: '--task',
  TaskExecutionId: '--task',
  NotifyNote: '--note',
  Parameters: '--parameters',
  ExecutionStatus: '--status',
  RamRole: '--ram-role',
};

/** The only command that can be told the name of a template which it makes up otherwise. */
const typedForPublish: typeof typed = {
  ...typed,
  TemplateName: { en: 'the name of the template (--name)', zh: '模板名称（--name）' },
};

/** What is typed for the values of a parameter. */
const values: Readonly<Record<string, Readonly<Record<string, string | undefined>>>> = {
  NotifyType: notifyVerbs,
  ExecutionStatus: finalStatuses,
  Mode: modes,
  LoopMode: loopModes,
  SafetyCheck: safetyChecks,
};

const valueTyped = (parameter: string, value: string): string =>
  Object.entries(values[parameter] ?? {}).find(([, name]) => name === value)?.[0] ?? value;

function typedFor(command: string): Naming {
  const names = command === 'publish' ? typedForPublish : typed;
  const parameter = (name: string): Words => {
    const found = names[name] ?? name;
    return typeof found === 'string' ? { en: found, zh: found } : found;
  };
  return {
    operation: () => command,
    parameter,
    subject(name) {
      const { en, zh } = parameter(name);
      return { en: typeof names[name] === 'object' ? capitalized(en) : en, zh };
    },
    value: valueTyped,
    setting(name, value) {
      const word = valueTyped(name, value);
      // The verb of `oos notify` is typed without a word before it.
      return name === 'NotifyType' ? { en: word, zh: word } : settingOf(parameter(name), word);
    },
    // Typed one by one, not as JSON.
    entries: (_, most) => ({ en: `1 to ${most} of them`, zh: `1 至 ${most} 个` }),
    // Its name says already what it is.
    template: (size) => size,
  };
}

const capitalized = (text: string): string => `${text.slice(0, 1).toUpperCase()}${text.slice(1)}`;
