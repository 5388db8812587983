import type { Words } from '../../words/words.ts';

/** Why a command was not carried out, other than what the service says. The codes stand in docs/protocol.md. */
export type CommandFaultCode =
  | 'InvalidArgument'
  | 'DocumentNotOpen'
  | 'ConfirmationRequired'
  | 'Declined'
  | 'TemplateHasErrors'
  | 'TemplateChanged'
  | 'TextChanged'
  | 'NoCacheFolder';

/** A command that was not carried out. `words` say why and what to do. */
export class CommandFault extends Error {
  readonly code: CommandFaultCode;
  readonly words: Words;

  constructor(code: CommandFaultCode, words: Words) {
    super(words.en);
    this.code = code;
    this.words = words;
  }
}
