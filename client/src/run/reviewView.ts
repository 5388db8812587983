import type { Translate } from '../translate.ts';
import type { Fact } from '../webview/pageMessages.ts';
import type { ReviewView, RiskView } from './formMessages.ts';
import { type GivenTexts, own } from './formValues.ts';
import { formTexts } from './formView.ts';
import { optionFacts, type RunOptions } from './optionFields.ts';
import type { ParameterFacts, RiskFacts, TemplateFacts } from './templateFacts.ts';

export interface ReviewParts {
  readonly heading: string;
  readonly facts: readonly Fact[];
  readonly warnings: readonly string[];
  readonly template: TemplateFacts;
  readonly given: GivenTexts;
  readonly options: RunOptions;
  readonly doubts: Readonly<Record<string, string>>;
}

const LONGEST_VALUE = 300;

/** What is about to be started. Values of NoEcho parameters are not in it. */
export function reviewView({ template, given, options, doubts, ...parts }: ReviewParts, t: Translate): ReviewView {
  const { riskyTasks } = template;
  const asks = options.SafetyCheck !== 'Skip';
  return {
    heading: parts.heading,
    facts: [...parts.facts, ...optionFacts(options, t)],
    parameters: parameterFacts(template.parameters, given, t),
    parametersLabel: t('Parameters'),
    warnings: [...parts.warnings, ...Object.values(doubts)],
    risksLabel: risksLabel(riskyTasks.length, asks, t),
    risks: riskyTasks.map((it) => riskView(it, t)),
    texts: formTexts(t),
  };
}

/** All of them, in the order of the template: what somebody starts hits what the defaults name as well. */
function parameterFacts(parameters: readonly ParameterFacts[], given: GivenTexts, t: Translate): Fact[] {
  return parameters.map((parameter) => {
    const { name, label } = parameter;
    const isSecret = Object.hasOwn(given.secrets, name);
    const text = own(given.texts, name);
    return {
      label: label && label !== name ? `${label} (${name})` : name,
      value: isSecret ? '******' : text === undefined ? defaultText(parameter, t) : shortened(text) || t('(empty)'),
    };
  });
}

function defaultText({ secret, default: value }: ParameterFacts, t: Translate): string {
  if (secret || value === undefined || value === '') return t('(default)');
  return t('{0} (default)', shortened(typeof value === 'string' ? value : JSON.stringify(value)));
}

const shortened = (text: string): string => (text.length > LONGEST_VALUE ? `${text.slice(0, LONGEST_VALUE)}…` : text);

function risksLabel(count: number, asks: boolean, t: Translate): string {
  if (count === 0) return t('No high-risk task is known in it.');
  if (!asks) return t('High-risk tasks, before which nobody will be asked: {0}', count);
  return t('High-risk tasks: {0}', count);
}

const riskView = ({ path, service, api, words, overridden }: RiskFacts, t: Translate): RiskView => ({
  title: `${path.join(' > ')}: ${service} ${api}`,
  words: overridden ? [...words, t('The template says Risk: Normal.')] : words,
});
