import type { Executions } from '../executions/executions.ts';
import type { Toolkit } from '../toolkit.ts';
import { chooseSource, givenSource } from './chooseSource.ts';
import { readFilled } from './formMessages.ts';
import { RunForm } from './runForm.ts';

/**
 * Opens a form for an execution. `given`: a document, or `{ uri }`, or `{ templateName, templateVersion }`, and with it `filled`,
 * what the fields hold; without it the person chooses.
 */
export async function run(toolkit: Toolkit, executions: Executions, given: unknown): Promise<void> {
  // Asks for a connection first, since without one there is nothing to choose from and nothing to start.
  const cloud = await toolkit.connections.cloud();
  const source = givenSource(given) ?? (await chooseSource(cloud));
  if (!source) return;
  const { filled } = { ...(given as { readonly filled?: unknown } | undefined) };
  new RunForm({
    toolkit,
    source,
    ...(filled !== undefined && { filled: readFilled(filled) }),
    onStarted: (run) => executions.started(run),
  });
}
