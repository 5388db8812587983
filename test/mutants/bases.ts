import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { analyze } from '../../server/src/analysis/analyze.ts';
import type { Diagnostic } from '../../server/src/analysis/rule.ts';
import type { Notation } from '../../server/src/syntax/node.ts';
import { TemplateDocument } from '../../server/src/template/document.ts';
import type { Template } from '../../server/src/template/template.ts';
import { bundledCatalog } from '../../server/src/workspace/bundledCatalog.ts';
import { toJson } from '../support/toJson.ts';

/** A template without mistakes, into which mistakes are planted. */
export interface Base {
  readonly name: string;
  readonly origin: 'own' | 'corpus';
  readonly document: TemplateDocument;
  readonly template: Template;
  readonly findings: readonly Diagnostic[];
}

export const catalog = bundledCatalog();

const folder = join(import.meta.dirname, 'bases');

/** Written with the line ends of Windows, whatever a checkout makes of the file. */
const withCarriageReturns = 'windows-line-ends.yml';

/** The templates of this folder, in YAML as they are written and in JSON. */
export function ownBases(): Base[] {
  return readdirSync(folder)
    .sort()
    .flatMap((file) => {
      const text = readFileSync(join(folder, file), 'utf8').replaceAll('\r\n', '\n');
      const yaml = file === withCarriageReturns ? text.replaceAll('\n', '\r\n') : text;
      return [ownBase(file, yaml, 'yaml'), ownBase(file.replace(/yml$/, 'json'), toJson(text), 'json')];
    });
}

/** Public templates from a folder with one subfolder for each notation. Documents of states are left out. */
export function corpusBases(corpus: string): Base[] {
  return readdirSync(corpus, { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.(?:json|yml)$/.test(file))
    .sort()
    .map((file) =>
      base(file, 'corpus', readFileSync(join(corpus, file), 'utf8'), file.endsWith('.json') ? 'json' : 'yaml'),
    )
    .filter((it) => it !== undefined);
}

function ownBase(name: string, text: string, notation: Notation): Base {
  const found = base(name, 'own', text, notation);
  if (!found) throw new Error(`${name} is no template`);
  return found;
}

function base(name: string, origin: Base['origin'], text: string, notation: Notation): Base | undefined {
  const document = new TemplateDocument(text, notation);
  const { template } = document;
  if (template?.kind !== 'template') return undefined;
  return { name, origin, document, template, findings: analyze(document, catalog) };
}
