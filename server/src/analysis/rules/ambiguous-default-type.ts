import type { ParameterType } from '../../catalog/parameters/parameterTypes.ts';
import type { ScalarNode, SyntaxTree } from '../../syntax/node.ts';
import { judgeDefault } from '../defaultType.ts';
import { asList, asLiteral, asText, booleanIn, numberIn, shown } from '../literals.ts';
import { literalDefault, parameterType } from '../parameterAttributes.ts';
import { defineRule, type Fix } from '../rule.ts';

export const ambiguousDefaultType = defineRule({
  id: 'ambiguous-default-type',
  severity: 'information',
  summary: { en: 'The default of a parameter has to be converted to its type.', zh: '参数的默认值需要转换成其类型。' },
  why: {
    en: 'Real templates do this and run, but a function that compares the value may see the type that was written. A default of the declared type is safe.',
    zh: '真实模板中有这种写法且可以执行，但比较该值的函数可能看到书写时的类型。按声明的类型书写更稳妥。',
  },
  invalid: [
    {
      text: 'Parameters:\n  count: { Type: Number, Default: <|\'30\'|> }\n  force: { Type: Boolean, Default: <|"True"|> }\n  wait: { Type: Boolean, Default: <|0|> }\n',
      fixed:
        'Parameters:\n  count: { Type: Number, Default: 30 }\n  force: { Type: Boolean, Default: true }\n  wait: { Type: Boolean, Default: false }\n',
    },
    {
      text: 'Parameters:\n  port: { Type: String, Default: <|80|> }\n  open: { Default: <|true|> }\n  states: { Type: List, Default: <|InService|> }\n',
      fixed:
        "Parameters:\n  port: { Type: String, Default: '80' }\n  open: { Default: 'true' }\n  states: { Type: List, Default: [InService] }\n",
    },
    {
      text: 'Parameters:\n  ids: { Type: List, Default: <|\'["a","b"]\'|> }\n',
      fixed: 'Parameters:\n  ids: { Type: List, Default: ["a","b"] }\n',
    },
    { text: "Parameters:\n  ids: { Type: List, Default: <|'a,b'|> }\n  tags: { Type: Json, Default: <|5|> }\n" },
  ],
  valid: [
    `
FormatVersion: OOS-2019-06-01
Parameters:
  port: { Type: String, Default: '80' }
  open: { Type: Boolean, Default: true }
  count: { Type: Number, Default: 30 }
  states: { Type: List, Default: [InService] }
Tasks:
  - { Name: stop, Action: ACS::Pause }
Outputs:
  all: { Type: String, Value: '{{ port }} {{ open }} {{ count }} {{ states }}' }
`,
    `
FormatVersion: OOS-2019-06-01
Parameters:
  ids: { Type: List, Default: '{{ others }}' }
  others: { Type: List }
Tasks:
  - { Name: stop, Action: ACS::Pause }
Outputs:
  ids: { Type: List, Value: '{{ ids }}' }
`,
  ],

  check({ document: { tree }, template, catalog, report }) {
    for (const parameter of template.parameters.all) {
      const type = parameterType(parameter, catalog)?.name;
      const node = literalDefault(parameter);
      if (!type || node?.kind !== 'scalar' || judgeDefault(node, type) !== 'convertible') continue;
      const fix = conversion(tree, node, type);
      const value = shown(node.value);
      report(
        node.range,
        {
          en: `'${parameter.name}' is of type ${type}, and its default '${value}' is not; it has to be converted.`,
          zh: `“${parameter.name}”的类型是 ${type}，默认值“${value}”不是该类型，需要转换。`,
        },
        fix ? [fix] : [],
      );
    }
  },
});

/** Undefined where it is not clear what the value would become. */
function conversion(tree: SyntaxTree, node: ScalarNode, type: ParameterType['name']): Fix | undefined {
  const { value } = node;
  if (type === 'String') return asText(tree, node);
  if (type === 'Number' && typeof value === 'string') return asLiteral(node, numberIn(value));
  if (type === 'Boolean' && (typeof value === 'string' || typeof value === 'number'))
    return asLiteral(node, booleanIn(value));
  if (type !== 'List') return undefined;
  if (typeof value !== 'string') return asList(tree, node);
  return listIn(node, value) ?? (value === '' || value.includes(',') ? undefined : asList(tree, node));
}

/** A list that is written as the text of one. */
function listIn(node: ScalarNode, value: string): Fix | undefined {
  if (!/^\s*\[/.test(value)) return undefined;
  try {
    const list: unknown = JSON.parse(value);
    return Array.isArray(list) ? asLiteral(node, list) : undefined;
  } catch {
    return undefined;
  }
}
