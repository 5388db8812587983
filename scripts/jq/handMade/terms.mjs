import { eachLine } from './eachLine.mjs';

/** Signs, words that are taken, variables nobody has set: what may stand next to what. */
export const terms = eachLine`
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
`;
