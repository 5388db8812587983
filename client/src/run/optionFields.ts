import type { Translate } from '../translate.ts';
import type { Fact } from '../webview/pageMessages.ts';
import type { FieldView } from './formMessages.ts';

/** How an execution runs, by the names of StartExecution; absent: as the service does it by default. */
export interface RunOptions {
  readonly Mode?: 'Automatic' | 'FailurePause' | 'Debug';
  readonly LoopMode?: 'Automatic' | 'FirstBatchPause' | 'EveryBatchPause';
  readonly SafetyCheck?: 'ConfirmEveryHighRiskAction' | 'Skip';
  readonly Tags?: Readonly<Record<string, string>>;
  readonly Description?: string;
}

const choicesOf = {
  Mode: ['Automatic', 'FailurePause', 'Debug'],
  LoopMode: ['Automatic', 'FirstBatchPause', 'EveryBatchPause'],
  SafetyCheck: ['ConfirmEveryHighRiskAction', 'Skip'],
} as const;

/** What the service does where nothing is said (API reference, StartExecution). */
const defaults = { Mode: 'Automatic', LoopMode: 'Automatic', SafetyCheck: 'ConfirmEveryHighRiskAction' } as const;

/** The fields for how it runs, with what was chosen last time. */
export function optionFields(values: Readonly<Record<string, string>>, t: Translate): FieldView[] {
  const words = optionWords(t);
  const select = (name: keyof typeof choicesOf, label: string, description: string): FieldView => ({
    name,
    kind: 'select',
    label,
    description,
    hint: '',
    required: false,
    value: choicesOf[name].some((it) => it === values[name]) ? (values[name] ?? '') : '',
    choices: [
      { value: '', label: t('As the service does it: {0}, {1}', defaults[name], words[defaults[name]]) },
      ...choicesOf[name].map((value) => ({ value, label: `${value}: ${words[value]}` })),
    ],
  });
  const plain = { hint: '', required: false, choices: [] };
  return [
    select('Mode', t('Mode'), t('What happens between tasks and after a failure')),
    select('LoopMode', t('Loops'), t('Whether loops stop between their batches')),
    select('SafetyCheck', t('Safety check'), t('Whether somebody is asked before high-risk tasks')),
    {
      ...plain,
      name: 'Tags',
      kind: 'list',
      label: t('Tags'),
      description: t('One per line, as key=value'),
      value: values.Tags ?? '',
    },
    {
      ...plain,
      name: 'Description',
      kind: 'text',
      label: t('Description'),
      description: t('Why it is run; shown beside the execution in lists'),
      value: values.Description ?? '',
    },
  ];
}

function optionWords(t: Translate) {
  return {
    Automatic: t('goes on by itself'),
    FailurePause: t('waits after a failed task, which you can retry or skip'),
    Debug: t('waits before each task, and you say which comes next'),
    FirstBatchPause: t('waits for an approval after the first batch'),
    EveryBatchPause: t('waits for an approval after every batch'),
    ConfirmEveryHighRiskAction: t('asks before each high-risk task'),
    Skip: t('asks nobody'),
  } as const;
}

/** What was chosen; what makes no sense is told by the field that it is about. */
export function readOptions(
  values: Readonly<Record<string, string>>,
  t: Translate,
): { readonly options: RunOptions; readonly problems: Readonly<Record<string, string>> } {
  const pick = <const W extends string>(words: readonly W[], value: string | undefined): W | undefined =>
    words.find((it) => it === value);
  const tags = readTags(values.Tags ?? '');
  const given = {
    Mode: pick(choicesOf.Mode, values.Mode),
    LoopMode: pick(choicesOf.LoopMode, values.LoopMode),
    SafetyCheck: pick(choicesOf.SafetyCheck, values.SafetyCheck),
    Tags: Object.keys(tags.tags).length > 0 ? tags.tags : undefined,
    Description: values.Description?.trim() || undefined,
  };
  const problems: Record<string, string> = {};
  if (tags.wrong !== undefined) problems.Tags = t('"{0}" is not a tag. Write key=value, one per line.', tags.wrong);
  if (given.SafetyCheck === 'Skip' && given.Mode !== undefined && given.Mode !== 'Automatic') {
    problems.SafetyCheck = t('The safety check can be skipped in Mode Automatic only.');
  }
  const options = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined));
  return { options, problems };
}

function readTags(text: string): { readonly tags: Record<string, string>; readonly wrong: string | undefined } {
  const lines = text
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter(Boolean);
  const pairs = lines.map((line) => /^([^=]+)=(.*)$/.exec(line));
  const tags = pairs.flatMap((it) => (it ? [[it[1]?.trim() ?? '', it[2]?.trim() ?? ''] as const] : []));
  return { tags: Object.fromEntries(tags), wrong: lines[pairs.indexOf(null)] };
}

/** How it will run, to be confirmed: what was chosen, and what the service does where nothing was. */
export function optionFacts({ Tags, Description, ...chosen }: RunOptions, t: Translate): Fact[] {
  const words = optionWords(t);
  const meant = (name: keyof typeof choicesOf) => {
    const value = chosen[name] ?? defaults[name];
    const text = `${value}: ${words[value]}`;
    return chosen[name] === undefined ? t('{0} (default)', text) : text;
  };
  const tags = Object.entries(Tags ?? {}).map(([key, value]) => `${key}=${value}`);
  return [
    { label: t('Mode'), value: meant('Mode') },
    { label: t('Loops'), value: meant('LoopMode') },
    { label: t('Safety check'), value: meant('SafetyCheck') },
    { label: t('Tags'), value: tags.join(', ') },
    { label: t('Description'), value: Description },
  ].flatMap(({ label, value }) => (value ? [{ label, value }] : []));
}
