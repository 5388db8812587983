import { eachLine } from './eachLine.mjs';

/** Texts, escapes, other scripts and comments. */
export const texts = eachLine`
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
`;
