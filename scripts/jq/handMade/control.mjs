import { eachLine } from './eachLine.mjs';

/** Loops, conditions, errors and labels. */
export const control = eachLine`
reduce .[] as $x (0; . + $x)
reduce .[] as $x (0; . + $x; .)
reduce .[] as $x (0)
reduce .[] as $x (; .)
reduce .[] as $x 0; .
reduce . $x (0; 1)
reduce .[] as $x ($x; 1)
reduce .[] as [$a, $b] (0; . + $a)
reduce -1 as $x (0; .)
reduce 1 + 2 as $x (0; .)
reduce (1 + 2) as $x (0; .)
reduce range(5) as $x (0; . + $x) | . + 1
reduce .[] as $x (0; . + $x).a
reduce .[] as $x (0; . + $x)[0]
reduce .[] as $x (0; . + $x)?
reduce . as $x ?// [$y] (0; $x + $y)
reduce reduce . as $x (0; 1) as $y (0; 1)
foreach .[] as $x (0; . + $x)
foreach .[] as $x (0; . + $x; [$x, .])
foreach .[] as $x (0)
foreach .[] as $x (0; 1; 2; 3)
foreach .[] as $x (0; $x; $y)
if . then 1 else 2 end
if . then 1 end
if . then 1 elif . then 2 end
if . then 1 elif . then 2 else 3 end
if . then 1 elif . else 3 end
if . then else 2 end
if then 1 else 2 end
if . else 2 end
if . then 1 else 2
if . then 1 else 2 end end
if . then 1 else 2 end | . + 1
if . then 1 else 2 end + 1
if . then 1 else 2 end.a
if . then 1 else 2 end[0]
if . then 1 else 2 end as $x | $x
if . then 1 else 2 end?
1 + if . then 1 else 2 end
(if . then 1 else 2 end).a
if . | . , . then . | . else . | . end
if if . then . else . end then . else . end
try error
try error catch .
try error("x") catch . | 1
try
try catch 1
try 1 catch
try -1
try 1 + 2
try . as $x | 1
try (1, error)
try try 1 catch 2 catch 3
try 1 catch try 2 catch 3
try 1 ?
try def f: 1; f catch 2
1 == try 2 == 3
label $x | 1
label $x | break $x
label $x | break $y
label $x | label $y | break $x, break $y
label x | 1
label $x 1
label $if | 1
label $x | 1 | 2, break $x
break $x
break
break x
break $x.a
label $x | break $x.a
label $x | def f: break $x; f
def f: break $x; label $x | f
1 + label $x | 2
`;
