import { builtinArities, builtinNames, formats } from '../../jq/builtins.ts';
import type { JqProblem } from '../../jq/problem.ts';
import { faultsOf, readSelector } from '../../jq/selector.ts';
import type { ScalarStyle, TextEdit } from '../../syntax/node.ts';
import { closest } from '../../template/closest.ts';
import type { Fix } from '../rule.ts';
import type { FaultySelector } from './selectors.ts';

/** A change of a jq text, in its own offsets. */
type Change = Pick<TextEdit, 'range' | 'newText'>;

/** What these are changed to says the same in all versions of jq. */
const SAME_MEANING: readonly JqProblem['code'][] = [
  'missing-else',
  'dot-before-bracket',
  'joined-alternative',
  'field-like-number',
];

/** Each problem is tried to be repaired on the whole text; this is characters times problems, far above what people write. */
const MOST_TRIED = 20_000;

/** The ways in which a jq text can be repaired at a problem; each leads to one that jq reads. */
export function repairs(selector: FaultySelector, problem: JqProblem): Fix[] {
  const { text } = selector.content;
  const others = selector.faults.length + selector.later.length - 1;
  if (text.length * (others + 1) > MOST_TRIED) return [];
  return candidates(text, problem)
    .filter((changes) => changes.length > 0 && remaining(applied(text, changes)) <= others)
    .map((changes) => fix(selector, problem, changes));
}

function remaining(text: string): number {
  const { program } = readSelector(text);
  return Math.max(faultsOf(program).length, program.problems.length);
}

function fix({ node, content }: FaultySelector, problem: JqProblem, changes: readonly Change[]): Fix {
  const edits = changes.map(({ range, newText }) => ({
    range: content.rangeOf(range.start, range.end),
    newText: encoded(newText, node.style),
  }));
  const fix = { title: title(content.text, changes), edits };
  return SAME_MEANING.includes(problem.code) ? fix : { ...fix, guess: true };
}

function title(text: string, changes: readonly Change[]): Fix['title'] {
  const [change] = changes;
  const newText = change?.newText.trim() ?? '';
  const before = change ? text.slice(change.range.start, change.range.end) : '';
  if (newText === '') return { en: `Remove '${before.trim()}'`, zh: `删除“${before.trim()}”` };
  if (before === '') return { en: `Add '${newText}'`, zh: `添加“${newText}”` };
  return { en: `Change to '${newText}'`, zh: `改为“${newText}”` };
}

/** As it has to be written inside the quotes of the scalar. */
function encoded(text: string, style: ScalarStyle): string {
  if (style === 'double') return JSON.stringify(text).slice(1, -1);
  return style === 'single' ? text.replaceAll("'", "''") : text;
}

function applied(text: string, changes: readonly Change[]): string {
  return changes.reduceRight(
    (result, { range, newText }) => result.slice(0, range.start) + newText + result.slice(range.end),
    text,
  );
}

function candidates(text: string, problem: JqProblem): Change[][] {
  const { range } = problem;
  const replaced = (newText: string): Change[] => [{ range, newText }];
  switch (problem.code) {
    case 'unknown-function':
      return [...dashedName(text, range.start), ...otherFunctions(problem).map(replaced)];
    case 'unknown-variable':
    case 'unknown-label': {
      const meant = closest(problem.name, problem.visible);
      const at = text.lastIndexOf(problem.name, range.end);
      return meant === undefined ? [] : [[{ range: { start: at, end: range.end }, newText: meant }]];
    }
    case 'unknown-format':
      return present(closest(problem.name, formats)).map((it) => replaced(`@${it}`));
    case 'open':
    case 'open-string':
      return [closers(text)];
    case 'unfinished':
      return [replaced(''), closers(text)];
    case 'unexpected':
    case 'bad-character':
      return wrongSigns(text, problem);
    case 'missing-else':
      return [[{ range: { start: range.start, end: range.start }, newText: 'else . ' }]];
    case 'dot-before-bracket':
      return [replaced('')];
    case 'joined-alternative':
      return [replaced('? //')];
    case 'field-like-number':
      return [replaced(`."${problem.found.replace(/^\./, '')}"`)];
    default:
      return [];
  }
}

const present = <T>(value: T | undefined): T[] => (value === undefined ? [] : [value]);

/** A name with a dash, which jq reads as a subtraction, in quotes. */
function dashedName(text: string, offset: number): Change[][] {
  for (const { 0: whole, 1: name = '', index } of text.matchAll(/(?:^|\.)([A-Za-z_]\w*(?:-\w+)+)/g)) {
    const range = { start: index, end: index + whole.length };
    if (range.start <= offset && offset < range.end) return [[{ range, newText: `."${name}"` }]];
  }
  return [];
}

function otherFunctions({ name, arity, arities, visible }: JqProblem & { code: 'unknown-function' }): string[] {
  // With another number of arguments the name is right.
  if (arities.length > 0) return [];
  const near = closest(name, [...visible, ...builtinNames.filter((it) => builtinArities(it).includes(arity))]);
  return [...present(near), ...(arity === 0 && near === undefined ? [`.${name}`] : [])];
}

/** What is open at the end of a text, closed. */
function closers(text: string): Change[] {
  let added = '';
  for (let count = 0; count < 8; count++) {
    const [fault] = faultsOf(readSelector(text + added).program);
    if (fault?.code === 'open-string') added += '"';
    else if (fault?.code === 'open') added += fault.closer.length > 1 ? ` ${fault.closer}` : fault.closer;
    else break;
  }
  return added === '' ? [] : [{ range: { start: text.length, end: text.length }, newText: added }];
}

/** What other languages have for the same, and the signs of a Chinese keyboard. */
const SIGNS: ReadonlyMap<string, string> = new Map([
  // JSONPath
  ['[*]', '[]'],
  ['$.', '.'],
  ['&&', 'and'],
  ['||', 'or'],
  ['===', '=='],
  ['!==', '!='],
  ['=>', '>='],
  ['=<', '<='],
  ['<>', '!='],
  ['，', ','],
  ['；', ';'],
  ['：', ':'],
  ['（', '('],
  ['）', ')'],
  ['【', '['],
  ['】', ']'],
  ['｛', '{'],
  ['｝', '}'],
  ['“', '"'],
  ['”', '"'],
  ['｜', '|'],
  ['。', '.'],
  ['＝', '='],
  ['！', '!'],
  ['？', '?'],
]);
const ANY_SIGN = /\[\*\]|\$\.|&&|\|\||[=!]==|=[<>]|<>|[，；：（）【】｛｝“”｜。＝！？]/gu;

function wrongSigns(text: string, problem: JqProblem & { code: 'unexpected' | 'bad-character' }): Change[][] {
  const { start } = problem.range;
  const strings = matches(text, /"(?:[^"\\]|\\.)*"/g, (string) => string);
  const outside = ({ range }: Change, places: readonly Change[]) =>
    !places.some((it) => it.range.start <= range.start && range.end <= it.range.end);
  const quoted = matches(text, /'[^'"\\]*'/g, (it) => `"${it.slice(1, -1)}"`).filter((it) => outside(it, strings));
  const signs = matches(text, ANY_SIGN, (sign) => SIGNS.get(sign) ?? sign).filter((it) => outside(it, strings));
  const both = [...quoted, ...signs.filter((it) => outside(it, quoted))];
  const name = /^[\p{L}_][\p{L}\p{N}_-]*/u.exec(text.slice(start))?.[0] ?? '';
  const field: Change = { range: { start, end: start + name.length }, newText: `"${name}"` };
  return [
    signs,
    both.sort((a, b) => a.range.start - b.range.start),
    name !== '' && text[start - 1] === '.' ? [field] : [],
    'expected' in problem && problem.expected !== undefined
      ? [{ range: { start, end: start }, newText: spaced(problem.expected) }]
      : [],
    [{ range: problem.range, newText: '' }],
  ];
}

const matches = (text: string, pattern: RegExp, change: (found: string) => string): Change[] =>
  [...text.matchAll(pattern)].map(({ 0: found, index }) => ({
    range: { start: index, end: index + found.length },
    newText: change(found),
  }));

const spaced = (word: string): string => (/\w/.test(word) ? `${word} ` : word);
