import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Notation } from '../../server/src/syntax/node.ts';
import { corpusTwins } from '../support/corpus.ts';
import { toJson } from '../support/toJson.ts';

export interface WholeText {
  readonly name: string;
  readonly notation: Notation;
  readonly text: string;
}

const TEMPLATES = 20;
const FROM_CORPUS = 6;
/** The time of a run grows with the square of a text's length, and the long ones hold nothing that others do not. */
const LONGEST = 8000;

const repository = join(import.meta.dirname, '../..');

/** Twenty templates without mistakes, each as YAML and as JSON. */
export function wholeTexts(): WholeText[] {
  const twins = corpusTwins().filter(({ yaml, json }) => Math.max(yaml.text.length, json.text.length) < LONGEST);
  const corpus = evenly(twins, FROM_CORPUS).flatMap(({ yaml, json }) => [yaml, json]);
  const examples = own('examples').filter(({ name }) => !name.startsWith('broken-'));
  const bases = evenly(own('test/mutants/bases'), TEMPLATES - examples.length - corpus.length / 2);
  return [...[...examples, ...bases].flatMap(inBoth), ...corpus];
}

function own(folder: string): WholeText[] {
  return readdirSync(join(repository, folder))
    .sort()
    .map((file) => {
      const text = readFileSync(join(repository, folder, file), 'utf8').replaceAll('\r\n', '\n');
      return { name: file.replace(/\.\w+$/, ''), notation: file.endsWith('.json') ? 'json' : 'yaml', text };
    });
}

/** A JSON text is YAML as it stands. Every YAML text is also cut with the line ends of Windows, since a cut may part them. */
function inBoth({ name, notation, text }: WholeText, index: number): WholeText[] {
  const yaml = index % 4 === 3 ? text.replaceAll('\n', '\r\n') : text;
  return [
    { name, notation: 'yaml', text: yaml },
    { name, notation: 'json', text: notation === 'json' ? text : toJson(text) },
  ];
}

function evenly<T>(all: readonly T[], count: number): T[] {
  return all.filter(
    (_, index) => Math.floor((index * count) / all.length) > Math.floor(((index - 1) * count) / all.length),
  );
}
