/** Blanks, line breaks and comments that a text of one line for each program cannot hold. */
export const layout = [
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
];
