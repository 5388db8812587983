const nested = (open, inner, close, times) => open.repeat(times) + inner + close.repeat(times);
const chain = (part, sign, times) => Array(times).fill(part).join(sign);

/** Programs at the edges of the grammar, valid ones and others, a line each. */
const lines = String.raw`
.
..
.a
.a.b
.a[0]
.a[-1]
.a[]
.a[]?
.a?
.a??
.a?.b
.a??.b
.?.a
.?
?
.[]?.a
.["a"]
.["a","b"]
.["a"]["b"]
.a["b"].c
.a.["b"]
.a.[0]
.[1]
.[1:2]
.[1:]
.[:1]
.[:]
.[1:2:3]
.[1:2]?
.[1,2:3]
."a"
."a"."b"
."a"["b"]
."a"?
. "a"
.a. "b"
. a
.. a
..a
.. .a
..[0]
..["a"]
..?
...
....
.a..b
.a.
.a.b.
a.
.[
.]
[.]
[
]
{
}
(
)
()
[]
{}
[]]
[[]
([)]
"(]"
.a[
.a[0
.a[0.b
.a]
.1
.5
1.
1.2
1..2
1.2.3
1e3
1E+3
1e-3
1e
1e+
.e1
.E2
.e1a
.e-1
.e+5
.ee
.a.e0
.a.e0.b
.e
e1
0x10
00012
1_000
-1
- 1
--1
- -1
1-1
1--1
1 - - 1
.a-1
.a -1
.a-b
.-1
+1
1+
*2
1 2
.a .b
.a"b"
"a" "b"
"a".b
"a"[0]
1.a
1[0]
(1).a
null.a
true.a
not
not(1)
. and . or not
and
. and
or .
.a and.b
.and
.or
.if
.then.else
.reduce
.__loc__
if
.a.if
.a.1
$if
$__loc__
$__loc__.line
$ __loc__
$ x
$ENV
$ENV.PATH
$ARGS
$ARGS.named
$__prog_args
$x
$
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
def f: 1; f
def f: 1;
def f: 1; def g: 2;
def f: 1; def g: f; g
def f: g; def g: 1; f
def f: nosuch; 1
def f: nosuch; f
def f: nosuch;
def f: nosuch; def g: f; 1
def f: nosuch; def g: f; g
def f: 1/0; 1
def f: $x; 1
def f: f; f
def f: f(1); f
def f(a): a; f(1)
def f(a): a; f
def f(a): a(1); f(1)
def f(a): a; f(1; 2)
def f(a; b): a + b; f(1; 2)
def f($a): $a + a; f(1)
def f($a; b): $a + b; f(1; 2)
def f(a; $a): a + $a; f(1; 2)
def f(a, b): 1; f(1; 2)
def f(): 1; f
def f($if): 1; f(1)
def f(if): 1; f(1)
def f(1): 1; f(1)
def if: 1; 1
def true: 1; true
def true(f): f; true(1)
def f 1; f
def f: ; f
def f: 1 f
def f: 1; 
def f: def g: 1; g; f
def f: def g: 1; g; g
def f: def g: nosuch; 1; f
def f: reduce .[] as $x (0; . + $x); f
def map(f): 1; map(2)
def map: 1; map
def f: def f: 1; f; f
1 + def f: 2; f + 3, 4 | 5
(def f: 1; f)
[def f: 1; f]
{a: def f: 1; f}
map(def f: 1; f)
.a | def f: .b; f
$x as $y | 1
.a as $x | def f: $x; f
def f: $x; 1 as $x | f
f
f(1)
f()
map
map()
map(.)
map(.; .)
map(;)
map(.a
map .a
map(.a))
select(.a == "b")
select(.a = "b")
select(.a === "b")
select(.a == 'b')
select(.a && .b)
select(.a || .b)
select(!.a)
select(.a | not)
length
length(1)
lenght
Length
a::b
a::b(1)
{a::b: 1}
$a::b
a:b
empty
error
error(1)
input
inputs
debug
env
env.PATH
halt
splits("a")
ltrimstr("a")
tojson
getpath(["a"])
paths
paths(1)
limit(1; .[])
limit(1, .[])
first
first(.[])
range(1; 2; 3)
range(1; 2; 3; 4)
input_line_number
@base64
@base64 "a"
@base64 "a\(.b)"
@foo
@foo "x"
@
@ base64
@base64d
@text "\(1)"
.@base64
."a" | @uri
{@base64 "x": 1}
{@base64: 1}
{"a"}
{"a b"}
{"a\(1)"}
{a}
{a, b}
{a b}
{a,}
{,}
{,a}
{a,,b}
{a: 1}
{a: 1, b: 2}
{a: 1 b: 2}
{a = 1}
{a: }
{: 1}
{a:: 1}
{"a": 1}
{"a": 1 + 2}
{"a": (1 + 2)}
{a: 1 | 2}
{a: 1 | 2 | 3}
{a: 1, 2}
{a: .b and .c}
{a: -1}
{a: - -1}
{a: 1 - 1}
{a: .b?}
{a: f?}
{a: .b.c[0]}
{a: if . then 1 else 2 end}
{a: (if . then 1 else 2 end)}
{a: reduce .[] as $x (0; 1)}
{a: try 1}
{a: .b as $x | $x}
{a: not}
{a: .b // 1}
{(.a): 1}
{(.a, .b): 1}
{(.a)}
{(.a): 1, (.b): 2}
{.a: 1}
{.a}
{[1]: 2}
{1: 2}
{"1": 2}
{(1): 2}
{("1"): 2}
{(1 + 1): 2}
{("a" + "b"): 2}
{(null): 2}
{(null + "a"): 2}
{("a" + null): 2}
{(null + null): 2}
{(true): 2}
{(-1): 2}
{([]): 2}
{([1]): 2}
{([1, 2, 3]): 2}
{([(1, 2), 3]): 2}
{([1, (2, 3)]): 2}
{([1, .]): 2}
{([1 | .]): 2}
{([[1]]): 2}
{({}): 2}
{({a: 1}): 2}
{({a: .}): 2}
{({a}): 2}
{({a: 1, "b": "c"}): 2}
{("\(1)"): 2}
{(1 | .): 2}
{(. | 1): 2}
{(1 | 2): 2}
{(1 == 1): 2}
{("a" == "a"): 2}
{(1 and 2): 2}
{(1 // 2): 2}
{(1, 2): 2}
{($__loc__): 2}
{($ENV): 2}
{(def f: 1; 2): 3}
{(def f: 1; f): 3}
{(1 - 1): 2}
{(1 % 1): 2}
{(1 < 2): 2}
{(1 as $x | 2): 2}
{(try 1): 2}
{(1?): 2}
{(@base64 "x"): 2}
{(null + []): 2}
{(null + .): 2}
{$x}
{$__loc__}
{$ENV}
1 as $x | {$x}
1 as $x | {$x: 2}
1 as $x | {($x): 2}
1 as $x | {"a": $x, $x}
{if}
{if: 1}
{and: 1, or: 2, __loc__: 3}
{a, if}
1 / 0
1 % 0
0 / 0
1 / 0.0
1 / (1 - 1)
1 / -0
-1 / 0
.a / 0
1 / .a
(1 / 0)
[1 / 0]
1 / (0 | .)
1 / (. | 0)
1e999 / 1
1e308 * 10 / 1
1e308 * 10
1 / 1e-320
"a" / 0
null / 0
1 / null
2 / 1 / 0
1 / 2 / 0
6 / 3 * 0
if 1 / 0 then 1 else 2 end
1 == 2
1 == 2 == 3
1 < 2 < 3
1 == 2 != 3
1 = 2 = 3
1 |= 2 |= 3
1 = 2 |= 3
1 += 2 -= 3
1 == 2 and 3 == 4
1 == 2 = 3 == 4
1 = 2, 3 = 4
1 = 2 | 3 = 4
(1 == 2) == 3
1 == (2 == 3)
1 == -2 == 3
1 == def f: 1; f == 3
1 == . as $x | $x == 3
1 == if 1 then 2 else 3 end == 3
1 // 2 // 3
1 // 2 = 3
1 = 2 // 3
1 //= 2
1 //= 2 //= 3
.a //= 1 | .b
.a |= . + 1
.a += 1, .b -= 1
.a *= 2
.a /= 2
.a %= 2
.a ?= 1
.a := 1
1 + 2 * 3 - 4 / 5 % 6
1 , 2 | 3
, 1
1 ,
| 1
1 |
1 || 2
1 ; 2
;
.a;
"a
"
a"
"a\"
"a\\"
"\""
"\n\t\r\b\f\/\\\""
"\a"
"\'"
"\0"
"\x41"
"\u"
"\u1"
"\u12"
"\u123"
"\u1234"
"\u12345"
"\u12g4"
"\u0000"
"\uD83D"
"\uD83D\uDE00"
"\ud83d\u0041"
"\ud83dx"
"\ud83d\n"
"\udc00"
"\udc00\ud83d"
"\u00e9\ud83d\ude00\n"
"\(1)"
"\()"
"\(1"
"\(1;2)"
"\(1, 2)"
"a\("b\("c")")d"
"\(")")"
"\("\\")"
"\([1, {"a": "}"}])"
"\(]"
"\([)]"
"x" + "\(.a)-\(.b)"
"运行中"
.状态
."状态"
.["状态"]
{状态: 1}
{"状态": .status}
select(.Status == "运行中") | ."实例 编号"
“a”
.a，.b
# 注释
.a # 注释
.a # "
# only
.a #
1 #comment\
.a | # x
import "a" as a; .
include "a"; .
import
include
.a | import
module
. module
.Instances.Instance[] | select(.Status == "Running") | .InstanceId
[.Instances.Instance[] | {id: .InstanceId, zone: .ZoneId}]
.Instances.Instance | map(select(.Tags.Tag | any(.TagKey == "env"))) | length > 0
.Disks.Disk[]|select(.Type=="system")|.DiskId
.a[.b]
.a[.b:.c]
.a[.b | .c]
.a[1 + 1]
.a[1; 2]
.a[if . then 0 else 1 end]
.a["b"]?["c"]?
.a[]["b"]
.a[][]
.a[[1]]
.[[1]]
.[{a: 1}]
.[$x]
.a{b}
.a(b)
.a()
.a.b()
.a%2
.a*.b
.a/.b
.a//.b
.a==.b
.a!=.b
.a<>.b
.a=<.b
.a!.b
.a&.b
.a^.b
.a~.b
\ 
.a\n
`;

export const handMade = [
  '',
  ' ',
  '\n',
  '.a\n| .b',
  '.a\t|\t.b',
  '.a\r\n| .b',
  '.a # x\r.b',
  '"a\nb"',
  '"a\\\nb"',
  '"a\tb"',
  '.a # 注释\n| .b',
  '# 注释\n.b',
  '.\u00a0a',
  '.a\u3000',
  '"\u3000"',
  '\ufeff.a',
  ...lines.split('\n').slice(1, -1),
  '`.a`',
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
