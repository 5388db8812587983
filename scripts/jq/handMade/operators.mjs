import { eachLine } from './eachLine.mjs';

/** Operators, their order, and divisions by zero that jq finds while it compiles. */
export const operators = eachLine`
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
`;
