import type { Diagnostic } from '../../analysis/rule.ts';
import { inLanguage, type Language } from '../../words/words.ts';
import type { CheckedFile } from '../files/checkFiles.ts';
import { placeOf } from './place.ts';
import { findingText } from './pretty.ts';
import type { Format } from './report.ts';
import { type Element, xmlDocument } from './xml.ts';

/** Nothing is measured, so that the same input gives the same bytes; readers of the format expect the attribute. */
const time = 0;

/**
 * JUnit XML: a suite for each file, a test case for each finding, which fails when the finding is an error or a warning;
 * a file without findings is one passed test case.
 */
export const formatJunit: Format = ({ files, complaints, cwd }, language) => {
  const suites = files.map((file) => suiteOf(placeOf(file.path, cwd).path, file, language));
  if (complaints.length > 0)
    suites.unshift(
      suite(
        'oos check',
        complaints.map((it) => complained(inLanguage(it, language))),
      ),
    );
  return xmlDocument({ name: 'testsuites', attributes: { name: 'oos check', ...totals(suites) }, content: suites });
};

function suiteOf(path: string, file: CheckedFile, language: Language): Element {
  const seen = new Map<string, number>();
  const cases = file.diagnostics.map((it) => {
    const plain = `${it.rule}: ${inLanguage(it.message, language)}`;
    const count = (seen.get(plain) ?? 0) + 1;
    seen.set(plain, count);
    return testCase(path, count > 1 ? `${plain} (${count})` : plain, [outcome(it, file, language)]);
  });
  return suite(path, cases.length > 0 ? cases : [testCase(path, 'oos check', [])]);
}

/**
 * The name holds no line number, so that GitLab and Jenkins know a finding again after lines were inserted above it. They
 * take cases with the same class and name for one.
 */
function testCase(path: string, name: string, content: readonly Element[]): Element {
  return { name: 'testcase', attributes: { classname: path, name, file: path, time }, content };
}

function outcome(it: Diagnostic, file: CheckedFile, language: Language): Element {
  const content = findingText(file, it, language);
  if (it.severity !== 'error' && it.severity !== 'warning') return { name: 'system-out', attributes: {}, content };
  return { name: 'failure', attributes: { message: inLanguage(it.message, language), type: it.severity }, content };
}

function complained(message: string): Element {
  const content = [{ name: 'error', attributes: { message, type: 'unusable' }, content: message }];
  return { name: 'testcase', attributes: { classname: 'oos check', name: message, time }, content };
}

function suite(name: string, content: readonly Element[]): Element {
  return { name: 'testsuite', attributes: { name, ...counts(content) }, content };
}

function counts(cases: readonly Element[]) {
  const having = (name: string) =>
    cases.filter(({ content }) => typeof content === 'object' && content[0]?.name === name).length;
  return { tests: cases.length, failures: having('failure'), errors: having('error'), skipped: 0, time };
}

function totals(suites: readonly Element[]) {
  const sum = (name: string) => suites.reduce((total, { attributes }) => total + Number(attributes[name]), 0);
  return { tests: sum('tests'), failures: sum('failures'), errors: sum('errors'), skipped: 0, time };
}
