import { applyEdits } from '../syntax/edit.ts';
import { contains, stringOf, valueFor } from '../syntax/navigate.ts';
import type { TextEdit, TextRange } from '../syntax/node.ts';
import { scalarText } from '../syntax/scalarText.ts';
import { TemplateDocument } from '../template/document.ts';
import { allOccurrences, type Occurrence, type SameName, sameNameAt } from '../template/occurrences.ts';
import { findTask } from '../template/scope.ts';
import type { Task, Template } from '../template/template.ts';
import type { Words } from '../words/words.ts';
import { yamlScalar } from './completion/yamlScalar.ts';
import { type Named, namedBy } from './hover/named.ts';
import { nodesAt } from './hover/nodesAt.ts';

/** Why a name cannot be renamed, or not to this name. */
export interface RefusedRename {
  readonly kind: 'refused';
  readonly reason: Words;
}

/** The name at an offset, as it is written there. */
interface RenameTarget {
  readonly kind: 'name';
  readonly name: string;
  readonly range: TextRange;
}

interface RenameEdits {
  readonly kind: 'edits';
  readonly edits: readonly TextEdit[];
}

interface Found extends SameName {
  readonly kind: 'found';
  readonly named: Named;
  readonly root: Template;
}

/** Whether the name at an offset can be renamed. */
export function renameTarget(document: TemplateDocument, offset: number): RenameTarget | RefusedRename {
  const found = find(document, offset);
  if (found.kind === 'refused') return found;
  const { range } = found.at;
  return { kind: 'name', range, name: document.text.slice(range.start, range.end) };
}

/** Writes another name in every place of the name at an offset. Refuses what would make any place mean something else. */
export function rename(document: TemplateDocument, offset: number, name: string): RenameEdits | RefusedRename {
  const found = find(document, offset);
  if (found.kind === 'refused') return found;
  const wrong = badName(name, found);
  if (wrong) return refused(wrong);
  const edits = found.all
    .filter(({ range }) => document.text.slice(range.start, range.end) !== name)
    .map(({ range }) => ({ range, newText: written(document, range, name) }));
  return meansTheSame(document, edits) ? { kind: 'edits', edits } : refused(captures(name));
}

const refused = (reason: Words): RefusedRename => ({ kind: 'refused', reason });

function find(document: TemplateDocument, offset: number): Found | RefusedRename {
  const { tree, template: root } = document;
  const same = sameNameAt(document, offset);
  if (!same || !root) return refused(noName(document, offset));
  if (tree.problems.length > 0) return refused(brokenText);
  const { range } = same.at;
  const name = document.text.slice(range.start, range.end);
  const named = namedBy(same.at, root);
  if (!named) return refused(undeclared(name));
  if (same.all.filter(({ declares }) => declares).length > 1) return refused(ambiguous(name));
  if (named.kind === 'output' && mayBeReadElsewhere(named, same, document, root)) return refused(readByPath(name));
  return { kind: 'found', ...same, named, root };
}

/** In quotes that are there, and in new ones where the bare name would be a number, a truth value or the like. */
function written({ tree, notation }: TemplateDocument, { start, end }: TextRange, name: string): string {
  const scalar = notation === 'yaml' ? nodesAt(tree, start).at(-1) : undefined;
  const isWhole = scalar?.kind === 'scalar' && scalar.range.start === start && scalar.range.end === end;
  return isWhole ? yamlScalar(name, true) : name;
}

const MOST_LETTERS = 200;

/** What is wrong with a new name. Source: the pages about tasks, parameters and outputs; nothing is known of conditions. */
function badName(name: string, { at, named, root }: Found): Words | undefined {
  if (!/^[A-Za-z0-9_-]+$/.test(name)) {
    return {
      en: 'A name consists of letters, digits, - and _ only.',
      zh: '名称只能由字母、数字、- 和 _ 组成。',
    };
  }
  if (name.length > MOST_LETTERS) {
    return {
      en: `A name has at most ${MOST_LETTERS} characters; this one has ${name.length}.`,
      zh: `名称最多 ${MOST_LETTERS} 个字符，当前有 ${name.length} 个。`,
    };
  }
  const key = name.toLowerCase();
  if (key === at.key || !namedBy({ names: at.names, key }, root)) return undefined;
  const kind = kinds[named.kind];
  return {
    en: `There is already ${kind.en} '${name}'. Letter case makes no difference between names.`,
    zh: `已有名为“${name}”的${kind.zh}，名称不区分大小写。`,
  };
}

const kinds: Readonly<Record<Named['kind'], Words>> = {
  parameter: { en: 'a parameter', zh: '参数' },
  condition: { en: 'a condition', zh: '条件' },
  task: { en: 'a task', zh: '任务' },
  output: { en: 'an output', zh: '输出' },
};

/** Reads the new text, in which the same places must hang together as before. */
function meansTheSame(document: TemplateDocument, edits: readonly TextEdit[]): boolean {
  const after = new TemplateDocument(applyEdits(document.text, edits), document.notation);
  if (after.tree.problems.length > 0) return false;
  const [old, now] = [groupsOf(document), groupsOf(after)];
  return old.length === now.length && old.every((group, index) => group === now[index]);
}

/** For each place of a name, in the order of the text, the number of the thing that it means. */
function groupsOf({ template, text }: TemplateDocument): number[] {
  const groups = new Map<Occurrence['names'], Map<string, number>>();
  let count = 0;
  const all = template ? [...allOccurrences(template, text)] : [];
  all.sort((a, b) => a.range.start - b.range.start || a.range.end - b.range.end);
  return all.map(({ names, key }) => {
    const byKey = groups.get(names) ?? new Map<string, number>();
    groups.set(names, byKey);
    const group = byKey.get(key) ?? count++;
    byKey.set(key, group);
    return group;
  });
}

/** jq texts that name an output among other things: whether they mean it is not certain. */
function mayBeReadElsewhere(
  { output, task }: Named & { kind: 'output' },
  { at, all }: SameName,
  { text }: TemplateDocument,
  root: Template,
): boolean {
  const word = new RegExp(`(?<![\\w-])${output.name.replace(/[^\w-]/g, '\\$&')}(?![\\w-])`, 'gi');
  const isUse = ({ start, end }: TextRange) => all.some(({ range }) => range.start === start && range.end === end);
  return jqTexts(root, text, task, at.names).some(({ program, rangeOf }) =>
    [...program.matchAll(word)].some(({ 0: found, index }) => !isUse(rangeOf(index, index + found.length))),
  );
}

interface JqText {
  readonly program: string;
  readonly rangeOf: (start: number, end: number) => TextRange;
}

/** What may read an output of a task, or of the inline template that a task runs. */
function jqTexts(root: Template, source: string, task: Task | undefined, names: Occurrence['names']): JqText[] {
  if (task) return templatesIn(root).flatMap((it) => pathsTo(it, task));
  const owner = templatesIn(root).find((it) => it.outputs === names)?.parent;
  return (owner?.outputs.all ?? []).flatMap(({ attributes }) => {
    const selector = valueFor(attributes, 'ValueSelector');
    if (selector?.kind !== 'scalar' || stringOf(selector) === undefined) return [];
    const { text: program, rangeOf } = scalarText(source, selector);
    return [{ program, rangeOf }];
  });
}

function pathsTo(template: Template, task: Task): JqText[] {
  return template.uses.flatMap(({ expression: { body }, place }): JqText[] => {
    if (body.kind !== 'task' || body.simple || findTask(template, body.name.text, place)?.task !== task) return [];
    const { start: from } = body.path.range;
    return [{ program: body.path.text, rangeOf: (start, end) => ({ start: from + start, end: from + end }) }];
  });
}

const templatesIn = (template: Template): Template[] => [template, ...template.children.flatMap(templatesIn)];

function noName({ template, text }: TemplateDocument, offset: number): Words {
  const bodies = template ? templatesIn(template).flatMap(({ uses }) => uses.map((it) => it.expression.body)) : [];
  const provided = bodies.find(
    (it) => (it.kind === 'pseudo' || it.kind === 'store') && contains(it.name.range, offset),
  );
  if (provided?.kind === 'pseudo') {
    const name = text.slice(provided.name.range.start, provided.name.range.end);
    return {
      en: `${name} is provided by OOS and cannot be renamed.`,
      zh: `${name} 由 OOS 提供，不能重命名。`,
    };
  }
  if (provided) {
    return {
      en: 'This name is in the parameter store, not in the template.',
      zh: '该名称位于参数仓库中，不在模板中。',
    };
  }
  return {
    en: 'Only parameters, tasks, outputs and conditions of the template can be renamed, and this is not the name of one.',
    zh: '只能重命名模板中的参数、任务、输出和条件，此处没有这样的名称。',
  };
}

const brokenText: Words = {
  en: 'The text has syntax errors, so not all places of the name can be found. Repair them first.',
  zh: '文本有语法错误，无法找到该名称的所有位置，请先修复。',
};

const undeclared = (name: string): Words => ({
  en: `Nothing in the template declares '${name}'.`,
  zh: `模板中没有声明“${name}”。`,
});

const ambiguous = (name: string): Words => ({
  en: `'${name}' is declared more than once, so its uses are not certain.`,
  zh: `“${name}”被重复声明，无法确定各处引用的含义。`,
});

const readByPath = (name: string): Words => ({
  en: `A jq path names '${name}' as well, and it is not certain whether it means this output. Change the path first.`,
  zh: `有 jq 路径也使用了“${name}”，无法确定是否指该输出，请先修改该路径。`,
});

const captures = (name: string): Words => ({
  en: `With the name '${name}' some places of the template would mean something else than before.`,
  zh: `改为“${name}”后，模板中某些位置的含义会改变。`,
});
