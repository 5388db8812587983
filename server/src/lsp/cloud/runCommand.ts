import { MessageType } from 'vscode-languageserver/node';
import { ArgumentError } from '../../cloud/api/argumentError.ts';
import { OosError } from '../../cloud/oosError.ts';
import { inLanguage } from '../../words/words.ts';
import { refreshActionList } from './actionCommands.ts';
import { type CommandContext, show } from './commandContext.ts';
import { CommandFault } from './commandFault.ts';
import { generatePolicy, startExecution } from './executionCommands.ts';
import { optionNaming } from './optionNaming.ts';
import { listRiskyTasks } from './riskCommands.ts';
import type { ServerCommand } from './serverCommands.ts';
import { create, publish, update, validateTemplate } from './templateCommands.ts';

export type CommandAnswer =
  | { readonly ok: true }
  | { readonly ok: false; readonly code: string; readonly message: string; readonly requestId?: string };

const commands: Readonly<Record<ServerCommand, (context: CommandContext) => Promise<object>>> = {
  'oos.validateTemplate': validateTemplate,
  'oos.publishTemplate': publish,
  'oos.createTemplate': create,
  'oos.updateTemplate': update,
  'oos.startExecution': startExecution,
  'oos.listRiskyTasks': listRiskyTasks,
  'oos.generatePolicy': generatePolicy,
  'oos.refreshActions': refreshActionList,
};

/**
 * Carries out a server command. With the option `tell` the person is told of a failure too, for clients that do not look at
 * answers.
 */
export async function runCommand(name: ServerCommand, context: CommandContext): Promise<CommandAnswer> {
  const answer = await answerOf(name, context);
  if (!answer.ok && context.given.tell === true) show(context, MessageType.Error, answer.message);
  return answer;
}

/** What goes wrong is told in the answer; only a fault of ours rejects. */
async function answerOf(name: ServerCommand, context: CommandContext): Promise<CommandAnswer> {
  const { language } = context.session.client;
  try {
    return { ok: true, ...(await commands[name](context)) };
  } catch (error) {
    if (error instanceof OosError) {
      const { code, kind, requestId } = error.facts;
      const words = error instanceof ArgumentError ? error.wordsBy(optionNaming(name)) : error.words;
      const message = inLanguage(words, language);
      return { ok: false, code: code ?? kind, message, ...(requestId !== undefined && { requestId }) };
    }
    if (error instanceof CommandFault || hasWords(error)) {
      const code = error instanceof CommandFault ? error.code : 'Failed';
      return { ok: false, code, message: inLanguage(error.words, language) };
    }
    throw error;
  }
}

/** As `NoActionsError` says it. */
function hasWords(error: unknown): error is Error & Pick<CommandFault, 'words'> {
  return error instanceof Error && 'words' in error;
}
