import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import type { Sandbox } from './sandbox.mjs';

export interface WorkbenchServer {
  readonly version: string;
  /** Such as `http://127.0.0.1:40001`. */
  readonly origin: string;
  readonly ended: Promise<unknown>;
  uri(file: string): string;
  url(payload?: readonly (readonly [string, string])[]): string;
  stop(): Promise<void>;
}

export interface ServerOptions {
  readonly environment?: Record<string, string>;
  readonly locale?: string;
  readonly takesTests?: boolean;
  readonly asksForTrust?: boolean;
  readonly port?: number;
  readonly token?: string;
}

export function installExtension(sandbox: Sandbox, vsix: string): void;
export function startServer(sandbox: Sandbox, options?: ServerOptions): Promise<WorkbenchServer>;
export function openBrowser(options?: BrowserContextOptions): Promise<{ browser: Browser; page: Page }>;
