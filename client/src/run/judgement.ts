import * as vscode from 'vscode';
import type { Toolkit } from '../toolkit.ts';
import type { Filled } from './formMessages.ts';
import { givenTexts, own } from './formValues.ts';
import { type RunOptions, readOptions } from './optionFields.ts';
import { secretProblem } from './secretProblem.ts';
import { checkTexts, type LoadedTemplate } from './source.ts';
import type { ParameterFacts } from './templateFacts.ts';

/** What is to be said about a filled form. */
export interface Judgement {
  /** By the fields: `parameter.name`, `option.Name`. */
  readonly problems: Readonly<Record<string, string>>;
  readonly doubts: Readonly<Record<string, string>>;
  /** The values that were read, without the secret ones. */
  readonly values: Readonly<Record<string, unknown>>;
  readonly options: RunOptions;
}

/** The language server judges what is no secret, by the same rules as `oos run`. */
export async function judge(
  toolkit: Toolkit,
  template: LoadedTemplate,
  parameters: readonly ParameterFacts[],
  filled: Filled,
): Promise<Judgement> {
  const { t } = vscode.l10n;
  const { texts, secrets } = givenTexts(parameters, filled.values);
  const check = await checkTexts(toolkit, template, texts, Object.keys(secrets));
  const { options, problems } = readOptions(filled.options, t);
  const secretProblems = parameters.flatMap((it) => {
    const text = own(secrets, it.name);
    const problem = text === undefined ? undefined : secretProblem(it, text, t);
    return problem === undefined ? [] : [[it.name, problem] as const];
  });
  return {
    problems: {
      ...keyed('parameter', { ...check.problems, ...Object.fromEntries(secretProblems) }),
      ...keyed('option', problems),
    },
    doubts: keyed('parameter', check.doubts),
    values: check.values,
    options,
  };
}

/** A parameter may be called as an option is. */
const keyed = (kind: 'parameter' | 'option', texts: Readonly<Record<string, string>>): Record<string, string> =>
  Object.fromEntries(Object.entries(texts).map(([name, text]) => [`${kind}.${name}`, text]));
