/** Values that must appear nowhere, in what an outsider can read. Each has characters that some notation writes otherwise. */
export const planted = {
  accessKeyId: 'PLTDkeyIdNobodyMaySee+0001',
  accessKeySecret: 'pltd/Secret+Nobody=May&See/0002',
  securityToken: `pltdCAIS${'TokenNobodyMaySee/+'.repeat(6)}==0003`,
  noEcho: 'pltd "quiet" word\\nobody <may> sée 秘密 0004',
} as const;

/** As many characters at each end may be shown, as of a masked key id. */
const SHOWN = 4;

/** How a value may have been written; the ends are left out, since a part of it is a leak too. */
function writings(value: string): string[] {
  const core = value.slice(SHOWN, -SHOWN);
  const once = encodeURIComponent(core);
  const strict = once.replace(/[!'()*]/g, (it) => `%${it.charCodeAt(0).toString(16).toUpperCase()}`);
  const json = JSON.stringify(core).slice(1, -1);
  const xml = core.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
  const form = new URLSearchParams({ it: core }).toString().slice('it='.length);
  const hex = Buffer.from(core).toString('hex');
  const encoded = ['base64', 'base64url'] as const;
  return [
    ...[core, once, strict, encodeURIComponent(once), encodeURIComponent(strict), form],
    ...[json, JSON.stringify(json).slice(1, -1), xml, hex],
    ...encoded.flatMap((encoding) => [0, 1, 2].map((shift) => inBase64(core, shift, encoding))),
  ];
}

/** The characters of an encoded text that come of the core alone when `shift` bytes stand before a whole group. */
function inBase64(core: string, shift: number, encoding: 'base64' | 'base64url'): string {
  const padded = Buffer.concat([Buffer.alloc(shift), Buffer.from(core)]);
  return padded.toString(encoding).replace(/=+$/, '').slice([0, 2, 3][shift], -2);
}

const forms = Object.entries(planted).map(([name, value]) => [name, writings(value)] as const);

/** The names of the planted values that stand in a text in some writing. */
export function leaksIn(text: string): string[] {
  return forms.flatMap(([name, written]) => (written.some((it) => text.includes(it)) ? [name] : []));
}
