import type { ExecutionView } from '../../../client/src/executions/page/executionMessages.ts';
import type { ReviewView, ToForm } from '../../../client/src/run/formMessages.ts';
import type { OpenPage } from '../../../client/src/webview/panel.ts';
import { waitFor } from './editor.ts';
import { toolkit } from './toolkit.ts';

/** The newest page of ours with this name, once there is one. */
export async function openPage(name: OpenPage['name']): Promise<OpenPage> {
  const { openPages } = await toolkit();
  return waitFor(`a page ${name}`, () => openPages().findLast((it) => it.name === name));
}

/** What the page was last sent of this type. */
export function sent<M extends ToForm | { type: 'view'; view: ExecutionView }, T extends M['type']>(
  page: OpenPage,
  type: T,
): Extract<M, { type: T }> | undefined {
  return page.sent.get(type) as Extract<M, { type: T }> | undefined;
}

/** Fills in the form of the newest run and goes on to what is about to be started. */
export async function review(
  values: Readonly<Record<string, string>>,
  options: Readonly<Record<string, string>> = {},
): Promise<{ readonly page: OpenPage; readonly review: ReviewView }> {
  const page = await openPage('runForm');
  await waitFor('the form', () => sent<ToForm, 'form'>(page, 'form'));
  page.receive({ type: 'review', values, options });
  const message = await waitFor('the review', () => sent<ToForm, 'review'>(page, 'review'));
  return { page, review: message.review };
}

/** Starts what the form has shown, and answers the page of the execution. */
export async function start(form: OpenPage): Promise<OpenPage> {
  const { openPages } = await toolkit();
  form.receive({ type: 'start' });
  await waitFor('the end of the form', () => !openPages().includes(form));
  return openPage('executionView');
}

/** What the page of an execution shows, as soon as that is what is wanted. */
export async function shown(page: OpenPage, wanted: (view: ExecutionView) => boolean): Promise<ExecutionView> {
  const view = () => sent<{ type: 'view'; view: ExecutionView }, 'view'>(page, 'view')?.view;
  return waitFor('another state of the execution', () => {
    const now = view();
    return now && wanted(now) && now;
  }).catch((error: unknown) => {
    throw new Error(`${error}\n${JSON.stringify(view(), undefined, 1)}`);
  });
}
