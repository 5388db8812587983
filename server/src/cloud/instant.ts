/**
 * The moment that a time of the service means. Its own samples are not all well formed, so a T followed by a colon, a blank in
 * place of the T, fractions and a missing Z (then UTC) are taken too. Undefined: show the text as it is.
 */
export function instant(text: string | undefined): Date | undefined {
  const found = /^\s*(\d{4}-\d\d-\d\d)(?:T:?|\s+)(\d\d:\d\d(?::\d\d(?:\.\d+)?)?)(?:\s*(Z|[+-]\d\d:?\d\d))?\s*$/i.exec(
    text ?? '',
  );
  if (!found) return undefined;
  const [, day, time = '', zone = 'Z'] = found;
  const moment = new Date(
    `${day}T${time.replace(/(\.\d{3})\d+$/, '$1')}${zone.toUpperCase().replace(/^(...)(\d\d)$/, '$1:$2')}`,
  );
  return Number.isNaN(moment.getTime()) ? undefined : moment;
}
