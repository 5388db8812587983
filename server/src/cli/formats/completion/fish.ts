import { type Completed, quoted } from './completed.ts';

/** One line for each thing that can be completed. The command is the first word: a later one may have the name of another. */
export function fishScript(commands: readonly Completed[], help: string): string {
  const names = commands.map(({ name }) => name).join(' ');
  return [
    'complete -c oos -e',
    'function __oos_command',
    '  set -l words (commandline -opc)',
    '  test "$words[2]" = $argv[1]',
    'end',
    ...commands.map(({ name, summary }) => {
      return `complete -c oos -n __fish_use_subcommand -f -a ${name} -d ${fishQuoted(summary)}`;
    }),
    `complete -c oos -n __fish_use_subcommand -f -a help -d ${fishQuoted(help)}`,
    `complete -c oos -n '__oos_command help' -f -a ${quoted(names)}`,
    ...commands.flatMap(commandLines),
    '',
  ].join('\n');
}

function commandLines({ name, operands, second, options }: Completed): string[] {
  const inside = `complete -c oos -n '__oos_command ${name}'`;
  const words = operands.join(' ');
  const first = `complete -c oos -n '__oos_command ${name}; and not __fish_seen_subcommand_from ${words}' -f`;
  return [
    ...(operands.length > 0 ? [`${first} -a ${quoted(words)}`] : []),
    ...(second.length > 0
      ? [
          `complete -c oos -n '__oos_command ${name}; and test (count (commandline -opc)) -eq 3' -f -a ${quoted(second.join(' '))}`,
        ]
      : []),
    ...options.map(({ name: option, short, summary, value, choices }) => {
      const argument = value === undefined ? '' : choices.length > 0 ? ` -x -a ${quoted(choices.join(' '))}` : ' -r';
      return `${inside} -l ${option}${short ? ` -s ${short}` : ''}${argument} -d ${fishQuoted(summary)}`;
    }),
  ];
}

/** Fish takes a backslash before a quote, within quotes. */
const fishQuoted = (text: string): string => `'${text.replace(/['\\]/g, '\\$&')}'`;
