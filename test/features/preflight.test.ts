import { describe, expect, test } from 'vitest';
import { analyze } from '../../server/src/analysis/analyze.ts';
import { type Preflight, preflight } from '../../server/src/features/preflight.ts';
import { preflightMarkdown } from '../../server/src/features/preflightMarkdown.ts';
import { limitWords, preflightVerdict, unguarded, verdictWords } from '../../server/src/features/preflightWords.ts';
import type { RiskContext } from '../../server/src/risk/reachedCalls.ts';
import { TemplateDocument } from '../../server/src/template/document.ts';
import { bundledCatalog } from '../../server/src/workspace/bundledCatalog.ts';
import { call, read, withTasks } from '../risk/templates.ts';
import { askInBoth } from '../support/askInBoth.ts';
import { corpusFolder, corpusTwins } from '../support/corpus.ts';
import { cpuTime } from '../support/cpuTime.ts';
import { sayWithoutCorpus } from '../support/withoutCorpus.ts';

const catalog = bundledCatalog();

function report(document: TemplateDocument, options: Partial<RiskContext> = {}): Preflight {
  return preflight(document, { catalog, diagnostics: analyze(document, catalog), ...options });
}

/** What a question answers about the report on a template. */
function about<T>(yaml: string, ask: (report: Preflight) => T, options: Partial<RiskContext> = {}): T {
  return askInBoth(yaml, (document) => ask(report(document, options)));
}

const approve =
  "- { Name: ask, Action: 'ACS::Approve', Properties: { NotifyType: WebHook, WebHook: { URI: 'https://example.com', Content: { msgtype: text } } } }";
const remove = call('remove', 'ECS', 'DeleteInstance', ', Parameters: { InstanceId: i-1 }');

describe('the verdict', () => {
  const verdict = (yaml: string) => about(yaml, (it) => [preflightVerdict(it), verdictWords(it)]);

  test('is that a harmless template is ready', () => {
    expect(
      verdict(withTasks("- { Name: a, Action: 'ACS::ECS::StartInstance', Properties: { instanceId: i-1 } }")),
    ).toEqual(['ready', { en: 'Ready: nothing in it looks dangerous.', zh: '可以运行：没有发现危险内容。' }]);
  });

  test('tells a call that nothing guards from one behind an approval', () => {
    expect(verdict(withTasks(remove))).toEqual([
      'care',
      {
        en: 'Look before you start: 1 risky call that cannot be undone, with nothing guarding it.',
        zh: '请确认后再运行：1 个无法撤销且事先没有任何确认的高风险调用。',
      },
    ]);
    const [, words] = verdict(withTasks(`${approve}\n${remove}`));
    expect(words).toMatchObject({ en: 'Look before you start: 1 risky call.' });
  });

  test.each([
    ['2 risky calls that cannot be undone, with nothing guarding them', 2, 0],
    ['2 risky calls, 1 of which cannot be undone and has nothing guarding it', 1, 1],
    ['3 risky calls, 2 of which cannot be undone and have nothing guarding them', 2, 1],
    ['1 risky call', 0, 1],
  ])('counts what cannot be undone: %s', (said, bare, harmless) => {
    const many = (count: number, api: string) =>
      Array.from({ length: count }, (_, at) => call(`${api}${at}`, 'ECS', api));
    const calls = [...many(bare, 'DeleteInstance'), ...many(harmless, 'RebootInstance')].join('\n');
    expect(verdict(withTasks(calls))[1]).toMatchObject({
      en: expect.stringMatching(`^Look before you start: ${said}\\.`),
    });
  });

  test('leaves out what is marked, and counts what cannot be seen', () => {
    const marked = remove.replace('API:', 'Risk: Normal, API:');
    expect(verdict(withTasks(marked))[0]).toBe('ready');
    const dark = "- { Name: a, Action: 'ACS::Template', Properties: { TemplateName: faraway } }";
    expect(verdict(withTasks(`${marked}\n${dark}`))[1]).toMatchObject({
      en: 'Look before you start: 1 task that cannot be looked into.',
    });
  });

  test('names errors first, and the values that are yet to be given', () => {
    const head = 'Parameters: { a: { Type: String }, b: { Type: String, Default: x } }';
    const broken = withTasks(`${remove.replace('i-1', "'{{ a }}{{ b }}{{ c }}'")}`, head);
    expect(verdict(broken)[1]).toEqual({
      en: 'Not ready: 1 error to correct first. 1 parameter needs a value.',
      zh: '尚不能运行：请先修正 1 个错误。还有 1 个参数需要填写。',
    });
  });
});

test('findings stand with the worst first, and risks are not told twice', () => {
  const yaml = withTasks(
    `${remove}\n- { Name: b, Action: 'ACS::Sleep', Properties: { Duration: '{{ nobody }}' } }`,
    'Parameters: { a: { Type: String } }',
  );
  const { rules, counts } = about(yaml, (it) => ({ rules: it.findings.map(({ rule }) => rule), counts: it.counts }));
  expect(rules).toEqual(['unknown-parameter', 'unused-parameter']);
  expect(counts).toMatchObject({ error: 1, information: 0 });
});

test('parameters without a default are open', () => {
  const head = `Parameters:
  first: { Type: String, Default: '' }
  second: { Type: List }
  third: { Type: Json, Default: {} }
  fourth: { NoEcho: true }`;
  expect(about(withTasks(remove, head), ({ open }) => open.map(({ name }) => name))).toEqual(['second', 'fourth']);
});

describe('limits', () => {
  const loops = (yaml: string, options: Partial<RiskContext> = {}) =>
    about(yaml, (it) => it.loops.map(({ taskPath, value }) => [taskPath.join('/'), value]), options);

  test('name every loop, also in ACS::Loop and in child templates', () => {
    const yaml = withTasks(
      `
      - { Name: each, Action: 'ACS::Loop', Properties: { LoopItems: [1, 2], LoopTasks: [{ Name: rest, Action: 'ACS::Sleep', Properties: { Duration: PT1S }, Loop: { Items: '{{ ids }}' } }] } }
      - { Name: child, Action: 'ACS::Template', Properties: { TemplateName: other } }
      - { Action: 'ACS::Sleep', Properties: { Duration: PT1S }, Loop: { Items: [1] } }`,
      'Parameters: { ids: { Type: List } }',
    );
    const other = withTasks(
      "- { Name: one, Action: 'ACS::Sleep', Properties: { Duration: PT1S }, Loop: { Items: [1, 2, 3] } }",
    );
    const child = () => read(other);
    expect(loops(yaml, { child })).toEqual([
      ['each', { kind: 'known', count: 2 }],
      ['each/rest', { kind: 'parameter', name: 'ids', otherwise: undefined }],
      ['#3', { kind: 'known', count: 1 }],
      ['child/one', { kind: 'known', count: 3 }],
    ]);
    const found = report(new TemplateDocument(yaml, 'yaml'), { child });
    expect(limitWords(found)).toEqual({
      en: expect.stringMatching(
        /^0\.\d KB of 64 KB; 5 tasks; loops of up to 3 of 1,000 items; the run decides whether 'each\/rest' keeps to 1,000 items$/,
      ),
      zh: expect.stringContaining('“each/rest” 的循环次数运行时才能确定'),
    });
  });

  test('count bytes, not characters', () => {
    const document = new TemplateDocument('FormatVersion: OOS-2019-06-01\nDescription: 中文\nTasks: []\n', 'yaml');
    expect(report(document).size).toEqual({ value: Buffer.byteLength(document.text), most: 65_536 });
  });
});

test('a text of which nothing can be read, or that is far too long, still gets a report', () => {
  const long = `Description: ${'x'.repeat(1 << 21)}\n`;
  for (const text of ['- 1\n- 2\n', long]) {
    const found = report(new TemplateDocument(text, 'yaml'));
    expect(preflightVerdict(found)).toBe('errors');
    expect(found).toMatchObject({ tasks: 0, risky: [], open: [], rights: { run: [] }, duration: { seconds: 0 } });
    expect(unguarded(found)).toEqual([]);
    const page = preflightMarkdown(found, () => 1).en;
    expect(page).toContain('the risks, the permissions and all else are not known');
    expect(page).not.toContain('No risky calls');
  }
});

sayWithoutCorpus('how long a report on a real template takes is not measured');

test.runIf(corpusFolder !== undefined)(
  'each real template takes less than 100 ms',
  () => {
    const slow = corpusTwins().flatMap(({ name, yaml, json }) =>
      [yaml, json].flatMap(({ text, notation }) => {
        const once = () => cpuTime(() => verdictWords(report(new TemplateDocument(text, notation))));
        // Again for what was loaded just then, and for the garbage that was collected just then.
        const least = Math.min(...[once()].flatMap((it) => (it < 100 ? it : [it, once(), once()])));
        return least < 100 ? [] : [`${name} ${notation}: ${least} ms`];
      }),
    );
    expect(slow).toEqual([]);
  },
  120_000,
);
