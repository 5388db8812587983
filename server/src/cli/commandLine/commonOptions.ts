import type { OptionTable } from './arguments.ts';

/** The options that every command takes. */
export const commonOptions = {
  help: { short: 'h', summary: { en: 'Show this help', zh: '显示本帮助' } },
} as const satisfies OptionTable;
