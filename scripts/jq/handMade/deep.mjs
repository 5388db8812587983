const nested = (open, inner, close, times) => open.repeat(times) + inner + close.repeat(times);
const chain = (part, sign, times) => Array(times).fill(part).join(sign);

/** Deep and long programs: how much a reader can take. */
export const deep = [
  ...[1, 10, 60, 120, 200].flatMap((times) => [
    nested('(', '.', ')', times),
    nested('[', '.', ']', times),
    nested('[', '.', ']', times).slice(0, -1),
    nested('{a: ', '.', '}', times),
    nested('{a: (', '.', ')}', Math.ceil(times / 2)),
    nested('"\\(', '.', ')"', times),
    nested('if . then ', '1', ' else 2 end', times),
    nested('try ', '1', ' catch 2', times),
    nested('map(', '.', ')', times),
    nested('.[', '0', ']', times),
    nested('-', '1', '', times),
    nested('. as [', '$x', '] | $x', 1),
    `. as ${nested('[', '$x', ']', times)} | $x`,
    chain('.a', ' | ', times),
    chain('.a', '', times),
    chain('1', ' + ', times),
    chain('1', ' - ', times),
    chain('.a', ' // ', times),
    chain('.a', ', ', times),
    chain('.a', ' and ', times),
    chain('.a', ' == ', times),
    `.a${'?'.repeat(times)}`,
    `${'def f: 1; '.repeat(times)}f`,
    `${'. as $x | '.repeat(times)}$x`,
  ]),
  chain('.a', ' | ', 2000),
  chain('.a', '', 5000),
  chain('1', ' + ', 2000),
];
