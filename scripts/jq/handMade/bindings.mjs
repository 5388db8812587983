import { eachLine } from './eachLine.mjs';

/** Variables and the patterns that take values apart. */
export const bindings = eachLine`
1 as $x | $x
1 as $ x | $x
1 as x | x
1 as $x $x
1 as $x
1 as $x |
1 as | 1
. as [$a] | $a
. as [$a, $b] | $a + $b
. as [$a, $a] | $a
. as [] | 1
. as [$a,] | $a
. as {$a} | $a
. as {$a,} | $a
. as {} | 1
. as {a} | 1
. as {a: $b} | $b
. as {a: $b} | $a
. as {$a: [$b]} | $a + $b
. as {"a": $b} | $b
. as {"a\(1)": $b} | $b
. as {(1): $b} | $b
. as {("a", "b"): $b} | $b
. as {(.k): $b} | $b
. as {if: $b} | $b
. as {$__loc__} | 1
. as {$if} | 1
. as $if | 1
. as {a: $x, ($x): $y} | $y
. as {a: $x} ?// {($x): $y} | $y
. as {($y): $x} ?// {a: $y} | $y
. as [$a] ?// $b | $a
. as [$a] ?// $b | $b
. as [$a] ?// [$a, $b] ?// {$c} | $a, $b, $c
. as [$a] ?// | $a
. as ?// $a | $a
.a ?// .b
.a?//.b
.a? // .b
.a?//=1
.a as $x | .b as $y | $x + $y
.a as $x | .b as $y | $z
1 + . as $x | $x
1 + . as $x | $x | $x
.[] as [$a, {b: [$c]}] | $a, $c
(1 as $x | $x) | $x
[.[] as $x | $x]
f? as $x | 1
.a? as $x | 1
-1 as $x | $x
`;
