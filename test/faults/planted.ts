/**
 * Values that must appear nowhere, in what others can read. Their ends may be shown, as those of a masked key id. What is
 * looked for is the word in the middle: no notation writes it otherwise, and a part of a value is a leak too.
 */
const words = {
  accessKeyId: 'KeyIdThatNobodyMaySee',
  accessKeySecret: 'SecretThatNobodyMaySee',
  securityToken: 'TokenThatNobodyMaySee',
  noEcho: 'QuietWordThatNobodyMaySee',
} as const;

/** With characters around the words that notations do write otherwise. */
export const planted = {
  accessKeyId: `PLTD+${words.accessKeyId}/0001`,
  accessKeySecret: `pltd/${words.accessKeySecret}+=&/0002`,
  securityToken: `pltdCAIS/+${words.securityToken}/+==0003`,
  noEcho: `pltd "${words.noEcho}"\\n <é> 秘密 0004`,
} as const;

const forms = Object.entries(words).map(([name, word]) => [name, writings(word)] as const);

/** A word as it is, in hexadecimal digits, and in base64, wherever in a group of three bytes it begins. */
function writings(word: string): string[] {
  const hex = Buffer.from(word).toString('hex');
  const shifts = [0, 1, 2].map((shift) => {
    const encoded = Buffer.concat([Buffer.alloc(shift), Buffer.from(word)]).toString('base64');
    // Without the characters that hold bits of what stands around it.
    return encoded.replace(/=+$/, '').slice([0, 2, 3][shift], -1);
  });
  return [word, hex, ...shifts].map((it) => it.toLowerCase());
}

/** The names of the planted values that stand in a text in some writing, in letters of any case. */
export function leaksIn(text: string): string[] {
  const lower = text.toLowerCase();
  return forms.flatMap(([name, written]) => (written.some((it) => lower.includes(it)) ? [name] : []));
}
