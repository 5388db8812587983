import { type FunctionSpec, fixed, single } from './functionSpec.ts';

/** Functions that make or take apart texts, and the arithmetic that is written as text. */
export const textFunctions: readonly FunctionSpec[] = [
  fixed(
    [
      { name: 'delimiter', type: 'String' },
      { name: 'items', type: 'List' },
    ],
    {
      name: 'Fn::Join',
      result: 'String',
      summary: { en: 'Joins the elements of a list into one text.', zh: '将列表元素连接成一段文本。' },
      example: `Fn::Join: [',', ['{{ first }}', '{{ second }}']]`,
    },
  ),
  fixed(
    [
      { name: 'delimiter', type: 'String' },
      { name: 'text', type: 'String' },
    ],
    {
      name: 'Fn::Split',
      result: 'List',
      summary: { en: 'Splits a text into a list.', zh: '将文本拆分成列表。' },
      example: `Fn::Split: [':', '{{ startTime }}']`,
    },
  ),
  fixed(
    [
      { name: 'replacements', type: 'Json' },
      { name: 'text', type: 'String' },
    ],
    {
      name: 'Fn::Replace',
      result: 'String',
      summary: {
        en: 'Replaces parts of a text; the map has the old parts as keys and the new ones as values.',
        zh: '替换文本中的内容，映射的键为旧内容，值为新内容。',
      },
      example: `Fn::Replace: [{ '.': _ }, '{{ version }}']`,
    },
  ),
  fixed(
    [
      { name: 'text', type: 'String' },
      { name: 'values', type: 'Json' },
    ],
    {
      name: 'Fn::Sub',
      result: 'String',
      summary: {
        en: `Puts values into a text, in the places written \${name}.`,
        zh: `将值填入文本中以 \${名称} 标出的位置。`,
      },
      example: `Fn::Sub: ['id=\${id}', { id: '{{ instanceId }}' }]`,
    },
  ),
  single(
    { name: 'text', type: 'String' },
    {
      name: 'Fn::Base64Encode',
      result: 'String',
      summary: {
        en: 'Encodes a text as Base64. The text stands in no list.',
        zh: '将文本编码为 Base64。文本不放在列表中。',
      },
      example: `Fn::Base64Encode: '{{ script }}'`,
    },
  ),
  single(
    { name: 'text', type: 'String' },
    {
      name: 'Fn::Base64Decode',
      result: 'String',
      summary: {
        en: 'Decodes a Base64 text. The text stands in no list.',
        zh: '将 Base64 文本解码。文本不放在列表中。',
      },
      example: `Fn::Base64Decode: '{{ runScript.output }}'`,
    },
  ),
  fixed(
    [
      { name: 'text', type: 'String' },
      { name: 'shell', type: 'String' },
    ],
    {
      name: 'Fn::Escape',
      result: 'String',
      summary: {
        en: 'Escapes the special characters of a text for a kind of shell, such as powershell.',
        zh: '按某种 shell（例如 powershell）转义文本中的特殊字符。',
      },
      example: `Fn::Escape: ['{{ password }}', powershell]`,
    },
  ),
  fixed([{ name: 'expression', type: 'String' }], {
    name: 'Fn::Eval',
    result: 'Number',
    summary: { en: 'Works out arithmetic that is written as a text.', zh: '计算以文本书写的算术表达式。' },
    example: `Fn::Eval: ['{{ days }} * 24']`,
  }),
];
