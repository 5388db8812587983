import type { Words } from '../../words/words.ts';

/** The parameters of a call as they go over the wire. */
type Sent = Readonly<Record<string, string>>;

/** What is wrong with the parameters of a call together: which do not go with each other, and which need another. */
export function wrongCombination(operation: string, sent: Sent): Words | undefined {
  return rules[operation]?.(sent);
}

const rules: Readonly<Record<string, (sent: Sent) => Words | undefined>> = {
  ValidateTemplateContent: (sent) => oneOf(sent, 'Content', 'TemplateURL'),
  GenerateExecutionPolicy: (sent) =>
    oneOf(sent, 'TemplateName', 'TemplateContent') ?? needs(sent, 'TemplateVersion', 'TemplateName'),
  GetTemplateParameterConstraints: (sent) => templateSource(sent),
  StartExecution: (sent) => templateSource(sent) ?? safetyCheck(sent),
  NotifyExecution: notification,
  ListExecutions: (sent) =>
    notBoth(sent, 'Category', 'Categories') ??
    (sent.IncludeChildExecution === 'true' ? notBoth(sent, 'Depth', 'IncludeChildExecution') : undefined),
  UntagResources: ({ TagKeys, All }) =>
    TagKeys === undefined && All !== 'true'
      ? {
          en: 'needs TagKeys with the keys to take away, or All with true to take away all of them',
          zh: '需要用 TagKeys 指定要移除的标签键，或将 All 设为 true 以移除全部标签',
        }
      : undefined,
};

function templateSource(sent: Sent): Words | undefined {
  return (
    oneOf(sent, 'TemplateName', 'TemplateContent', 'TemplateURL') ?? needs(sent, 'TemplateVersion', 'TemplateName')
  );
}

/** The reference gives Skip a meaning with Mode Automatic only. */
function safetyCheck({ SafetyCheck, Mode }: Sent): Words | undefined {
  if (SafetyCheck !== 'Skip' || Mode === undefined || Mode === 'Automatic') return undefined;
  return {
    en: `takes SafetyCheck Skip only with Mode Automatic, not with ${Mode}`,
    zh: `仅当 Mode 为 Automatic 时接受 SafetyCheck 为 Skip，当前 Mode 为 ${Mode}`,
  };
}

/** For the verbs of the reference it is known which parameters they take; RetryTask and SkipTask came later. */
function notification(sent: Sent): Words | undefined {
  const verb = sent.NotifyType ?? '';
  if (verb === 'ExecuteTask' && sent.TaskName === undefined) {
    return {
      en: 'needs TaskName with ExecuteTask: the task to run next',
      zh: '在 ExecuteTask 时需要用 TaskName 指定下一个任务',
    };
  }
  const simple = ['Approve', 'Reject', 'CancelTask', 'CompleteExecution'].includes(verb);
  const stray = simple ? ['TaskName', 'Parameters'].find((name) => sent[name] !== undefined) : undefined;
  if (stray !== undefined) return onlyWith(stray, 'ExecuteTask', verb);
  return sent.ExecutionStatus !== undefined && verb !== 'CompleteExecution'
    ? onlyWith('ExecutionStatus', 'CompleteExecution', verb)
    : undefined;
}

function onlyWith(name: string, right: string, verb: string): Words {
  return {
    en: `takes ${name} only with NotifyType ${right}, not with ${verb}`,
    zh: `仅当 NotifyType 为 ${right} 时接受 ${name}，当前为 ${verb}`,
  };
}

function oneOf(sent: Sent, ...names: string[]): Words | undefined {
  const given = names.filter((name) => sent[name] !== undefined);
  if (given.length === 1) return undefined;
  const all = { en: `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`, zh: names.join('、') };
  return given.length === 0
    ? { en: `needs one of ${all.en}`, zh: `需要 ${all.zh} 之一` }
    : {
        en: `takes only one of ${all.en}, not ${given.join(' and ')}`,
        zh: `只接受 ${all.zh} 之一，不能同时给出 ${given.join('、')}`,
      };
}

function needs(sent: Sent, name: string, other: string): Words | undefined {
  return sent[name] !== undefined && sent[other] === undefined
    ? { en: `takes ${name} only together with ${other}`, zh: `仅在给出 ${other} 时接受 ${name}` }
    : undefined;
}

function notBoth(sent: Sent, name: string, other: string): Words | undefined {
  return sent[name] !== undefined && sent[other] !== undefined
    ? { en: `takes ${name} or ${other}, not both`, zh: `不能同时接受 ${name} 和 ${other}` }
    : undefined;
}
