import type { BuildOptions } from 'esbuild';

export const common: BuildOptions;

/** The builds of everything that runs without VS Code, into this folder. */
export function programs(outdir: string): BuildOptions[];

/** The builds of what runs inside VS Code, into this folder. */
export function extension(outdir: string): BuildOptions;
