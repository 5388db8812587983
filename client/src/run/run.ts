import type { Executions } from '../executions/executions.ts';
import { membersOf } from '../membersOf.ts';
import type { Toolkit } from '../toolkit.ts';
import { chooseSource, givenSource } from './chooseSource.ts';
import { readFilled } from './formMessages.ts';
import { RunForm } from './runForm.ts';
import { sourceKey } from './source.ts';

/** Those that are open, by what they run. */
const forms = new Map<string, RunForm>();

/**
 * Opens a form for an execution, or brings the one to the front that is open for the same. `given`: a document, or `{ uri }`, or
 * `{ templateName, templateVersion }`, and with it `filled`, what the fields hold; without it the person chooses.
 */
export async function run(toolkit: Toolkit, executions: Executions, given: unknown): Promise<void> {
  // Asks for a connection first, since without one there is nothing to choose from and nothing to start.
  const cloud = await toolkit.connections.cloud();
  const source = givenSource(given) ?? (await chooseSource(cloud));
  if (!source) return;
  const { filled } = membersOf(given);
  const key = [sourceKey(source), source.kind === 'published' ? source.version : undefined].join(' ');
  // What was filled in there stays, so that other values need a form of their own.
  const open = filled === undefined ? forms.get(key) : undefined;
  if (open) {
    open.reveal();
    return;
  }
  const form: RunForm = new RunForm({
    toolkit,
    source,
    ...(filled !== undefined && { filled: readFilled(filled) }),
    onStarted: (run) => executions.started(run),
    onClosed: () => {
      if (forms.get(key) === form) forms.delete(key);
    },
  });
  forms.set(key, form);
}
