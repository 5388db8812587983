/** The words of a name in any of the usual spellings, in lower case and singular: `ACS::ECS::RunCommand`, `run-commands`. */
function wordsOf(name: string): ReadonlySet<string> {
  const words = name.match(/[A-Z]+(?![a-z])|[A-Z]?[a-z]+|\d+/g) ?? [];
  return new Set(words.map((word) => word.toLowerCase().replace(/(?<=..)s$/, '')));
}

/**
 * How much names are like `hint`, from 0 (no word in common) to 1 (the same words). People call a task, an output or a
 * parameter after what it does or holds, so its name hints at what will be written beside it.
 */
export function likenessTo(hint: string | undefined): (name: string) => number {
  const wanted = wordsOf(hint ?? '');
  const whole = [...wanted].join('');
  if (wanted.size === 0) return () => 0;
  return (name) => {
    const words = wordsOf(name);
    if ([...words].join('') === whole) return 1;
    let common = 0;
    for (const word of words) if (wanted.has(word)) common += 1;
    return common === 0 ? 0 : (2 * common) / (words.size + wanted.size);
  };
}
