import type { Words } from '../../words/words.ts';
import { chinese } from './chinese.ts';
import type { Naming, Wording } from './naming.ts';

/** The parameters of a call as they go over the wire. */
type Sent = Readonly<Record<string, string>>;

/**
 * What is wrong with the parameters of a call together, to stand behind its operation: which do not go with each other, and
 * which need another.
 */
export function wrongCombination(operation: string, sent: Sent): Wording | undefined {
  return rules[operation]?.(sent);
}

const rules: Readonly<Record<string, (sent: Sent) => Wording | undefined>> = {
  ValidateTemplateContent: (sent) => oneOf(sent, 'Content', 'TemplateURL'),
  GenerateExecutionPolicy: (sent) =>
    oneOf(sent, 'TemplateName', 'TemplateContent') ?? needs(sent, 'TemplateVersion', 'TemplateName'),
  GetTemplateParameterConstraints: (sent) => templateSource(sent),
  StartExecution: (sent) => templateSource(sent) ?? safetyCheck(sent),
  NotifyExecution: notification,
  ListExecutions: (sent) =>
    notBoth(sent, 'Category', 'Categories') ??
    (sent.IncludeChildExecution === 'true' ? notBoth(sent, 'Depth', 'IncludeChildExecution') : undefined),
  UntagResources: ({ TagKeys, All }) => (TagKeys === undefined && All !== 'true' ? keysOrAll : undefined),
};

function keysOrAll({ parameter }: Naming): Words {
  const keys = parameter('TagKeys');
  const all = parameter('All');
  return {
    en: `needs ${keys.en} with the keys to take away, or ${all.en} with true to take away all of them`,
    zh: chinese`需要用${keys.zh}指定要移除的标签键，或将${all.zh}设为 true 以移除全部标签`,
  };
}

function templateSource(sent: Sent): Wording | undefined {
  return (
    oneOf(sent, 'TemplateName', 'TemplateContent', 'TemplateURL') ?? needs(sent, 'TemplateVersion', 'TemplateName')
  );
}

/** The reference gives Skip a meaning with Mode Automatic only. */
function safetyCheck({ SafetyCheck, Mode }: Sent): Wording | undefined {
  if (SafetyCheck !== 'Skip' || Mode === undefined || Mode === 'Automatic') return undefined;
  return ({ setting, value }) => {
    const skip = setting('SafetyCheck', 'Skip');
    const right = setting('Mode', 'Automatic');
    return {
      en: `takes ${skip.en} only with ${right.en}, not with ${value('Mode', Mode)}`,
      zh: chinese`仅当${right.zh}时接受${skip.zh}，当前${setting('Mode', Mode).zh}`,
    };
  };
}

/** For the verbs of the reference it is known which parameters they take; RetryTask and SkipTask came later. */
function notification(sent: Sent): Wording | undefined {
  const verb = sent.NotifyType ?? '';
  if (verb === 'ExecuteTask' && sent.TaskName === undefined) return needsTask;
  const simple = ['Approve', 'Reject', 'CancelTask', 'CompleteExecution'].includes(verb);
  const stray = simple ? ['TaskName', 'Parameters'].find((name) => sent[name] !== undefined) : undefined;
  if (stray !== undefined) return onlyWith(stray, 'ExecuteTask', verb);
  return sent.ExecutionStatus !== undefined && verb !== 'CompleteExecution'
    ? onlyWith('ExecutionStatus', 'CompleteExecution', verb)
    : undefined;
}

function needsTask({ parameter, value }: Naming): Words {
  const task = parameter('TaskName');
  const verb = value('NotifyType', 'ExecuteTask');
  return {
    en: `needs ${task.en} with ${verb}: the task to run next`,
    zh: chinese`在${verb}时需要用${task.zh}指定下一个任务`,
  };
}

function onlyWith(name: string, right: string, verb: string): Wording {
  return ({ parameter, setting, value }) => {
    const only = parameter(name);
    const fitting = setting('NotifyType', right);
    const given = value('NotifyType', verb);
    return {
      en: `takes ${only.en} only with ${fitting.en}, not with ${given}`,
      zh: chinese`仅当${fitting.zh}时接受${only.zh}，当前为${given}`,
    };
  };
}

function oneOf(sent: Sent, ...names: string[]): Wording | undefined {
  const given = names.filter((name) => sent[name] !== undefined);
  if (given.length === 1) return undefined;
  return (naming) => {
    const all = listed(names, naming);
    const some = listed(given, naming);
    return given.length === 0
      ? { en: `needs one of ${all.en}`, zh: chinese`需要${all.zh}之一` }
      : {
          en: `takes only one of ${all.en}, not ${some.en}`,
          zh: chinese`只接受${all.zh}之一，不能同时给出${some.zh}`,
        };
  };
}

function listed(names: readonly string[], { parameter }: Naming): Words {
  const words = names.map((name) => parameter(name));
  const en = words.map((it) => it.en);
  return {
    en: [en.slice(0, -1).join(', '), ...en.slice(-1)].filter(Boolean).join(' and '),
    zh: words.map((it) => it.zh).join('、'),
  };
}

function needs(sent: Sent, name: string, other: string): Wording | undefined {
  if (sent[name] === undefined || sent[other] !== undefined) return undefined;
  return ({ parameter }) => {
    const given = parameter(name);
    const missing = parameter(other);
    return {
      en: `takes ${given.en} only together with ${missing.en}`,
      zh: chinese`仅在给出${missing.zh}时接受${given.zh}`,
    };
  };
}

function notBoth(sent: Sent, name: string, other: string): Wording | undefined {
  if (sent[name] === undefined || sent[other] === undefined) return undefined;
  return ({ parameter }) => {
    const one = parameter(name);
    const two = parameter(other);
    return {
      en: `takes ${one.en} or ${two.en}, not both`,
      zh: chinese`不能同时接受${one.zh}和${two.zh}`,
    };
  };
}
