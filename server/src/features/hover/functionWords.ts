import type { ArgumentSpec, FunctionSpec } from '../../catalog/functions/functionSpec.ts';
import type { Words } from '../../words/words.ts';
import { code, codeBlock, codes, inBoth, paragraphs } from './markdown.ts';

/** A function: how it is called, what it does, an example. */
export const functionWords = (spec: FunctionSpec): Words =>
  inBoth((say) =>
    paragraphs(
      codeBlock(`${signature(spec)} -> ${spec.result}`, 'yaml'),
      say(spec.summary),
      ...spec.arguments.flatMap(({ name, allowedValues = [] }) =>
        allowedValues.length > 0
          ? [say({ en: `${code(name)}: `, zh: `${code(name)}：` }) + codes(say, allowedValues)]
          : [],
      ),
      spec.documented
        ? ''
        : say({
            en: 'The official list of functions does not name it; published templates use it.',
            zh: '官方函数列表中没有该函数，但已发布的模板在使用。',
          }),
      codeBlock(spec.example, 'yaml'),
    ),
  );

/** `Fn::Join: [delimiter: String, list: List]`; three dots where the last argument may be repeated. */
function signature({ name, form, arguments: given, most }: FunctionSpec): string {
  const shown = given.map(argument);
  if (form === 'value') return `${name}: ${shown.join(', ')}`;
  const more = most > given.length ? ', ...' : '';
  return `${name}: [${shown.join(', ')}${more}]`;
}

const argument = ({ name, type }: ArgumentSpec): string => (type === 'Any' ? name : `${name}: ${type}`);
