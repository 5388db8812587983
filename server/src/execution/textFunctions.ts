import { checkLength, Fault } from './fault.ts';
import { listAt, mapAt, textAt } from './functionArguments.ts';
import { type Json, textOf } from './json.ts';

type Args = readonly Json[];

/** Functions that make or take apart texts, by name in lower case. */
export const textFunctions: Readonly<Record<string, (args: Args) => Json>> = {
  'fn::join': (args) => joined(listAt('Fn::Join', args, 1).map(textOf), textAt('Fn::Join', args, 0)),
  'fn::split': (args) => {
    const delimiter = textAt('Fn::Split', args, 0);
    if (delimiter === '') throw new Fault('The delimiter of Fn::Split is empty.');
    return textAt('Fn::Split', args, 1).split(delimiter);
  },
  'fn::replace': (args) =>
    Object.entries(mapAt('Fn::Replace', args, 0)).reduce(
      (text, [from, to]) => (from === '' ? text : joined(text.split(from), textOf(to))),
      textAt('Fn::Replace', args, 1),
    ),
  'fn::sub': (args) => {
    const values = mapAt('Fn::Sub', args, 1);
    // The texts between the names, and every second one a name.
    const pieces = textAt('Fn::Sub', args, 0).split(/\$\{([^{}]+)\}/);
    const filled = pieces.map((piece, at) => {
      if (at % 2 === 0) return piece;
      return Object.hasOwn(values, piece) ? textOf(values[piece] ?? null) : `\${${piece}}`;
    });
    return joined(filled, '');
  },
  'fn::containssubstring': (args) =>
    textAt('Fn::ContainsSubString', args, 0).includes(textAt('Fn::ContainsSubString', args, 1)),
  'fn::base64encode': (args) => Buffer.from(textAt('Fn::Base64Encode', args, 0), 'utf8').toString('base64'),
  'fn::base64decode': (args) => Buffer.from(textAt('Fn::Base64Decode', args, 0), 'base64').toString('utf8'),
};

/** Checks the length before the text is made. */
function joined(parts: readonly string[], delimiter: string): string {
  checkLength(parts.reduce((sum, { length }) => sum + length + delimiter.length, 0));
  return parts.join(delimiter);
}
