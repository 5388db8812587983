import type { SyntaxProblem, TextEdit } from '../syntax/node.ts';
import type { Words } from '../words/words.ts';
import { shown } from './literals.ts';
import type { Fix } from './rule.ts';

/** The repair of a text that cannot be read, where there is one. It is a guess: nobody but its author knows. */
export function syntaxFixes(source: string, { code, repair }: SyntaxProblem): Fix[] {
  if (!repair) return [];
  // A comma behind the last entry can mean nothing else.
  const certain = code === 'trailing-comma';
  const fix = { title: title(source, repair), edits: [repair] };
  return [certain ? fix : { ...fix, guess: true }];
}

function title(source: string, { range, newText }: TextEdit): Words {
  const written = source.slice(range.start, range.end);
  if (/^[ \t]*$/.test(written) && /^ *$/.test(newText)) return spacing(written, newText);
  if (newText === '') return { en: `Remove '${shown(written)}'`, zh: `删除“${shown(written)}”` };
  if (written === '') return { en: `Insert '${shown(newText)}'`, zh: `插入“${shown(newText)}”` };
  return { en: `Write ${shown(newText)}`, zh: `写作 ${shown(newText)}` };
}

function spacing(written: string, spaces: string): Words {
  if (written === '') return { en: 'Insert a space', zh: '插入空格' };
  return { en: `Indent by ${spaces.length} spaces`, zh: `缩进 ${spaces.length} 个空格` };
}
