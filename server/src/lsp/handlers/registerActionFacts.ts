import { isTooLargeToParse } from '../../analysis/contentSize.ts';
import { actionGroups } from '../../features/actionList.ts';
import { actionWords } from '../../features/hover/actionWords.ts';
import { newTask } from '../../features/newTask.ts';
import { inLanguage, type Words } from '../../words/words.ts';
import type { Session } from '../session.ts';
import { guarded } from './guarded.ts';

/** Clients may send anything. */
interface ActionPageParams {
  readonly name?: unknown;
}

interface TaskSnippetParams {
  readonly uri?: unknown;
  readonly action?: unknown;
  readonly position?: { readonly line?: unknown; readonly character?: unknown } | null;
}

/**
 * The requests about actions: `oos/actions`, what there is; `oos/actionPage`, what is known about one, as Markdown;
 * `oos/taskSnippet`, a task with it for an open template. Null where there is no such action, or no place for a task.
 */
export function registerActionFacts(session: Session): void {
  const { connection } = session;
  const { console: log } = connection;
  const say = (words: Words): string => inLanguage(words, session.client.language);
  connection.onRequest(
    'oos/actions',
    guarded(log, 'list of actions', null, () => ({
      groups: actionGroups(session.catalog()).map(({ id, label, actions }) => ({
        id,
        label: say(label),
        actions: actions.map(({ name, summary }) => ({ name, summary: say(summary) })),
      })),
      cached: cachedFacts(session),
    })),
  );
  connection.onRequest(
    'oos/actionPage',
    guarded(log, 'action page', null, (params: ActionPageParams | null) => {
      const spec = typeof params?.name === 'string' ? session.catalog().action(params.name) : undefined;
      return spec ? { markdown: say(actionWords(spec)) } : null;
    }),
  );
  connection.onRequest(
    'oos/taskSnippet',
    guarded(log, 'task snippet', null, (params: TaskSnippetParams | null) => taskSnippet(session, params)),
  );
}

/** Which list of the service is in force. */
function cachedFacts({ actions }: Session) {
  const { cached } = actions;
  return cached ? { account: cached.account, region: cached.region, fetched: cached.fetched.toISOString() } : null;
}

function taskSnippet(session: Session, params: TaskSnippetParams | null) {
  const { uri, action, position } = params ?? {};
  const open = typeof uri === 'string' ? session.documents.get(uri) : undefined;
  const spec = typeof action === 'string' ? session.catalog().action(action) : undefined;
  if (!open || !spec || isTooLargeToParse(open.document.text)) return null;
  const line = typeof position?.line === 'number' ? position.line : Number.MAX_SAFE_INTEGER;
  const character = typeof position?.character === 'number' ? position.character : 0;
  const task = newTask(open.document, open.lines.offsetAt({ line, character }), spec);
  return task && { position: open.lines.positionAt(task.offset), snippet: task.snippet, needsLine: task.needsLine };
}
