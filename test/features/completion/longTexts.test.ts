import { expect, test } from 'vitest';
import type { ActionSpec } from '../../../server/src/catalog/catalog.ts';
import { actionSummary } from '../../../server/src/features/completion/actionDocumentation.ts';
import { complete } from '../../../server/src/features/completion/complete.ts';
import { TemplateDocument } from '../../../server/src/template/document.ts';
import { bundledCatalog } from '../../../server/src/workspace/bundledCatalog.ts';
import { cpuTime } from '../../support/cpuTime.ts';
import { fixture } from '../../support/fixture.ts';

const context = { catalog: bundledCatalog(), snippets: false };

test('comments below the cursor are passed over in time, also with the line ends of Windows', () => {
  const { text, cursors } = fixture(`Tasks:\r\n- Name: one\r\n  Action:<|>\r\n${'# c\r\n'.repeat(32)}`);
  const labels = () =>
    complete(new TemplateDocument(text, 'yaml'), cursors[0] ?? 0, context).items.map((it) => it.label);
  expect(cpuTime(() => expect(labels()).toContain('ACS::Sleep'))).toBeLessThan(3000);
});

test('a list below comments belongs to the key at the cursor', () => {
  const { text, cursors } = fixture('Tasks:<|>\r\n# c\r\n\r\n- Name: one\r\n');
  expect(complete(new TemplateDocument(text, 'yaml'), cursors[0] ?? 0, context).items).toEqual([]);
});

function called(name: string): ActionSpec {
  const known = bundledCatalog().action('ACS::Sleep');
  if (!known) throw new Error('the catalogue lacks an action');
  return { ...known, name, summary: undefined, description: undefined };
}

test('what the name of an action says is read in time, however long the service makes it', () => {
  expect(actionSummary(called('ACS::ECS::DescribeVPCPeers')).en).toMatch(/describe VPC peers$/);
  expect(cpuTime(() => actionSummary(called(`ACS::ECS::${'A'.repeat(100_000)}`)))).toBeLessThan(3000);
});
