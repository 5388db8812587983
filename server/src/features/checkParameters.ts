import type { Template } from '../template/template.ts';
import type { Words } from '../words/words.ts';
import { isRequired } from './parameterFacts.ts';
import { readParameterValue } from './parameterValues.ts';
import { missingWords, unknownWords } from './parameterWords.ts';

/** What was typed for the parameters of a template, judged one by one. */
export interface ParameterCheck {
  /** Good values as the service is to get them. */
  readonly values: Readonly<Record<string, unknown>>;
  /** Why the service would refuse a value, or that one is missing. */
  readonly problems: Readonly<Record<string, Words>>;
  /** Why it may refuse one. */
  readonly doubts: Readonly<Record<string, Words>>;
}

/** `texts`: what was typed, by name; a name that is absent was left alone. `absent`: names of which nothing is said. */
export function checkParameters(
  template: Template,
  texts: ReadonlyMap<string, string>,
  absent: ReadonlySet<string> = new Set(),
): ParameterCheck {
  const { parameters } = template;
  const values: [string, unknown][] = [];
  const problems: [string, Words][] = [];
  const doubts: [string, Words][] = [];
  for (const [name, text] of texts) {
    const parameter = parameters.get(name);
    if (!parameter) {
      problems.push([name, unknownWords(name, undefined, parameters.names())]);
      continue;
    }
    const reading = readParameterValue(parameter, { kind: 'text', text });
    if ('problem' in reading) problems.push([name, reading.problem]);
    else values.push([parameter.name, reading.value]);
    if ('doubt' in reading && reading.doubt) doubts.push([name, reading.doubt]);
  }
  for (const parameter of parameters.all) {
    const { name } = parameter;
    if (isRequired(parameter) && !texts.has(name) && !absent.has(name)) problems.push([name, missingWords(parameter)]);
  }
  return {
    values: Object.fromEntries(values),
    problems: Object.fromEntries(problems),
    doubts: Object.fromEntries(doubts),
  };
}
