import type { Frame } from 'playwright-core';

/** Of colours, by the Web Content Accessibility Guidelines; what tells where one is needs 3 (1.4.11). */
const ENOUGH = 3;

/** Focuses each field that can be seen, and answers how much its outline stands out from what is around it. */
const rings = `(() => {
  const parts = (color) => color.match(/[\\d.]+/g).map(Number);
  const linear = (part) => (part <= 10.31475 ? part / 3294.6 : ((part / 255 + 0.055) / 1.055) ** 2.4);
  const luminance = ([red, green, blue]) => 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);
  const isOpaque = ([, , , alpha = 1]) => alpha === 1;
  const backgroundOf = (element) => {
    for (let it = element.parentElement; it; it = it.parentElement) {
      const color = parts(getComputedStyle(it).backgroundColor);
      if (isOpaque(color)) return color;
    }
    return [255, 255, 255];
  };
  const contrast = (one, other) => {
    const [dark, light] = [luminance(one), luminance(other)].sort((a, b) => a - b);
    return (light + 0.05) / (dark + 0.05);
  };
  const before = document.activeElement;
  const fields = [...document.querySelectorAll('input, select, textarea')].filter((it) => it.checkVisibility());
  const found = fields.map((it) => {
    it.focus();
    const { outlineColor, outlineStyle, outlineWidth } = getComputedStyle(it);
    const isThere = it.matches(':focus') && outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 1;
    const color = parts(outlineColor);
    return { field: it.id, contrast: isThere && isOpaque(color) ? contrast(color, backgroundOf(it)) : 1 };
  });
  before?.focus();
  return found;
})()`;

/** The fields of a page at which it can hardly be seen that the keyboard is there, and how many fields it has. */
export async function fadedRings(page: Frame): Promise<{ readonly faded: readonly string[]; readonly fields: number }> {
  const found = await page.evaluate<{ readonly field: string; readonly contrast: number }[]>(rings);
  const faded = found.filter(({ contrast }) => contrast < ENOUGH);
  return { faded: faded.map((it) => `${it.field}: ${it.contrast.toFixed(2)}`), fields: found.length };
}
