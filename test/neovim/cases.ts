import * as fs from 'node:fs';
import * as path from 'node:path';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { TextRange } from '../../server/src/syntax/node.ts';
import { fixture } from '../support/fixture.ts';
import { navigationTemplates } from '../support/navigationTemplates.ts';
import { plantedMistakes } from '../support/planted.ts';

/** As Neovim shows a range: zero-based lines, columns in bytes. */
type Shown = readonly [line: number, column: number, endLine: number, endColumn: number];
/** As the protocol has a position. */
type Position = readonly [line: number, character: number];

/** Writes the files that Neovim opens into `folder`, and `cases.json`, which says what it must find in them. */
export function writeCases(folder: string): void {
  const planted = plantedMistakes().map(({ rule, notation, text, ranges }, index) => {
    const file = path.join(folder, `${rule}-${index}.oos.${notation === 'json' ? 'json' : 'yml'}`);
    fs.writeFileSync(file, text);
    return {
      title: `${rule} in ${notation}`,
      file,
      language: `oos-${notation}`,
      rule,
      shown: ranges.map(shownIn(text)),
    };
  });
  const navigation = Object.entries(navigationTemplates).map(([name, marked]) => {
    const { text, ranges } = fixture(marked);
    const file = path.join(folder, name);
    fs.writeFileSync(file, text);
    const [parameter, task, firstUse, secondUse, taskUse] = ranges.map(positionsIn(text));
    return {
      title: `navigation in ${name}`,
      file,
      language: name.endsWith('.json') ? 'oos-json' : 'oos-yaml',
      symbols: ['Parameters', 'zoneId', 'Tasks', 'findThem', 'ids', 'Outputs', 'zone'],
      definitions: [
        { from: secondUse, to: parameter },
        { from: taskUse, to: task },
      ],
      references: { from: parameter, to: [parameter, firstUse, secondUse] },
    };
  });
  fs.writeFileSync(path.join(folder, 'cases.json'), JSON.stringify({ planted, navigation }));
}

function shownIn(text: string): (range: TextRange) => Shown {
  const document = TextDocument.create('', '', 0, text);
  const shown = (offset: number): Position => {
    const { line, character } = document.positionAt(offset);
    return [line, Buffer.byteLength(text.slice(offset - character, offset))];
  };
  return ({ start, end }) => [...shown(start), ...shown(end)];
}

function positionsIn(text: string): (range: TextRange) => Position {
  const document = TextDocument.create('', '', 0, text);
  return ({ start }) => {
    const { line, character } = document.positionAt(start);
    return [line, character];
  };
}
