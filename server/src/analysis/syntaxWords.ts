import type { Notation, SyntaxProblemCode } from '../syntax/node.ts';
import type { Words } from '../words/words.ts';

const inJson: Partial<Record<SyntaxProblemCode, Words>> = {
  'bad-token': {
    en: 'This is not expected here. JSON wants names and texts in double quotes, separated by commas.',
    zh: '此处不应出现该内容。JSON 的名称和文本须用双引号括起来，并以逗号分隔。',
  },
  'missing-bracket': { en: "A closing '}' or ']' is missing.", zh: '缺少右括号“}”或“]”。' },
};

const words: Record<SyntaxProblemCode, Words> = {
  alias: { en: 'An alias is used here.', zh: '此处是一个别名。' },
  'bad-character': {
    en: 'A text cannot begin with this character. Put quotes around it.',
    zh: '文本不能以该字符开头，请加引号。',
  },
  'bad-escape': {
    en: "This escape is not known in double quotes. Write '\\\\' for a backslash.",
    zh: '双引号中没有这种转义。反斜杠请写作“\\\\”。',
  },
  'bad-indent': {
    en: 'This line is too far left or right. Give it the indentation of the lines beside it.',
    zh: '该行的缩进不对，请与相邻的同级行对齐。',
  },
  'bad-token': { en: 'This is not expected here.', zh: '此处不应出现该内容。' },
  'comment-in-json': { en: 'JSON has no comments. Remove it.', zh: 'JSON 不支持注释，请删除。' },
  'conflict-marker': {
    en: 'A merge conflict is not resolved here. Keep one side and remove the markers.',
    zh: '此处有未解决的合并冲突，请保留一方并删除冲突标记。',
  },
  'empty-document': { en: 'The text is empty.', zh: '文本为空。' },
  'key-not-scalar': {
    en: 'A map or list cannot be a key. Put quotes around it if a text is meant.',
    zh: '映射或列表不能作为键。若要表示文本，请加引号。',
  },
  'missing-bracket': {
    en: 'This bracket is not closed, or closed by another one.',
    zh: '该括号没有闭合，或闭合的括号不匹配。',
  },
  'missing-colon': { en: "A ':' is missing after this key.", zh: '该键后面缺少“:”。' },
  'missing-comma': { en: 'A comma is missing here.', zh: '此处缺少逗号。' },
  'missing-quote': { en: 'The closing quote of this text is missing.', zh: '该文本缺少右引号。' },
  'missing-space': { en: 'A space is missing after this sign.', zh: '该符号后面缺少空格。' },
  'missing-value': { en: 'A value is missing here.', zh: '此处缺少值。' },
  'multiple-documents': {
    en: 'A template is one YAML document. Remove what begins here, or move it to a file of its own.',
    zh: '一个模板只能是一个 YAML 文档。请删除从此处开始的内容，或移到另一个文件。',
  },
  'nested-on-one-line': {
    en: "A text with ': ' in it needs quotes.",
    zh: '含有“: ”的文本需要加引号。',
  },
  'open-colon': {
    en: "Something has to follow the ':'. A text that ends with ':' needs quotes.",
    zh: '“:”后面还应有内容。以“:”结尾的文本需要加引号。',
  },
  'scalar-unreadable': {
    en: 'The service cannot read this without quotes: it takes it for a date or a sign of YAML.',
    zh: '不加引号时服务无法读取该值：它会被当作日期或 YAML 符号。请加引号。',
  },
  'tab-indent': { en: 'Tabs cannot indent YAML. Use spaces.', zh: 'YAML 不能用制表符缩进，请使用空格。' },
  tag: { en: 'A tag is used here.', zh: '此处是一个标签。' },
  'too-long': { en: 'The text is too long to be checked from here on.', zh: '文本过长，从此处起不再检查。' },
  'too-deep': { en: 'The text is nested too deeply to be checked from here on.', zh: '嵌套过深，从此处起不再检查。' },
  'trailing-comma': {
    en: 'JSON has no comma after the last entry. Remove it.',
    zh: 'JSON 的最后一项后面不能有逗号，请删除。',
  },
  'unexpected-end': {
    en: 'There is more text after the end of the template. Remove it.',
    zh: '文本在结束之后还有内容，请删除多余部分。',
  },
  'unquoted-expression': { en: 'A reference is used here without quotes.', zh: '此处的引用没有加引号。' },
  unknown: { en: 'This cannot be read.', zh: '无法读取此处的内容。' },
};

/** What is to be said about a problem of the syntax. */
export function syntaxWords(code: SyntaxProblemCode, notation: Notation): Words {
  return notation === 'json' ? (inJson[code] ?? words[code]) : words[code];
}
