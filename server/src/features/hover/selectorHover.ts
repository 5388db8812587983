import { selectorText, taskSelectors } from '../../analysis/jq/selectors.ts';
import { contains } from '../../syntax/navigate.ts';
import type { TextRange } from '../../syntax/node.ts';
import type { Task } from '../../template/template.ts';
import { shapeWords } from '../completion/shapeWords.ts';
import { type Answer, answerOf, type FieldStep, fieldAt } from './answers.ts';
import { fieldsTable, MOST_ROWS } from './fieldsTable.ts';
import { code, inBoth, paragraphs } from './markdown.ts';
import type { Hover, Spot } from './spot.ts';

/** Nobody writes longer selectors; reading them again for each name would take too long. */
const MOST_LETTERS = 4000;

/** A step of a selector of a task. */
export function selectorHover(spot: Spot): Hover | undefined {
  const { task, scalar, document } = spot;
  if (spot.keyOf || !task || !taskSelectors(task).includes(scalar)) return undefined;
  const { text, rangeOf } = selectorText(document.text, scalar);
  return stepHover(spot, task, text, rangeOf);
}

/** The name at the offset in `path`, a jq text that reads the answer of a task. */
export function stepHover(
  { catalog, offset }: Pick<Spot, 'catalog' | 'offset'>,
  task: Task,
  path: string,
  rangeOf: (start: number, end: number) => TextRange,
): Hover | undefined {
  if (path.length > MOST_LETTERS) return undefined;
  for (const { 0: name, index } of path.matchAll(/[A-Za-z_]\w*/g)) {
    const range = rangeOf(index, index + name.length);
    if (!contains(range, offset)) continue;
    const answer = answerOf(task, catalog);
    const step = answer && fieldAt(answer, path, index, index + name.length);
    return step && { range, markdown: fieldWords(answer, step) };
  }
  return undefined;
}

const fieldWords = ({ from }: Answer, { field, path }: FieldStep) =>
  inBoth((say) => {
    const at = path.replace(/^\./, '');
    const way = at === field.name ? '' : `\n${code(at)}`;
    return paragraphs(
      say({
        en: `**${code(field.name)}** (${shapeWords(field).en}) in the answer of ${code(from)}${way}`,
        zh: `**${code(field.name)}**（${shapeWords(field).zh}），${code(from)} 返回结果中的字段${way}`,
      }),
      fieldsTable(say, field.fields, MOST_ROWS),
    );
  });
