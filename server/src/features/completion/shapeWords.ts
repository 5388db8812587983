import type { ApiField } from '../../catalog/openApi/openApi.ts';
import type { Words } from '../../words/words.ts';

/** The type of a field of an answer or of a request parameter: `string`, `array of object`. */
export function shapeWords({ type, itemType, fields }: ApiField): Words {
  if (type !== 'array') return { en: type, zh: type };
  const item = fields.length > 0 ? 'object' : (itemType ?? 'any');
  return { en: `array of ${item}`, zh: `${item} 的数组` };
}
