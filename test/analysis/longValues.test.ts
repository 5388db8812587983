import { expect, test } from 'vitest';
import { analyze } from '../../server/src/analysis/analyze.ts';
import { assessRisk } from '../../server/src/risk/assess.ts';
import { TemplateDocument } from '../../server/src/template/document.ts';
import { bundledCatalog } from '../../server/src/workspace/bundledCatalog.ts';
import { cpuTime } from '../support/cpuTime.ts';

const catalog = bundledCatalog();

/** Twice as long as the service takes templates. */
const SIZE = 128 * 1024;
/** Milliseconds of the processor. What grows with the square of the length takes some times as long. */
const TIME_LIMIT = 5000;

const filled = (piece: string): string => piece.repeat(SIZE / piece.length);

const task = (action: string, properties: object, others: object = {}): object => ({
  Parameters: { a: { Type: 'String' }, l: { Type: 'List' } },
  Tasks: [{ Name: 'one', Action: action, Properties: properties, ...others }],
});

const command = (commandContent: string): object => task('ACS::ECS::RunCommand', { instanceId: 'i-1', commandContent });

const selector = (ValueSelector: string): object =>
  task('ACS::ExecuteApi', { Service: 'ECS', API: 'DescribeInstances' }, { Outputs: { x: { ValueSelector } } });

test.each<[string, object]>([
  ['blanks in a duration', task('ACS::Sleep', { Duration: `x${filled(' ')}x` })],
  ['the digits of a duration', task('ACS::Sleep', { Duration: `${filled('1')}!` })],
  ['the digits of a version', task('ACS::Template', { TemplateName: 'a', TemplateVersion: `${filled('0')}r` })],
  ['blanks behind a date', task('ACS::TimerTrigger', { Type: 'at', EndDate: `2030-01-01T00:00${filled(' ')}x` })],
  [
    'blanks behind a rate',
    task('ACS::Pause', {}, { Loop: { Items: '{{ l }}', RateControl: { Concurrency: `1${filled(' ')}x` } } }),
  ],
  ['empty lines in a command', command(`${filled('\n')}x`)],
  ['open references in a command', command(filled('{'))],
  ['references in quotes in a command', command(filled('"{{a}}"'))],
  ['an open string of jq', selector(`"${filled('\\"')} "`)],
  ['other signs in jq', selector(`.a${filled('，')}`)],
  ['names in jq', selector(`.a${filled('-A')}b`)],
  [
    'names in many jq texts',
    task(
      'ACS::ExecuteApi',
      { Service: 'ECS', API: 'DescribeInstances' },
      {
        Outputs: Object.fromEntries(
          Array.from({ length: 30 }, (_, i) => [`x${i}`, { ValueSelector: '.a-A'.repeat(900) }]),
        ),
      },
    ),
  ],
  [
    'the digits of a parameter',
    task('ACS::ExecuteApi', { Service: 'ECS', API: 'DeleteInstance', Parameters: { [`a${filled('1')}Id`]: 'x' } }),
  ],
])('any length is checked in time: %s', (_, template) => {
  const document = new TemplateDocument(JSON.stringify(template), 'json');
  const work = () => {
    analyze(document, catalog);
    if (document.template) assessRisk(document.template, { catalog });
  };
  expect(cpuTime(work)).toBeLessThan(TIME_LIMIT);
});
