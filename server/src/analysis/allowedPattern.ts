import type { Words } from '../words/words.ts';
import { patternCost } from './patternCost.ts';

/**
 * A pattern as far as we can read it. The engine of the service is not documented; `foreign` patterns have something
 * that Java or Python read and ECMAScript does not, or reads as something else, so nothing is said about them.
 */
export type AllowedPattern =
  | { readonly kind: 'readable'; readonly matches: (text: string) => boolean | undefined }
  | { readonly kind: 'foreign' }
  | { readonly kind: 'broken'; readonly reason: Words };

/** Groups with flags, Python's named groups, atomic groups, comments and conditions; possessive and doubled repeats. */
const FOREIGN_SYNTAX = /\(\?(?:[a-zA-Z^-]*[a-zA-Z)]|P[<=>]|[>#'(|])|[*+?}]\+|\}\{|\{,\d/;
/** Escapes that mean a position, a quotation or a class elsewhere, and a mere letter in ECMAScript. */
const FOREIGN_ESCAPE = /^\\[AZzGQEhHXRNpPae]$/;
/** A bracket that is the first member of its class elsewhere and closes it in ECMAScript; a class within a class. */
const FOREIGN_CLASS = /\[\^?\]|\[[^\]]*(?:&&|\[)/;

/** Some milliseconds. A template may have hundreds of such patterns, and more could be felt while typing. */
const MOST_STEPS = 1_000_000;

export function readPattern(source: string): AllowedPattern {
  if (isForeign(source)) return { kind: 'foreign' };
  try {
    const expression = new RegExp(source);
    return {
      kind: 'readable',
      matches: (text) => (patternCost(source, text.length) > MOST_STEPS ? undefined : expression.test(text)),
    };
  } catch (error) {
    return { kind: 'broken', reason: reasonOf(error instanceof Error ? error.message : '') };
  }
}

function isForeign(source: string): boolean {
  const escapes = source.match(/\\[\s\S]/g) ?? [];
  const bare = source.replace(/\\[\s\S]/g, '.');
  if (escapes.some((it) => FOREIGN_ESCAPE.test(it)) || FOREIGN_CLASS.test(bare)) return true;
  return FOREIGN_SYNTAX.test(bare.replace(/\[[^\]]*\]/g, '.'));
}

const reasons: readonly (readonly [RegExp, Words])[] = [
  [/Unterminated character class/, { en: "a '[' is not closed", zh: '“[”没有闭合' }],
  [/Unterminated group/, { en: "a '(' is not closed", zh: '“(”没有闭合' }],
  [/Unmatched '\)'/, { en: "a ')' closes nothing", zh: '“)”没有对应的“(”' }],
  [
    /[Nn]othing to repeat/,
    { en: "there is nothing for '*', '+', '?' or '{n}' to repeat", zh: '“*”“+”“?”或“{n}”前没有可重复的内容' },
  ],
  [
    /out of order in character class/,
    { en: 'a range in [ ] goes from a higher to a lower character', zh: '[ ] 中的范围次序颠倒' },
  ],
  [/numbers out of order/, { en: 'the numbers in { } go from a higher to a lower one', zh: '{ } 中的数字次序颠倒' }],
  [/\\ at end of pattern/, { en: "it ends with a single '\\'", zh: '末尾有单独的“\\”' }],
];

function reasonOf(message: string): Words {
  return reasons.find(([pattern]) => pattern.test(message))?.[1] ?? { en: 'its syntax is wrong', zh: '语法有误' };
}
