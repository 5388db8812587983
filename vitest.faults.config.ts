import { defineConfig } from 'vitest/config';

// Most of the time goes by with waiting for programs to start, so two files at a time suit a machine of any size.
export default defineConfig({ test: { include: ['test/faults/**/*.run.ts'], maxWorkers: 2, testTimeout: 60_000 } });
