import { beforeEach, expect, test, vi } from 'vitest';
import { TemplatesView } from '../../../client/src/templates/templatesView.ts';
import type { Toolkit } from '../../../client/src/toolkit.ts';

const revealed = vi.hoisted(() => [] as unknown[]);

vi.mock('vscode', async () => {
  const { t } = await import('../translate.ts');
  return {
    env: { language: 'en' },
    l10n: { t },
    EventEmitter: class {
      event = () => undefined;
      fire = () => undefined;
    },
    window: { createTreeView: () => ({ reveal: async (node: unknown) => void revealed.push(node) }) },
    workspace: { isTrusted: true, onDidGrantWorkspaceTrust: () => undefined },
  };
});

beforeEach(() => {
  revealed.length = 0;
});

/** A view of two pages. `arrive` lets the second one come. */
function viewOfTwoPages() {
  let arrive = (): void => undefined;
  const second = new Promise<void>((resolve) => {
    arrive = resolve;
  });
  const listTemplates = async ({ NextToken }: { readonly NextToken?: string }) => {
    if (NextToken === undefined) return { Templates: [{ TemplateName: 'a' }], NextToken: 'second' };
    await second;
    return { Templates: [{ TemplateName: 'b' }], NextToken: undefined };
  };
  const connections = { choice: { kind: 'local' }, api: async () => ({ listTemplates }), onDidChange: () => undefined };
  const toolkit = { connections, status: { show: () => undefined }, log: { warn: () => undefined } };
  return { view: new TemplatesView(toolkit as unknown as Toolkit), arrive };
}

test('more templates go on at the first new one', async () => {
  const { view, arrive } = viewOfTwoPages();
  arrive();
  await view.loadMore('Private');
  expect(revealed).toMatchObject([{ kind: 'template', template: { TemplateName: 'b' } }]);
});

test('more templates that come when others are looked for lead nowhere', async () => {
  const { view, arrive } = viewOfTwoPages();
  const more = view.loadMore('Private');
  view.search('other');
  arrive();
  await more;
  expect(revealed).toEqual([]);
});
