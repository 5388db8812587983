import { type Severity, severities } from '../../analysis/rule.ts';
import { inLanguage } from '../../words/words.ts';
import { Lines } from '../files/position.ts';
import { placeOf } from './place.ts';
import type { Format } from './report.ts';

const commands: Readonly<Record<Severity, string>> = {
  error: 'error',
  warning: 'warning',
  information: 'notice',
  hint: 'notice',
};

/**
 * Workflow commands of GitHub Actions, one a line, which become annotations. The gravest come first, because GitHub shows
 * only the first ten of each kind.
 */
export const formatGithub: Format = ({ files, complaints, cwd }, language) => {
  const found = files.flatMap(({ path, text, diagnostics }) => {
    const lines = new Lines(text);
    const { path: file } = placeOf(path, cwd);
    return diagnostics.map(({ rule, severity, range, message }) => {
      const { start, end } = lines.rangeAt(range);
      const [line, col] = [start.line + 1, start.character + 1];
      // The runner drops the columns of a place that covers several lines.
      const columns = end.line === start.line ? { col, endColumn: end.character + 1 } : {};
      const properties = { file, line, endLine: end.line + 1, ...columns, title: rule };
      // The log of a job shows the message alone, so it has to say the place too.
      const words = `${inLanguage(message, language)} (${file}:${line}:${col})`;
      return { severity, text: command(commands[severity], properties, words) };
    });
  });
  return [
    ...complaints.map((it) => command('error', { title: 'oos' }, inLanguage(it, language))),
    ...severities.flatMap((severity) => found.flatMap((it) => (it.severity === severity ? it.text : []))),
  ].join('');
};

function command(name: string, properties: Readonly<Record<string, string | number>>, message: string): string {
  const written = Object.entries(properties).map(([key, value]) => `${key}=${escapeProperty(String(value))}`);
  return `::${name} ${written.join(',')}::${escapeMessage(message)}\n`;
}

function escapeMessage(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function escapeProperty(text: string): string {
  return escapeMessage(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
