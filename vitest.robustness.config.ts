import { defineConfig } from 'vitest/config';

export default defineConfig({ test: { include: ['test/robustness/**/*.run.ts'], testTimeout: 120_000 } });
