import { instant } from '../../cloud/instant.ts';

/** The time of day here, of a time of the service: `14:03:59`. What cannot be made out stays as it is. */
export function clockTime(text: string | undefined): string {
  return instant(text)?.toTimeString().slice(0, 8) ?? text ?? '--:--:--';
}
