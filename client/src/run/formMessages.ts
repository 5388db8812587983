import { membersOf } from '../membersOf.ts';
import type { Fact, Notice } from '../webview/pageMessages.ts';
import type { Choice } from './serviceChoices.ts';

/** How a field of the form is filled in. */
export type FieldKind =
  /** One line of text; `choices` are offered and do not bind. */
  | 'text'
  /** Any number of lines. */
  | 'lines'
  | 'number'
  /** One of `choices`. */
  | 'select'
  /** Any of `choices`, one a line. */
  | 'several'
  /** Lines, or JSON. */
  | 'list'
  | 'json'
  /** Never shown, never kept. */
  | 'secret';

export interface FieldView {
  readonly name: string;
  readonly kind: FieldKind;
  readonly label: string;
  readonly description: string;
  /** What it takes. */
  readonly hint: string;
  readonly required: boolean;
  /** What it holds at the beginning. */
  readonly value: string;
  readonly choices: readonly Choice[];
}

export interface GroupView {
  /** Empty for what belongs to no group. */
  readonly label: string;
  readonly fields: readonly FieldView[];
}

export interface FormView {
  readonly heading: string;
  readonly description: string;
  readonly facts: readonly Fact[];
  /** What speaks against starting it. */
  readonly warnings: readonly string[];
  readonly groups: readonly GroupView[];
  readonly options: readonly FieldView[];
  readonly texts: FormTexts;
}

/** The words of the page itself. */
export interface FormTexts {
  readonly parameters: string;
  readonly noParameters: string;
  readonly options: string;
  readonly required: string;
  readonly review: string;
  readonly changeConnection: string;
  readonly start: string;
  readonly back: string;
  readonly wrong: string;
  readonly showInTemplate: string;
}

export interface RiskView {
  readonly title: string;
  readonly words: readonly string[];
}

/** What is about to be started, to be confirmed. */
export interface ReviewView {
  readonly heading: string;
  readonly facts: readonly Fact[];
  readonly parameters: readonly Fact[];
  readonly parametersLabel: string;
  readonly warnings: readonly string[];
  readonly risksLabel: string;
  readonly risks: readonly RiskView[];
  readonly texts: FormTexts;
}

/** What the extension tells the page. */
export type ToForm =
  | { readonly type: 'form'; readonly form: FormView }
  | {
      readonly type: 'problems';
      /** By the fields: `parameter.name`, `option.Name`. */
      readonly problems: Readonly<Record<string, string>>;
      readonly doubts: Readonly<Record<string, string>>;
      /** Show all of them and go to the first; else only those where something was typed. */
      readonly all: boolean;
    }
  | { readonly type: 'review'; readonly review: ReviewView }
  /** Back to the fields. */
  | { readonly type: 'edit' }
  | ({ readonly type: 'notice' } & Notice);

/** What was filled in, everything as text by the names of the fields. */
export interface Filled {
  readonly values: Readonly<Record<string, string>>;
  readonly options: Readonly<Record<string, string>>;
}

/** What the page tells the extension. */
export type FromForm =
  | ({ readonly type: 'changed' } & Filled)
  | ({ readonly type: 'review' } & Filled)
  | { readonly type: 'start' | 'back' | 'changeConnection' }
  | { readonly type: 'showRisk'; readonly index: number };

/** Undefined for what no page of ours says. */
export function readFromForm(message: unknown): FromForm | undefined {
  const { type, index } = membersOf(message);
  switch (type) {
    case 'changed':
    case 'review':
      return { type, ...readFilled(message) };
    case 'start':
    case 'back':
    case 'changeConnection':
      return { type };
    case 'showRisk':
      return typeof index === 'number' ? { type, index } : undefined;
    default:
      return undefined;
  }
}

/** What is no text is passed over. */
export function readFilled(given: unknown): Filled {
  const { values, options } = membersOf(given);
  return { values: texts(values), options: texts(options) };
}

function texts(given: unknown): Readonly<Record<string, string>> {
  const entries = typeof given === 'object' && given !== null ? Object.entries(given) : [];
  return Object.fromEntries(entries.filter(([, value]) => typeof value === 'string'));
}
