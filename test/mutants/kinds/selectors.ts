import { keyName } from '../../../server/src/syntax/navigate.ts';
import type { ScalarNode } from '../../../server/src/syntax/node.ts';
import type { Base } from '../bases.ts';
import { over, rename, typo } from '../edits.ts';
import type { Kind, Site } from '../kind.ts';
import { isSimple, itemsOf, propertiesOf, scalarAt, tasks, templates } from '../places.ts';
import type { Random } from '../random.ts';

/** The jq texts of a base that are written without escapes. */
function selectors(base: Base): (ScalarNode & { readonly value: string })[] {
  const outputs = tasks(base)
    .filter(({ action }) => action !== 'ACS::Loop')
    .flatMap((task) => task.outputs.all.map(({ attributes }) => scalarAt(attributes, 'ValueSelector')));
  const properties = tasks(base).map((task) => scalarAt(propertiesOf(task), 'PropertySelector'));
  const filters = templates(base)
    .flatMap(({ calls }) => calls)
    .filter(({ pair }) => keyName(pair) === 'Fn::Jq')
    .map(({ pair }) => itemsOf(pair.value)[1]);
  return [...outputs, ...properties, ...filters].flatMap((node) => (isSimple(base, node) ? [node] : []));
}

interface Broken {
  readonly name: string;
  /** The broken selector; undefined where it cannot be broken in this way. */
  readonly to: (selector: string, random: Random) => string | undefined;
  readonly repairable?: boolean;
}

const broken = ({ name, to, ...kind }: Broken): Kind => ({
  ...kind,
  name: `selector with ${name}`,
  rules: ['invalid-selector', 'invalid-selector-with-reference'],
  sites: (base) =>
    selectors(base).map(
      (node): Site =>
        (random) => {
          const text = to(node.value, random);
          if (text === undefined || /['"\\]/.test(text)) return undefined;
          const quoted =
            node.style === 'plain' && base.document.notation === 'yaml' && /[#:{}[\]|>&*!%@`]|^[-?]/.test(text);
          return quoted
            ? {
                edits: [over(node.range, `'${text}'`)],
                at: [node.range],
                ...(kind.repairable && { repairable: false }),
              }
            : { edits: [rename(base, node, text)], at: [node.range] };
        },
    ),
});

const without = (text: string, sign: string): string | undefined => {
  const at = text.lastIndexOf(sign);
  return at < 0 ? undefined : text.slice(0, at) + text.slice(at + 1);
};

const calledFunction =
  /(?<![.\w])(?:select|length|join|unique|sort_by|group_by|map|tostring|tonumber|startswith|any|flatten|from_entries|with_entries)\b/;

export const wrongSelectors: readonly Kind[] = [
  broken({ name: 'a bracket left open', to: (text) => without(text, ']') }),
  broken({ name: 'a bracket that nothing opens', to: (text) => `${text}]` }),
  broken({ name: 'a parenthesis left open', to: (text) => without(text, ')') }),
  broken({ name: 'a brace left open', to: (text) => (text.includes('{{') ? undefined : without(text, '}')) }),
  broken({ name: 'a pipe at its end', to: (text) => `${text} |` }),
  broken({ name: 'two pipes', to: (text) => (text.includes(' | ') ? text.replace(' | ', ' | | ') : undefined) }),
  broken({ name: 'an operator at its end', to: (text) => `${text} ==` }),
  broken({ name: 'two names side by side', to: (text) => `${text} and more words` }),
  broken({
    name: 'a misspelt function',
    repairable: true,
    to: (text, random) => {
      // A lone word is a field.
      if (/^\w+$/.test(text)) return undefined;
      const called = calledFunction.exec(text);
      const to = called ? typo(called[0], random) : undefined;
      return called && to ? text.slice(0, called.index) + to + text.slice(called.index + called[0].length) : undefined;
    },
  }),
];
