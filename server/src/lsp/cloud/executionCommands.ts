import { type CommandContext, choice, cloudOf, confirm, map, openOf, tagsOf, text } from './commandContext.ts';
import { nameOf } from './templateCommands.ts';

const modes = ['Automatic', 'Debug', 'FailurePause'] as const;
const loopModes = ['Automatic', 'FirstBatchPause', 'EveryBatchPause'] as const;
const safetyChecks = ['ConfirmEveryHighRiskAction', 'Skip'] as const;

/** `oos.startExecution`: of a published template by `templateName`, else of the open text itself. */
export async function startExecution(context: CommandContext): Promise<object> {
  const { given, signal } = context;
  const TemplateName = text(given, 'templateName');
  const content = TemplateName === undefined ? openOf(context).document.text : undefined;
  const request = {
    TemplateName,
    TemplateContent: content,
    TemplateVersion: text(given, 'templateVersion'),
    Parameters: map(given, 'parameters'),
    Mode: choice(given, 'mode', modes),
    LoopMode: choice(given, 'loopMode', loopModes),
    SafetyCheck: choice(given, 'safetyCheck', safetyChecks),
    Description: text(given, 'description'),
    Tags: tagsOf(given),
    ClientToken: text(given, 'clientToken'),
  };
  const cloud = await cloudOf(context);
  const name = nameOf(context);
  await confirm(context, cloud, { en: `Start an execution of ${name}?`, zh: `是否启动 ${name} 的执行？` });
  context.tell({ en: `Starting ${name}`, zh: `正在启动 ${name}` });
  const { Execution, RequestId } = await cloud.api.startExecution(request, { signal });
  return { executionId: Execution.ExecutionId, status: Execution.Status, requestId: RequestId };
}

/** `oos.generatePolicy`: the rights that a published template needs, by `templateName`, or the open text itself. */
export async function generatePolicy(context: CommandContext): Promise<object> {
  const { given, signal } = context;
  const TemplateName = text(given, 'templateName');
  const TemplateContent = TemplateName === undefined ? openOf(context).document.text : undefined;
  context.tell({ en: 'Asking OOS for the rights that are needed', zh: '正在查询所需的权限' });
  const { api } = await cloudOf(context);
  const { Policy, MissingPolicy, RequestId } = await api.generateExecutionPolicy(
    { TemplateName, TemplateContent, TemplateVersion: text(given, 'templateVersion'), RamRole: text(given, 'ramRole') },
    { signal },
  );
  return { policy: Policy, missingPolicy: MissingPolicy, requestId: RequestId };
}
