import type { JqProblem } from '../../jq/problem.ts';
import type { Words } from '../../words/words.ts';
import { shown } from '../literals.ts';

/** What is wrong in a jq text, in a sentence or two. */
export function problemWords(problem: JqProblem): Words {
  return problem.later ? laterWords(problem) : (syntaxWords(problem) ?? nameWords(problem));
}

function syntaxWords(problem: JqProblem): Words | undefined {
  switch (problem.code) {
    case 'bad-character':
      return problem.found === "'"
        ? {
            en: 'A jq string is written in double quotes, not in single ones.',
            zh: 'jq 字符串应使用双引号，而不是单引号。',
          }
        : { en: `jq has no sign '${problem.found}'.`, zh: `jq 中没有符号“${problem.found}”。` };
    case 'bad-number':
      return { en: `'${problem.found}' is not a number.`, zh: `“${problem.found}”不是数字。` };
    case 'bad-escape':
      return {
        en: `'${problem.found}' is not an escape sequence of jq strings, which are those of JSON.`,
        zh: `jq 字符串中没有转义“${problem.found}”，可用的转义与 JSON 相同。`,
      };
    case 'open-string':
      return { en: 'The closing double quote of this jq string is missing.', zh: '该 jq 字符串缺少结尾的双引号。' };
    case 'unexpected':
      return unexpectedWords(problem.found, problem.expected);
    case 'open':
      return {
        en: `The '${problem.closer}' for this '${problem.found}' is missing.`,
        zh: `“${problem.found}”缺少对应的“${problem.closer}”。`,
      };
    case 'unfinished':
      return problem.expected === undefined
        ? {
            en: `The selector ends after '${shown(problem.found)}', where more has to follow.`,
            zh: `选择器在“${shown(problem.found)}”之后不完整。`,
          }
        : {
            en: `'${problem.expected}' is missing at the end of the selector.`,
            zh: `选择器末尾缺少“${problem.expected}”。`,
          };
    case 'unchainable':
      return {
        en: `'${problem.found}' cannot follow another operator of its kind; put one of the two in parentheses.`,
        zh: `“${problem.found}”不能与同类运算符连用，请给其中一个加括号。`,
      };
    case 'key-not-string':
      return { en: 'A key of an object must be a string.', zh: '对象的键必须是字符串。' };
    case 'division-by-zero':
      return { en: 'jq refuses a division by zero.', zh: 'jq 不允许除以零。' };
    case 'module':
      return {
        en: `A selector cannot have '${problem.found}': there are no modules.`,
        zh: `选择器中不能使用“${problem.found}”，没有可用的模块。`,
      };
    default:
      return undefined;
  }
}

function unexpectedWords(found: string, expected: string | undefined): Words {
  const it = shown(found);
  return expected === undefined
    ? { en: `'${it}' cannot be used here in a jq expression.`, zh: `jq 表达式的此处不能是“${it}”。` }
    : { en: `'${expected}' is expected here, not '${it}'.`, zh: `此处应为“${expected}”，而不是“${it}”。` };
}

function nameWords(problem: JqProblem): Words {
  switch (problem.code) {
    case 'unknown-function':
      return functionWords(problem.name, problem.arity, problem.arities);
    case 'unknown-variable':
      return { en: `There is no variable '$${problem.name}' here.`, zh: `此处没有变量“$${problem.name}”。` };
    case 'unknown-label':
      return {
        en: `There is no label '$${problem.name}' around this break.`,
        zh: `该 break 外没有标签“$${problem.name}”。`,
      };
    case 'unknown-format':
      return { en: `jq has no format '@${problem.name}'.`, zh: `jq 没有格式“@${problem.name}”。` };
    default:
      return { en: 'jq cannot read this.', zh: 'jq 无法读取此处。' };
  }
}

function functionWords(name: string, arity: number, arities: readonly number[]): Words {
  if (arities.length === 0) {
    const hint =
      arity === 0 ? { en: ` A field is written '.${name}'.`, zh: `字段应写作“.${name}”。` } : { en: '', zh: '' };
    return { en: `jq has no function '${name}'.${hint.en}`, zh: `jq 没有函数“${name}”。${hint.zh}` };
  }
  const counts = { en: arities.join(' or '), zh: arities.join(' 或 ') };
  return {
    en: `'${name}' takes ${counts.en} argument${counts.en === '1' ? '' : 's'}, not ${arity}; write them in parentheses, with ';' between them.`,
    zh: `“${name}”需要 ${counts.zh} 个参数，此处有 ${arity} 个。参数写在括号中，以“;”分隔。`,
  };
}

/** What later versions of jq have. Which version the service has is not documented. */
function laterWords(problem: JqProblem): Words {
  const what = laterThing(problem);
  return {
    en: `${what.en}: jq 1.6 refuses this, and only later versions read it. Which one the service has is not documented.`,
    zh: `${what.zh}：jq 1.6 不支持，更高版本才支持，而服务使用的版本没有公开说明。`,
  };
}

function laterThing(problem: JqProblem): Words {
  switch (problem.code) {
    case 'missing-else':
      return { en: "'if' without 'else'", zh: '没有“else”的“if”' };
    case 'dot-before-bracket':
      return { en: "A dot in front of '['", zh: '“[”前的点' };
    case 'joined-alternative':
      return { en: "'?//' for '? //'", zh: '把“? //”写成“?//”' };
    case 'field-like-number':
      return { en: `The field '${problem.found}', which looks like a number`, zh: `形似数字的字段“${problem.found}”` };
    case 'word-as-name':
      return { en: `The word '${problem.found}' in this place`, zh: `此处的“${problem.found}”` };
    case 'statement-as-term':
      return { en: `'${problem.found}' without parentheses around it`, zh: `“${problem.found}”没有加括号` };
    case 'unknown-function':
      return {
        en: `The function '${problem.name}' with ${problem.arity} argument${problem.arity === 1 ? '' : 's'}`,
        zh: `带 ${problem.arity} 个参数的函数“${problem.name}”`,
      };
    case 'unknown-format':
      return { en: `The format '@${problem.name}'`, zh: `格式“@${problem.name}”` };
    default:
      return { en: 'This', zh: '此写法' };
  }
}
