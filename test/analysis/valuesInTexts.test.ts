import { describe, expect, test } from 'vitest';
import { isSecretName, isWrittenOut, keyIn } from '../../server/src/analysis/values/secrets.ts';
import { shellPlaces } from '../../server/src/analysis/values/shellQuotes.ts';
import { foundBy, foundInBoth } from '../support/repaired.ts';

describe('secrets', () => {
  test.each([
    'password',
    'dbPassword',
    'ROOT_PASSWD',
    'accessKeySecret',
    'access-key-secret',
    'secretKey',
    'PrivateKey',
    'masterPass',
    'apiToken',
    'AccessToken',
  ])('%s is a name for one', (name) => expect(isSecretName(name)).toBe(true));

  test.each([
    'windowsPasswordName',
    'passwordPolicy',
    'passwordInherit',
    'minimumPasswordLength',
    'accessKeyId',
    'lifecycleActionToken',
    'imagePullSecret',
    'bypass',
    'compass',
    'nextToken',
  ])('%s is none', (name) => expect(isSecretName(name)).toBe(false));

  test.each([
    '',
    ' ',
    '{{ oos-secret:x }}',
    '***',
    'xxxxxxxx',
    '<password>',
    `\${lifecycleActionToken}`,
    'your-password',
    'true',
    '/etc/pw',
  ])('no secret is written out in %s', (text) => expect(isWrittenOut(text)).toBe(false));

  test('keys are found in longer texts, but no stand-ins for them', () => {
    const text = 'export ID=LTAI4FakeFakeFakeFake;';
    const found = keyIn(text);
    expect(found && text.slice(found.start, found.end)).toBe('LTAI4FakeFakeFakeFake');
    expect(keyIn('AKIAFAKEFAKEFAKEFAKE')).toBeDefined();
    expect(keyIn('LTAIxxxxxxxxxxxxxxxx')).toBeUndefined();
    expect(keyIn('LTAI and more')).toBeUndefined();
  });

  test('a secret in an inline template is reported once', () => {
    const text =
      'Tasks:\n  - Name: t\n    Action: ACS::Template\n    Properties:\n      TemplateContent:\n        FormatVersion: OOS-2019-06-01\n        Tasks:\n          - { Name: u, Action: ACS::ECS::ResetPassword, Properties: { password: Abc-12345 } }\n';
    expect(foundInBoth(['risky-literal-secret'], text)).toHaveLength(1);
  });
});

describe('quotes of the shell', () => {
  const placesOf = (script: string) =>
    shellPlaces(
      script,
      [...script.matchAll(/@/g)].map(({ index }) => index),
    );

  test.each<[string, string[]]>([
    ['rm @', ['bare']],
    ["rm '@' @", ['single', 'bare']],
    ['rm "@" @', ['double', 'bare']],
    ['echo "a \\" @" @', ['double', 'bare']],
    ["echo 'a \\' @ '@'", ['bare', 'single']],
    ['echo "it\'s @" @', ['double', 'bare']],
    ["echo \\'@", ['bare']],
    ["# don't @\nrm @", ['inert', 'bare']],
    ['echo a#@', ['bare']],
    ['echo $#; rm @ # @', ['bare', 'inert']],
    ["cat <<EOF\nit's @\nEOF\nrm @", ['inert', 'bare']],
    ["cat <<-'END' > @\n  don't @\n  END\nrm @", ['bare', 'inert', 'bare']],
    ["cat <<A <<B\n'@\nA\n'@\nB\nrm @", ['inert', 'inert', 'bare']],
    ['cat <<EOF\n@', ['inert']],
    ['a <<< @', ['bare']],
    ['echo "@', ['double']],
  ])('%s', (marked, expected) => {
    expect(placesOf(marked)).toEqual(expected);
  });
});

describe('free texts in commands', () => {
  const run = (parameter: string, properties: string) =>
    `Parameters:\n  name: ${parameter}\nTasks:\n  - { Name: run, Action: ACS::ECS::RunCommand, Properties: ${properties} }\n`;
  const bare = "{ commandType: RunShellScript, commandContent: 'rm {{ name }}' }";

  test.each<[string, string, string, number]>([
    ['a free text', '{ Type: String }', bare, 1],
    ['without a type, which is String', '{}', bare, 1],
    ['a number', '{ Type: Number }', bare, 0],
    ['one of some values', '{ AllowedValues: [a] }', bare, 0],
    ['a pattern', "{ AllowedPattern: '^a$' }", bare, 0],
    ['a choice in the form', '{ AssociationProperty: ALIYUN::ECS::Instance::InstanceId }', bare, 0],
    ['a wide field in the form', '{ AssociationProperty: TextArea }', bare, 1],
    ['Python', '{}', "{ commandType: RunPythonScript, commandContent: 'rm({{ name }})' }", 0],
    ['PowerShell', '{}', "{ commandType: RunPowerShellScript, commandContent: 'rm {{ name }}' }", 0],
    ['who knows what', '{}', "{ commandType: '{{ type }}', commandContent: 'rm {{ name }}' }", 0],
    ['Python by its head', '{}', '{ commandContent: "#!/usr/bin/python\\nrm({{ name }})" }', 0],
    ['a shell by its head', '{}', '{ commandType: "{{ type }}", commandContent: "#!/bin/bash\\nrm {{ name }}" }', 1],
    ['the whole command', '{}', "{ commandContent: '{{ name }}' }", 0],
    ['a branch', '{}', "{ commandContent: { Fn::If: [c, 'rm {{ name }}', 'rm -r {{ name }}'] } }", 2],
    ['line by line', '{}', '{ commandContent: { Fn::Join: ["\\n", [cd, "rm {{ name }}"]] } }', 1],
    [
      'word by word, where quotes may stand around',
      '{}',
      '{ commandContent: { Fn::Join: ["", ["rm {{ name }}"]] } }',
      0,
    ],
    ['another property', '{}', "{ workingDir: 'a/{{ name }}' }", 0],
    ['data for the first start', '{}', '{ UserData: "#!/bin/sh\\nrm {{ name }}" }', 1],
    ['other data for the first start', '{}', "{ UserData: 'runcmd: {{ name }}' }", 0],
  ])('%s', (_, parameter, properties, count) => {
    expect(foundInBoth(['risky-command-injection'], run(parameter, properties))).toHaveLength(count);
  });
});

test('a parameter of which only a misspelt name is read is not unused too', () => {
  const text = "Parameters:\n  regionId: {}\n  other: {}\nRamRole: '{{ regionIb }}'\n";
  const found = foundBy(['unused-parameter'], text).map(({ range }) => text.slice(range.start, range.end));
  expect(found).toEqual(['other']);
});

describe('single braces', () => {
  const outputs = (value: string) =>
    `Parameters:\n  ids: {}\nTasks:\n  - Name: find\n    Action: ACS::ExecuteAPI\n    Properties: { Body: ${value} }\n    Outputs: { all: { ValueSelector: .all } }\n`;

  test.each<[string, string, number]>([
    ['a name', "'{ids}'", 1],
    ['a name in other letters', "'{IDS}'", 1],
    ['part of a text', "'a {ids} b'", 1],
    ['part of a text, in other letters', "'a {IDS} b'", 0],
    ['an output', "'{find.all}'", 1],
    ['an output that is not declared', "'{find.none}'", 0],
    ['what is not declared', "'{other}'", 0],
    ['a reference', "'{{ ids }}'", 0],
    ['a variable of a shell', `'rm \${ids}'`, 0],
    ['a variable and nothing else', `'\${ids}'`, 1],
    ['a function that has braces of its own', `{ Fn::Sub: ['\${ids}', { ids: '{{ ids }}' }] }`, 0],
    ['a jq object', "{ Fn::Jq: [All, '.[] | {ids}', '{{ ids }}'] }", 0],
    ['a jq string', `{ Fn::Jq: [All, '.[] | select(. == "{ids}")', '{{ ids }}'] }`, 1],
    ['what a jq filter is applied to', "{ Fn::Jq: [All, '.[]', '{ids}'] }", 1],
    ['a text that Python fills in', `'print(f"{ids}")'`, 0],
    ['an option of a program', `'awk -F"," "{ids}"'`, 1],
  ])('%s', (_, value, count) => {
    expect(foundInBoth(['ambiguous-single-brace'], outputs(value))).toHaveLength(count);
  });
});
