import type { Translate } from '../translate.ts';

/** How a status is coloured and drawn. */
export type Tone = 'good' | 'bad' | 'busy' | 'waiting' | 'off';

export interface StatusView {
  readonly word: string;
  readonly tone: Tone;
}

const tones: Readonly<Record<string, Tone>> = {
  Success: 'good',
  Failed: 'bad',
  Cancelled: 'off',
  Skipped: 'off',
  Waiting: 'waiting',
  Queued: 'waiting',
  Pending: 'waiting',
};

/** A status in words. One that came later is shown as it is. */
export function statusView(status: string | undefined, t: Translate): StatusView {
  const words: Readonly<Record<string, string>> = {
    Started: t('Started'),
    Queued: t('Queued'),
    Running: t('Running'),
    Waiting: t('Waiting'),
    Success: t('Succeeded'),
    Failed: t('Failed'),
    Cancelled: t('Cancelled'),
    Pending: t('Pending'),
    Skipped: t('Skipped'),
  };
  return { word: words[status ?? ''] ?? status ?? '?', tone: tones[status ?? ''] ?? 'busy' };
}

/** The statuses that a list can be narrowed to. */
export const listedStatuses = ['Running', 'Waiting', 'Success', 'Failed', 'Cancelled', 'Queued', 'Started'] as const;
export type ListedStatus = (typeof listedStatuses)[number];
