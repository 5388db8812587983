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
export const statusView = (status: string | undefined, t: Translate): StatusView => ({
  word: wordFor(status, t),
  tone: tones[status ?? ''] ?? 'busy',
});

function wordFor(status: string | undefined, t: Translate): string {
  switch (status) {
    case 'Started':
      return t('Started');
    case 'Queued':
      return t('Queued');
    case 'Running':
      return t('Running');
    case 'Waiting':
      return t('Waiting');
    case 'Success':
      return t('Succeeded');
    case 'Failed':
      return t('Failed');
    case 'Cancelled':
      return t('Cancelled');
    case 'Pending':
      return t('Pending');
    case 'Skipped':
      return t('Skipped');
    default:
      return status ?? '?';
  }
}

/** The statuses that a list can be narrowed to. */
export const listedStatuses = ['Running', 'Waiting', 'Success', 'Failed', 'Cancelled', 'Queued', 'Started'] as const;
export type ListedStatus = (typeof listedStatuses)[number];
