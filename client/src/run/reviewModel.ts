import type { Translate } from '../translate.ts';
import type { Fact, ReviewView, RiskView } from './formMessages.ts';
import { formTexts } from './formModel.ts';
import type { GivenTexts } from './formValues.ts';
import { optionFacts, type RunOptions } from './optionFields.ts';
import type { RiskFacts, TemplateFacts } from './templateFacts.ts';

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
    parameters: parameterFacts(given, t),
    parametersLabel: t('Parameters'),
    warnings: [...parts.warnings, ...Object.values(doubts)],
    risksLabel: risksLabel(riskyTasks.length, asks, t),
    risks: riskyTasks.map((it) => riskView(it, t)),
    texts: formTexts(t),
  };
}

function parameterFacts({ texts, secrets, defaults }: GivenTexts, t: Translate): Fact[] {
  const shortened = (text: string) => (text.length > LONGEST_VALUE ? `${text.slice(0, LONGEST_VALUE)}…` : text);
  return [
    ...Object.entries(texts).map(([label, text]) => ({ label, value: shortened(text) })),
    ...Object.keys(secrets).map((label) => ({ label, value: '******' })),
    ...(defaults.length > 0 ? [{ label: t('With their defaults'), value: defaults.join(', ') }] : []),
  ];
}

function risksLabel(count: number, asks: boolean, t: Translate): string {
  if (count === 0) return t('No high-risk task is known in it.');
  if (!asks) return t('High-risk tasks, before which nobody will be asked: {0}', count);
  return t('High-risk tasks: {0}', count);
}

const riskView = ({ path, service, api, words, overridden }: RiskFacts, t: Translate): RiskView => ({
  title: `${path.join(' > ')}: ${service} ${api}`,
  words: overridden ? [...words, t('The template says Risk: Normal.')] : words,
});
