const MOST_OF_ITEM = 60;

/** The item of a loop that a line of the logs is for, as it stands beside the line; items may be long JSON. */
export function itemInLogs(item: string): string {
  const short = item.replace(/\s+/g, ' ').slice(0, MOST_OF_ITEM);
  return `[${short}${item.length > MOST_OF_ITEM ? '...' : ''}]`;
}
