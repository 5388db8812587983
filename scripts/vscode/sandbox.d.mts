export const repository: string;

export interface Sandbox {
  readonly folder: string;
  readonly data: string;
  readonly workspace: string;
  readonly result: string;
  readonly log: string;
  remove(): void;
}

export function makeSandbox(settings?: Record<string, unknown>): Sandbox;
export function addChinese(sandbox: Sandbox): string;
