import { type Completed, quoted } from './completed.ts';

/** For `source <(...)`, also where completion has not been set up yet, and for a file in `fpath`. */
export function zshScript(commands: readonly Completed[], help: string): string {
  const names = [...commands, { name: 'help', summary: help }].map(({ name, summary }) => quoted(`${name}:${summary}`));
  return `#compdef oos
_oos() {
  if (( CURRENT == 2 )); then
    local -a names=(${names.join(' ')})
    _describe -t commands command names
    return
  fi
  local command=\${words[2]}
  shift words
  (( CURRENT-- ))
  case $command in
    help) _arguments ${quoted(`1:command:(${commands.map(({ name }) => name).join(' ')})`)} ;;
${commands.map(commandCase).join('\n')}
  esac
}
if [[ \${funcstack[1]} == _oos ]]; then
  _oos "$@"
else
  (( $+functions[compdef] )) || { autoload -Uz compinit && compinit }
  compdef _oos oos
fi
`;
}

function commandCase({ name, operands, second, options }: Completed): string {
  const places = [operands, second].flatMap((words, index) =>
    words.length > 0 ? [quoted(`${index + 1}:${name}:(${words.join(' ')})`)] : [],
  );
  const specs = [...options.flatMap(optionSpecs), ...places, quoted('*:file:_files')];
  return `    ${name}) _arguments ${specs.join(' ')} ;;`;
}

function optionSpecs({ name, short, summary, value, choices }: Completed['options'][number]): string[] {
  const about = summary.replace(/[[\]\\:]/g, '\\$&');
  const values = choices.length > 0 ? `(${choices.join(' ')})` : value === 'FILE' ? '_files' : '';
  const argument = value === undefined ? '' : `:${value.replaceAll(':', ' ')}:${values}`;
  const long = value === undefined ? `--${name}` : `--${name}=`;
  return [long, ...(short ? [`-${short}`] : [])].map((it) => quoted(`*${it}[${about}]${argument}`));
}
