import { type Completed, quoted } from './completed.ts';

/** For bash 3.2 and newer, to which `=` is a word of its own. Where nothing of ours fits, bash completes files. */
export function bashScript(commands: readonly Completed[]): string {
  const names = commands.map(({ name }) => name);
  return `_oos() {
  local word=\${COMP_WORDS[COMP_CWORD]} before=\${COMP_WORDS[COMP_CWORD-1]} command=\${COMP_WORDS[1]} words=''
  COMPREPLY=()
  if [[ $word == = ]]; then word=''; elif [[ $before == = ]]; then before=\${COMP_WORDS[COMP_CWORD-2]}; fi
  if [[ $COMP_CWORD -eq 1 ]]; then
    COMPREPLY=($(compgen -W ${quoted([...names, 'help'].join(' '))} -- "$word"))
    return
  fi
  case "$command $before" in
${commands.flatMap(valueCases).join('\n')}
  esac
  case "$command" in
    help) words=${quoted(names.join(' '))} ;;
${commands.map(wordCase).join('\n')}
  esac
  COMPREPLY=($(compgen -W "$words" -- "$word"))
}
complete -o default -F _oos oos
`;
}

function valueCases({ name, options }: Completed): string[] {
  return options.flatMap(({ name: option, value, choices }) => {
    if (value === undefined) return [];
    const reply = choices.length === 0 ? '' : `COMPREPLY=($(compgen -W ${quoted(choices.join(' '))} -- "$word")); `;
    return [`    ${quoted(`${name} --${option}`)}) ${reply}return ;;`];
  });
}

/** Options only behind a dash; of operands only the first two are known. */
function wordCase({ name, operands, second, options }: Completed): string {
  const all = quoted(options.map((it) => `--${it.name}`).join(' '));
  const places = [operands, second].map((words, index) =>
    words.length === 0 ? '' : ` elif [[ $COMP_CWORD -eq ${index + 2} ]]; then words=${quoted(words.join(' '))};`,
  );
  return `    ${name}) if [[ $word == -* ]]; then words=${all};${places.join('')} fi ;;`;
}
