import stringWidth from 'string-width';
import type { ActionSpec } from '../../catalog/catalog.ts';
import { actionSummary } from '../../features/completion/actionDocumentation.ts';
import { inLanguage, type Language } from '../../words/words.ts';
import type { CachedActions } from '../../workspace/actionCache/cachedActions.ts';
import { printable, type Terminal } from '../terminal/terminal.ts';

/** The actions as a table: name, type, what it does. One line an action. */
export function formatActionList(actions: readonly ActionSpec[], { paint }: Terminal, language: Language): string {
  const nameWidth = Math.max(0, ...actions.map(({ name }) => stringWidth(name)));
  const typeWidth = Math.max(0, ...actions.map(({ type }) => stringWidth(type)));
  const padded = (text: string, width: number) => text + ' '.repeat(width - stringWidth(text));
  return actions
    .map((action) => {
      const name = paint('bold', padded(printable(action.name), nameWidth));
      const type = paint('dim', padded(printable(action.type), typeWidth));
      return `${name}  ${type}  ${printable(inLanguage(actionSummary(action), language))}\n`;
    })
    .join('');
}

/** The actions as one JSON value and a line end. Other programs rely on this shape; it only grows. */
export function formatActionsJson(
  actions: readonly ActionSpec[],
  cached: CachedActions | undefined,
  language: Language,
): string {
  const answer = {
    version: 1,
    source: cached
      ? { kind: 'service', region: cached.region, account: cached.account, fetched: cached.fetched.toISOString() }
      : { kind: 'bundled' },
    actions: actions.map((action) => ({
      name: action.name,
      type: action.type,
      source: action.origin.kind,
      summary: inLanguage(actionSummary(action), language),
      properties: [...action.properties.values()].map(({ name, required, types, allowedValues, defaultValue }) => ({
        name,
        required,
        types,
        ...(allowedValues && { allowedValues }),
        ...(defaultValue !== undefined && { default: defaultValue }),
      })),
      ...(action.outputs && { outputs: Object.fromEntries(action.outputs) }),
      calls: action.calls.map(({ service, api }) => ({ Service: service, API: api })),
    })),
  };
  return `${JSON.stringify(answer, undefined, 2)}\n`;
}
