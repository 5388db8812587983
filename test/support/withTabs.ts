/** A text whose levels are two blanks deep, with a tab for each. */
export const withTabs = (text: string): string =>
  text.replace(/^(?: {2})+/gm, (blanks) => '\t'.repeat(blanks.length / 2));
