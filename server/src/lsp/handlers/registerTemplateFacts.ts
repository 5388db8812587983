import { TextDocument } from 'vscode-languageserver-textdocument';
import { isTooLargeToParse } from '../../analysis/contentSize.ts';
import { checkParameters } from '../../features/checkParameters.ts';
import { assessedWords } from '../../features/risk/assessedWords.ts';
import { type ParameterFacts, type TaskFacts, templateFacts } from '../../features/templateFacts.ts';
import { type AssessedTask, type AssessOptions, assessRisk } from '../../risk/assess.ts';
import { parseJson } from '../../syntax/json.ts';
import type { TextRange, ValueNode } from '../../syntax/node.ts';
import { TemplateDocument } from '../../template/document.ts';
import { notationOf } from '../../template/recognise.ts';
import { inLanguage, type Words } from '../../words/words.ts';
import { toRange } from '../convert.ts';
import type { OpenDocument } from '../documents/documentStore.ts';
import type { Session } from '../session.ts';
import { guarded } from './guarded.ts';

/** An open template, or a text; clients may send anything. */
interface TemplateParams {
  /** Of the open template, or of the file that the text is from. */
  readonly uri?: unknown;
  readonly text?: unknown;
  /** `YAML` or `JSON`; without it the text tells. */
  readonly format?: unknown;
}

interface FactsParams extends TemplateParams {
  /** What an execution is about to be started with: `values` by the names of parameters, `SafetyCheck`. */
  readonly start?: unknown;
}

interface CheckParams extends TemplateParams {
  /** What was typed, by the names of parameters. */
  readonly values?: unknown;
  /** The names of parameters that have a value which is not sent. */
  readonly withheld?: unknown;
}

/**
 * The requests `oos/template`, what a form for an execution needs to know, and `oos/checkParameters`, what is wrong with the
 * values that were typed into it. Null for what is no template.
 */
export function registerTemplateFacts(session: Session): void {
  const { connection } = session;
  const { console: log } = connection;
  const say = (words: Words): string => inLanguage(words, session.client.language);
  connection.onRequest(
    'oos/template',
    guarded(log, 'template facts', null, (params: FactsParams | null) => {
      const found = subjectOf(session, params);
      return found ? factsAnswer(found, startIn(params?.start), say) : null;
    }),
  );
  connection.onRequest(
    'oos/checkParameters',
    guarded(log, 'parameter check', null, (params: CheckParams | null) => {
      const template = subjectOf(session, params)?.document.template;
      if (!template) return null;
      const { values, problems, doubts } = checkParameters(
        template,
        textsIn(params?.values),
        namesIn(params?.withheld),
      );
      return { values, problems: said(problems, say), doubts: said(doubts, say) };
    }),
  );
}

interface Subject {
  readonly document: TemplateDocument;
  readonly lines: TextDocument;
  readonly risky: (values: ValueNode | undefined) => readonly AssessedTask[];
}

interface Start {
  readonly values: ValueNode | undefined;
  /** OOS asks before high-risk tasks. */
  readonly asks: boolean;
}

function startIn(given: unknown): Start | undefined {
  if (typeof given !== 'object' || given === null) return undefined;
  const { values, SafetyCheck } = given as Readonly<Record<string, unknown>>;
  return { values: parseJson(JSON.stringify(values ?? {})).root, asks: SafetyCheck !== 'Skip' };
}

function subjectOf(session: Session, params: TemplateParams | null): Subject | undefined {
  const { uri, text } = params ?? {};
  if (typeof text === 'string') return subjectIn(session, text, params ?? {});
  const open = typeof uri === 'string' ? session.documents.get(uri) : undefined;
  if (!open || isTooLargeToParse(open.document.text)) return undefined;
  return { document: open.document, lines: open.lines, risky: (values) => riskyInOpen(open, session, values) };
}

/** A text that is in no file has no templates beside it. */
function subjectIn({ catalog, risk }: Session, text: string, { uri, format }: TemplateParams): Subject | undefined {
  if (isTooLargeToParse(text)) return undefined;
  const notation = notationOf(undefined, typeof format === 'string' ? format : undefined, text);
  const document = new TemplateDocument(text, notation);
  const lines = TextDocument.create(typeof uri === 'string' ? uri : '', notation, 0, text);
  const context = () => (lines.uri === '' ? { catalog: catalog() } : risk.contextOf({ lines }));
  return { document, lines, risky: (values) => riskyIn(document, { ...context(), values }) };
}

const riskyIn = ({ template }: TemplateDocument, options: AssessOptions): readonly AssessedTask[] =>
  template ? assessRisk(template, options).tasks : [];

function riskyInOpen(open: OpenDocument, { risk }: Session, values: ValueNode | undefined): readonly AssessedTask[] {
  const known = risk.of(open);
  if (!known || !values) return known?.tasks ?? [];
  return riskyIn(open.document, { ...risk.contextOf(open), reach: known.reach, values });
}

type Say = (words: Words) => string;

function factsAnswer({ document, lines, risky }: Subject, start: Start | undefined, say: Say) {
  if (!document.template) return null;
  const { description, parameters, groups, tasks } = templateFacts(document.template);
  const rangeOf = (range: TextRange) => toRange(lines, range);
  return {
    description: say(description),
    parameters: parameters.map((it) => parameterAnswer(it, rangeOf, say)),
    groups: groups.map((it) => ({ label: say(it.label), parameters: it.parameters })),
    tasks: tasks.map((it) => taskAnswer(it, rangeOf, say)),
    riskyTasks: risky(start?.values).map((it) => riskAnswer(it, start?.asks, rangeOf, say)),
  };
}

type RangeOf = (range: TextRange) => ReturnType<typeof toRange>;

const parameterAnswer = (facts: ParameterFacts, rangeOf: RangeOf, say: Say) => ({
  ...facts,
  label: say(facts.label),
  description: say(facts.description),
  constraint: say(facts.constraint),
  takes: say(facts.takes),
  range: rangeOf(facts.range),
});

const taskAnswer = ({ name, action, ...task }: TaskFacts, rangeOf: RangeOf, say: Say): object => ({
  name,
  action,
  description: say(task.description),
  range: rangeOf(task.range),
  selectionRange: rangeOf(task.selectionRange),
  tasks: task.tasks.map((it) => taskAnswer(it, rangeOf, say)),
});

const riskAnswer = (assessed: AssessedTask, asks: boolean | undefined, rangeOf: RangeOf, say: Say) => ({
  path: assessed.task.taskPath,
  service: assessed.task.service,
  api: assessed.task.api,
  documented: assessed.task.documented,
  overridden: assessed.task.overridden,
  words: assessedWords(assessed, asks).map(say),
  range: rangeOf(assessed.task.range),
});

const said = (words: Readonly<Record<string, Words>>, say: Say): Record<string, string> =>
  Object.fromEntries(Object.entries(words).map(([name, it]) => [name, say(it)]));

function textsIn(given: unknown): ReadonlyMap<string, string> {
  const entries = typeof given === 'object' && given !== null ? Object.entries(given) : [];
  return new Map(entries.filter((it): it is [string, string] => typeof it[1] === 'string'));
}

const namesIn = (given: unknown): ReadonlySet<string> =>
  new Set(Array.isArray(given) ? given.filter((it) => typeof it === 'string') : []);
