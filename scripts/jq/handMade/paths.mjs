import { eachLine } from './eachLine.mjs';

/** Paths, slices, and numbers, which look like them. */
export const paths = eachLine`
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
`;
