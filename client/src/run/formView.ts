import type { Translate } from '../translate.ts';
import type { Fact } from '../webview/pageMessages.ts';
import type { FieldKind, FieldView, Filled, FormTexts, FormView, GroupView } from './formMessages.ts';
import { fieldText, own } from './formValues.ts';
import { optionFields } from './optionFields.ts';
import type { Choice } from './serviceChoices.ts';
import type { ParameterFacts, TemplateFacts } from './templateFacts.ts';

export interface FormParts {
  readonly heading: string;
  /** Who starts what, and where. */
  readonly facts: readonly Fact[];
  readonly warnings: readonly string[];
  readonly template: TemplateFacts;
  /** What the service offers, by parameter. */
  readonly offered: ReadonlyMap<string, readonly Choice[]>;
  readonly remembered: Filled | undefined;
}

/** The form for an execution of a template. */
export function formView({ template, offered, remembered, ...parts }: FormParts, t: Translate): FormView {
  const fieldOf = (it: ParameterFacts) =>
    parameterField(it, offered.get(it.name) ?? [], remembered && own(remembered.values, it.name), t);
  return {
    heading: parts.heading,
    description: template.description,
    facts: parts.facts,
    warnings: parts.warnings,
    groups: grouped(template, fieldOf, t),
    options: optionFields(remembered?.options ?? {}, t),
    texts: formTexts(t),
  };
}

/** What the template puts into no group comes last; where there are no groups, there is no heading. */
function grouped(
  { parameters, groups }: TemplateFacts,
  fieldOf: (it: ParameterFacts) => FieldView,
  t: Translate,
): GroupView[] {
  const inGroup = new Set(groups.flatMap((it) => it.parameters));
  const named = (names: readonly string[]) => parameters.filter(({ name }) => names.includes(name));
  const all = [
    ...groups.map((it) => ({ label: it.label, members: named(it.parameters) })),
    {
      label: groups.length > 0 ? t('Other parameters') : '',
      members: parameters.filter(({ name }) => !inGroup.has(name)),
    },
  ];
  return all
    .filter(({ members }) => members.length > 0)
    .map(({ label, members }) => ({ label, fields: members.map(fieldOf) }));
}

function parameterField(
  parameter: ParameterFacts,
  offered: readonly Choice[],
  remembered: string | undefined,
  t: Translate,
): FieldView {
  const { name, type, label, description, required, secret } = parameter;
  const byDefault = fieldText(type, parameter.default);
  const value = secret ? '' : (remembered ?? byDefault);
  const { kind, choices } = manner(parameter, offered, value);
  return {
    name,
    kind,
    label: label || name,
    description,
    hint: hintOf(parameter, kind, t),
    required,
    value,
    choices: kind === 'select' ? withOutsiders(choices, [byDefault, value], required) : choices,
  };
}

/** What the template allows binds; what the service offers helps. */
function manner(
  { type, secret, allowed, association }: ParameterFacts,
  offered: readonly Choice[],
  value: string,
): { readonly kind: FieldKind; readonly choices: readonly Choice[] } {
  if (secret) return { kind: 'secret', choices: [] };
  const bound = allowed?.every((it) => typeof it !== 'object') ? allowed.map((it) => ({ value: String(it) })) : [];
  if (type === 'List') return severalOrList(bound.length > 0 ? bound : offered, value);
  if (type === 'Json') return { kind: 'json', choices: [] };
  if (type === 'Boolean') return { kind: 'select', choices: [{ value: 'true' }, { value: 'false' }] };
  if (bound.length > 0) return { kind: 'select', choices: labelled(bound, offered) };
  if (type === 'Number') return { kind: 'number', choices: offered };
  const hasLines = value.includes('\n') || /^(?:Code|TextArea)$/i.test(association ?? '');
  return hasLines ? { kind: 'lines', choices: [] } : { kind: 'text', choices: offered };
}

/** Boxes to tick can hold only what they are made for. */
function severalOrList(choices: readonly Choice[], value: string): ReturnType<typeof manner> {
  const lines = value.trim().startsWith('[') ? undefined : value.split('\n').filter(Boolean);
  const fits = choices.length > 0 && lines?.every((line) => choices.some((it) => it.value === line));
  return fits ? { kind: 'several', choices } : { kind: 'list', choices: [] };
}

const labelled = (choices: readonly Choice[], offered: readonly Choice[]): Choice[] =>
  choices.map((it) => offered.find(({ value }) => value === it.value) ?? it);

/** A default may be an expression, and what was remembered may no longer be allowed: the check tells about that. */
function withOutsiders(choices: readonly Choice[], values: readonly string[], required: boolean): Choice[] {
  const isNew = (value: string) => value !== '' && !choices.some((it) => it.value === value);
  const outsiders = [...new Set(values.filter(isNew))].map((value) => ({ value }));
  return [
    ...(required || outsiders.length > 0 || values.includes('') ? [{ value: '' }] : []),
    ...choices,
    ...outsiders,
  ];
}

function hintOf(
  { takes, constraint, pattern, secret, required }: ParameterFacts,
  kind: FieldKind,
  t: Translate,
): string {
  const parts = [
    kind === 'select' || kind === 'several' ? '' : takes,
    kind === 'list' ? t('one item per line, or JSON') : '',
    constraint || (pattern === undefined ? '' : t('matches {0}', pattern)),
    secret && !required ? t('empty: the default of the template') : '',
  ];
  return parts.filter(Boolean).join(' · ');
}

/** The words that the form and the review have in common. */
export const formTexts = (t: Translate): FormTexts => ({
  parameters: t('Parameters'),
  noParameters: t('The template has no parameters.'),
  options: t('How it runs'),
  required: t('required'),
  review: t('Review and Start...'),
  changeConnection: t('Change the connection'),
  start: t('Start'),
  back: t('Back'),
  wrong: t('Some values need another look.'),
  showInTemplate: t('Show in the template'),
});
