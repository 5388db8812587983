import type { Diagnostic, Fix } from '../../analysis/rule.ts';
import type { TextRange } from '../../syntax/node.ts';
import { notationOf } from '../../template/recognise.ts';
import { inLanguage, type Language, type Words } from '../../words/words.ts';
import type { CheckedFile } from '../files/checkFiles.ts';
import { Lines } from '../files/position.ts';
import { fingerprints } from './fingerprint.ts';
import { placeOf, uriOf } from './place.ts';
import type { Format, Report } from './report.ts';
import { checkTool, languageCode, levels, type SarifTool } from './sarifTool.ts';

const schema = 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json';
const sourceRoot = '%SRCROOT%';
const rootWords: Words = { en: 'The folder in which oos was started.', zh: '启动 oos 时所在的文件夹。' };

/**
 * SARIF 2.1.0 with one run. Files below the folder that `oos` was started in are named relative to it, and the folder
 * itself is not written down, so that the same files give the same bytes on every machine. Braces in messages stay
 * single, as viewers show them: no message has placeholders.
 */
export const formatSarif: Format = (report, language) => sarifLog(sarifRun(report, checkTool, language));

/** The whole text of one run. */
export const sarifLog = (run: object): string =>
  `${JSON.stringify({ $schema: schema, version: '2.1.0', runs: [run] }, undefined, 2)}\n`;

/** What a tool found, in the order of the files and of the findings in each. */
export function sarifRun({ files, complaints, cwd, version }: Report, tool: SarifTool, language: Language) {
  return {
    tool: { driver: tool.driver(version, language) },
    language: languageCode(language),
    columnKind: 'utf16CodeUnits',
    newlineSequences: ['\r\n', '\n', '\r'],
    originalUriBaseIds: { [sourceRoot]: { description: message(rootWords, language) } },
    invocations: [
      {
        executionSuccessful: complaints.length === 0,
        toolExecutionNotifications: complaints.map((it) => ({ level: 'error', message: message(it, language) })),
      },
    ],
    artifacts: files.map((file) => artifactOf(file, cwd)),
    results: files.flatMap((file, index) => resultsOf(file, { index, cwd, tool, language })),
  };
}

const message = (words: Words, language: Language) => ({ text: inLanguage(words, language) });

function locationOf(path: string, cwd: string) {
  const place = placeOf(path, cwd);
  return { uri: uriOf(place), ...(place.inside ? { uriBaseId: sourceRoot } : {}) };
}

function artifactOf({ path, text }: CheckedFile, cwd: string) {
  return { location: locationOf(path, cwd), encoding: 'UTF-8', sourceLanguage: notationOf(path, undefined, text) };
}

interface Surroundings {
  /** Where the file stands among those of the run. */
  readonly index: number;
  readonly cwd: string;
  readonly tool: SarifTool;
  readonly language: Language;
}

function resultsOf(file: CheckedFile, { index, cwd, tool, language }: Surroundings) {
  const lines = new Lines(file.text);
  const names = fingerprints(file);
  const artifactLocation = { ...locationOf(file.path, cwd), index };
  return file.diagnostics.map((it, at) => ({
    ruleId: it.rule,
    ruleIndex: tool.ruleIndexes.get(it.rule),
    level: levels[it.severity],
    message: message(it.message, language),
    locations: [{ physicalLocation: { artifactLocation, region: regionOf(it.range, lines) } }],
    partialFingerprints: { 'oosFinding/v1': names[at] },
    ...fixesOf(it, artifactLocation, lines, language),
  }));
}

/** Alternatives, the preferred one first. The schema wants no empty lists here. */
function fixesOf({ fixes }: Diagnostic, artifactLocation: object, lines: Lines, language: Language) {
  if (fixes.length === 0) return {};
  const changeOf = ({ edits }: Fix) => ({
    artifactLocation,
    replacements: edits.map(({ range, newText }) => ({
      deletedRegion: regionOf(range, lines),
      insertedContent: { text: newText },
    })),
  });
  return { fixes: fixes.map((it) => ({ description: message(it.title, language), artifactChanges: [changeOf(it)] })) };
}

/** Lines and columns from one; the end is behind the last character. */
function regionOf(range: TextRange, lines: Lines) {
  const { start, end } = lines.rangeAt(range);
  return {
    startLine: start.line + 1,
    startColumn: start.character + 1,
    endLine: end.line + 1,
    endColumn: end.character + 1,
  };
}
