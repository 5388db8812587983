import { eachLine } from './eachLine.mjs';

/** Definitions, calls and formats. */
export const functions = eachLine`
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
`;
