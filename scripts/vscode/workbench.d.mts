import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import type { Sandbox } from './sandbox.mjs';

export interface WorkbenchServer {
  readonly version: string;
  uri(file: string): string;
  url(payload?: readonly (readonly [string, string])[]): string;
  stop(): Promise<void>;
}

export interface ServerOptions {
  readonly environment?: Record<string, string>;
  readonly locale?: string;
  readonly takesTests?: boolean;
  readonly asksForTrust?: boolean;
}

export function installExtension(sandbox: Sandbox, vsix: string): void;
export function startServer(sandbox: Sandbox, options?: ServerOptions): Promise<WorkbenchServer>;
export function openBrowser(options?: BrowserContextOptions): Promise<{ browser: Browser; page: Page }>;
