import { type CommandContext, cloudOf, confirm, openOf, templateNameFor } from './commandContext.ts';
import { choiceOption, mapOption, tagsOption, textOption } from './commandOptions.ts';

const modes = ['Automatic', 'Debug', 'FailurePause'] as const;
const loopModes = ['Automatic', 'FirstBatchPause', 'EveryBatchPause'] as const;
const safetyChecks = ['ConfirmEveryHighRiskAction', 'Skip'] as const;

/** `oos.startExecution`: of a published template by `templateName`, else of the open text itself. */
export async function startExecution(context: CommandContext): Promise<object> {
  const { given, signal } = context;
  const TemplateName = textOption(given, 'templateName');
  const content = TemplateName === undefined ? openOf(context).document.text : undefined;
  const request = {
    TemplateName,
    TemplateContent: content,
    TemplateVersion: textOption(given, 'templateVersion'),
    Parameters: mapOption(given, 'parameters'),
    Mode: choiceOption(given, 'mode', modes),
    LoopMode: choiceOption(given, 'loopMode', loopModes),
    SafetyCheck: choiceOption(given, 'safetyCheck', safetyChecks),
    Description: textOption(given, 'description'),
    Tags: tagsOption(given),
    ClientToken: textOption(given, 'clientToken'),
  };
  const cloud = await cloudOf(context);
  const name = templateNameFor(context);
  await confirm(context, cloud, { en: `Start an execution of ${name}?`, zh: `是否启动 ${name} 的执行？` });
  context.tell({ en: `Starting ${name}`, zh: `正在启动 ${name}` });
  const { Execution, RequestId } = await cloud.api.startExecution(request, { signal });
  return { executionId: Execution.ExecutionId, status: Execution.Status, requestId: RequestId };
}

/** `oos.generatePolicy`: the rights that a published template needs, by `templateName`, or the open text itself. */
export async function generatePolicy(context: CommandContext): Promise<object> {
  const { given, signal } = context;
  const TemplateName = textOption(given, 'templateName');
  const TemplateContent = TemplateName === undefined ? openOf(context).document.text : undefined;
  context.tell({ en: 'Asking OOS which permissions are needed', zh: '正在查询所需的权限' });
  const { api } = await cloudOf(context);
  const { Policy, MissingPolicy, RequestId } = await api.generateExecutionPolicy(
    {
      TemplateName,
      TemplateContent,
      TemplateVersion: textOption(given, 'templateVersion'),
      RamRole: textOption(given, 'ramRole'),
    },
    { signal },
  );
  return { policy: Policy, missingPolicy: MissingPolicy, requestId: RequestId };
}
